/** The server refused this sub-order. Nothing else is a failure. */
export interface Failure {
  /** The server's own code, such as `BAD_DATA`; empty where the answer has none. */
  readonly code: string
  /** The server's own message; empty where the answer has none. */
  readonly message: string
  readonly httpStatus: number
  /** The server's own advice; absent where the answer has none, and in records of versions that did not read it. */
  readonly advice?: string
}

/** Why the outcome of a sent request is unknown. */
export type UnknownReason =
  | { readonly why: 'timed-out'; readonly afterMs: number }
  | { readonly why: 'no-answer' }
  | { readonly why: 'server-error'; readonly httpStatus: number }
  | { readonly why: 'unreadable-answer'; readonly httpStatus: number }
  | { readonly why: 'not-an-answer' }
  /** The server promised to cancel later. */
  | { readonly why: 'accepted'; readonly httpStatus: number }
  /** The server still works on the same request. */
  | { readonly why: 'in-progress'; readonly httpStatus: number }
  /** A 2xx answer speaks of a failure, and does not say that this sub-order was refused. */
  | { readonly why: 'unnamed-failure'; readonly httpStatus: number }
  /** The server cancelled some of it, but not all. */
  | { readonly why: 'in-part'; readonly httpStatus: number }
  /** The page went away while the call was out. */
  | { readonly why: 'interrupted' }
  /** The server refused the repeat; the earlier call, whose outcome is unknown, may have cancelled the sub-order. */
  | { readonly why: 'refused-again'; readonly failure: Failure }

/** How an unknown request was settled later. `at`: milliseconds since 1970. */
export type Verdict =
  | { readonly by: 'status-read'; readonly at: number }
  | { readonly by: 'person'; readonly name: string; readonly at: number }

/** How a sent request ended. */
export type Outcome =
  | {
      readonly status: 'succeeded'
      readonly how: 'cancelled' | 'already-cancelled'
      /** Absent where the server's own answer settled the request. */
      readonly verdict?: Verdict
    }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'unknown'; readonly reason: UnknownReason }

/** Shared values, in place of an object for each of 100,000 rows. */
export const CANCELLED: Outcome = Object.freeze({ status: 'succeeded', how: 'cancelled' })
/** The sub-order was cancelled before this run. */
export const ALREADY_CANCELLED: Outcome = Object.freeze({ status: 'succeeded', how: 'already-cancelled' })
