import type { SkuId, SubOrderId } from '../ids/identifiers'
import type { Outcome } from './outcome'

/** A line of a sub-order that is to be cancelled. */
export interface LineItem {
  readonly skuId: SkuId
  /** Whole number from 1 up. */
  readonly quantity: number
  /** Row of the sheet, as a spreadsheet shows it. */
  readonly row: number
}

/** The content of one call: a whole sub-order, or some of its line items (never an empty list). */
export type CancellationRequest =
  | { readonly kind: 'whole'; readonly subOrderId: SubOrderId; readonly row: number }
  | {
      readonly kind: 'line-items'
      readonly subOrderId: SubOrderId
      /** Row of the first line item. */
      readonly row: number
      readonly lineItems: readonly [LineItem, ...LineItem[]]
    }

/** A request for some line items of a sub-order. */
export type LineItemsRequest = Extract<CancellationRequest, { kind: 'line-items' }>

/** Why the whole run should pause, although no sub-order was refused. */
export type CallTrouble = 'session' | 'forbidden' | 'connection' | 'server' | 'contract'

/**
 * How one attempt ended.
 * `settled`: the server may have acted, and the outcome stands. `late` resolves to the outcome by a late answer.
 * `not-processed`: the server has proven that it did not act, and the same request may be sent again.
 */
export type Attempt =
  | {
      readonly kind: 'settled'
      readonly outcome: Outcome
      /** The loop's policy decides whether the run pauses at once, or after several of these in a row. */
      readonly trouble?: CallTrouble
      readonly late?: Promise<Outcome>
    }
  | { readonly kind: 'not-processed'; readonly why: 'session' }
  /** The host threw before it called its client, or has no client: the call was never sent. */
  | { readonly kind: 'not-processed'; readonly why: 'contract' }
  | {
      readonly kind: 'not-processed'
      readonly why: 'rate-limited'
      /** Milliseconds that the server asks to wait; absent where it names no time. */
      readonly retryAfterMs?: number
    }

/** Sends one request: the only thing that the loop asks of the outside. Never rejects. */
export type CancelSubOrder = (request: CancellationRequest, idempotencyKey: string) => Promise<Attempt>
