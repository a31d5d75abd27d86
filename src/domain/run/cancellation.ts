import type { SkuId, SubOrderId } from '../ids/identifiers'
import type { Outcome } from './outcome'

export interface LineItem {
  readonly skuId: SkuId
  /** Whole number from 1 up. */
  readonly quantity: number
  /** Row of the sheet, as a spreadsheet shows it. */
  readonly row: number
}

/** What one call asks: a whole sub-order, or some of its line items (never an empty list). */
export type CancellationRequest =
  | { readonly kind: 'whole'; readonly subOrderId: SubOrderId; readonly row: number }
  | {
      readonly kind: 'line-items'
      readonly subOrderId: SubOrderId
      /** Row of the first line item. */
      readonly row: number
      readonly lineItems: readonly [LineItem, ...LineItem[]]
    }

export type LineItemsRequest = Extract<CancellationRequest, { kind: 'line-items' }>

/** Why the whole run should hold, although no sub-order was refused. */
export type Trouble = 'session' | 'forbidden' | 'connection' | 'server' | 'contract'

/**
 * How one attempt ended.
 * `settled`: the server may have acted; the outcome stands. `late`, where given, settles to what a late answer said.
 * `not-processed`: proven not processed; the same request may be sent again.
 */
export type Attempt =
  | {
      readonly kind: 'settled'
      readonly outcome: Outcome
      /** Counted in a row, or acted on at once: the loop's policy decides. */
      readonly trouble?: Trouble
      readonly late?: Promise<Outcome>
    }
  | { readonly kind: 'not-processed'; readonly why: 'session' }
  /** The host threw before its client was asked, or gave nothing to call with: it never went out. */
  | { readonly kind: 'not-processed'; readonly why: 'contract' }
  | {
      readonly kind: 'not-processed'
      readonly why: 'rate-limited'
      /** Milliseconds the server asks to wait; absent: it did not say. */
      readonly retryAfterMs?: number
    }

/** The one thing the loop asks of the outside. Never rejects. */
export type CancelSubOrder = (request: CancellationRequest, idempotencyKey: string) => Promise<Attempt>
