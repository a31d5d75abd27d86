import type { CancellationRequest } from './cancellation'

/** The result of reading the state of a sub-order. */
export type Reading =
  | {
      readonly kind: 'read' /** As a whole, or at least the line items asked for. */
      readonly isCancelled: boolean
    }
  /** The server's answer tells no state: it does not know the sub-order, is unreadable, or says cancelled in part. */
  | { readonly kind: 'refused'; readonly httpStatus: number }
  | { readonly kind: 'session' | 'server' | 'no-answer' }
  /** The host has no way to read a sub-order. */
  | { readonly kind: 'no-path' }

/** Reads the state of a request's sub-order. Never rejects. */
export type ReadSubOrder = (request: CancellationRequest) => Promise<Reading>
