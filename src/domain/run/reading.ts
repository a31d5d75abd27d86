import type { CancellationRequest } from './cancellation'

/** What a look at the state of a sub-order came to. */
export type Reading =
  | {
      readonly kind: 'read' /** As a whole, or at least the line items asked for. */
      readonly isCancelled: boolean
    }
  /** The server answered, and not with a state that tells: unknown there, not to be read, or cancelled in part. */
  | { readonly kind: 'refused'; readonly httpStatus: number }
  | { readonly kind: 'session' | 'server' | 'no-answer' }
  /** The host has no way to read a sub-order. */
  | { readonly kind: 'no-path' }

/** Reads the state of what a request asked. Never rejects. */
export type ReadSubOrder = (request: CancellationRequest) => Promise<Reading>
