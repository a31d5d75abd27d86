/** The server refused this sub-order. Nothing else is a failure. */
export interface Failure {
  /** The server's own code, such as `BAD_DATA`; empty where it gave none. */
  readonly code: string
  /** The server's own words; empty where it gave none. */
  readonly message: string
  readonly httpStatus: number
  /** What the server itself advises to do; absent where it gave no advice, and in records of before it was read. */
  readonly advice?: string
}

/** Why nobody knows how a sent request ended. */
export type UnknownReason =
  | { readonly why: 'timed-out'; readonly afterMs: number }
  | { readonly why: 'no-answer' }
  | { readonly why: 'server-error'; readonly httpStatus: number }
  | { readonly why: 'unreadable-answer'; readonly httpStatus: number }
  | { readonly why: 'not-an-answer' }
  /** The server promised to do it later. */
  | { readonly why: 'accepted'; readonly httpStatus: number }
  /** The same request is still at work on the server. */
  | { readonly why: 'in-progress'; readonly httpStatus: number }
  /** An accepted answer speaks of a failure, and does not say that this sub-order was refused. */
  | { readonly why: 'unnamed-failure'; readonly httpStatus: number }
  /** Some of it was done, and some was not. */
  | { readonly why: 'in-part'; readonly httpStatus: number }
  /** The page went away while the call was out. */
  | { readonly why: 'interrupted' }
  /** Sent again, it was refused; an earlier call, of which nobody knows how it ended, may have cancelled it. */
  | { readonly why: 'refused-again'; readonly failure: Failure }

/** Who settled what no answer had told. `at`: milliseconds since 1970. */
export type Verdict =
  | { readonly by: 'status-read'; readonly at: number }
  | { readonly by: 'person'; readonly name: string; readonly at: number }

/** How a sent request ended. */
export type Outcome =
  | {
      readonly status: 'succeeded'
      readonly how: 'cancelled' | 'already-cancelled'
      /** Absent where the server's own answer said so. */
      readonly verdict?: Verdict
    }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'unknown'; readonly reason: UnknownReason }

// Two shared values in place of one object for each of 100,000 rows.
export const CANCELLED: Outcome = Object.freeze({ status: 'succeeded', how: 'cancelled' })
export const ALREADY_CANCELLED: Outcome = Object.freeze({ status: 'succeeded', how: 'already-cancelled' })
