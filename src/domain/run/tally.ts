import type { Outcome } from './outcome'

/** Counts over the requests of one sheet. `cancelled + alreadyCancelled + failed + unknown + notSent = total`. */
export interface Tally {
  readonly total: number
  readonly cancelled: number
  readonly alreadyCancelled: number
  readonly failed: number
  readonly unknown: number
  /**
   * Requests that were never tried, or were proven not processed. The request in flight counts here until it is
   * settled.
   */
  readonly notSent: number
}

type Counted = Exclude<keyof Tally, 'total'>

/** The tally before the first run: nothing was sent. */
export function createTally(total: number): Tally {
  return { total, cancelled: 0, alreadyCancelled: 0, failed: 0, unknown: 0, notSent: total }
}

function countedAs(outcome: Outcome | undefined): Counted {
  if (!outcome) return 'notSent'
  if (outcome.status === 'succeeded') return outcome.how === 'cancelled' ? 'cancelled' : 'alreadyCancelled'
  return outcome.status
}

/** Moves a request from its earlier outcome to its new outcome; undefined stands for no outcome. */
export function recount(tally: Tally, before: Outcome | undefined, after: Outcome | undefined): Tally {
  const from = countedAs(before)
  const to = countedAs(after)
  if (from === to) return tally
  return { ...tally, [from]: tally[from] - 1, [to]: tally[to] + 1 }
}
