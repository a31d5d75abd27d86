import type { Outcome } from './outcome'
import { outcomeAt } from './outcomeList'
import { type Cancellation, pickAt } from './run'

/** The state of a request: its outcome, `sending` while it is in flight, `not-sent` before. */
export type RequestState = Outcome | { readonly status: 'sending' } | { readonly status: 'not-sent' }

const SENDING: RequestState = Object.freeze({ status: 'sending' })
const NOT_SENT: RequestState = Object.freeze({ status: 'not-sent' })

/** The state of a request. @param position among the cancellation's requests */
export function requestStateAt(cancellation: Cancellation, position: number): RequestState {
  const { run } = cancellation
  if (run?.inFlight && pickAt(run, run.done) === position) return SENDING
  return outcomeAt(cancellation.outcomes, position) ?? NOT_SENT
}

/** The positions of the requests with this status, in file order. */
export function findByStatus(cancellation: Cancellation, status: RequestState['status']): number[] {
  const found: number[] = []
  // Most lists have none, and the end of each stint asks for them, also in a list of a million.
  if ((status === 'failed' || status === 'unknown') && cancellation.tally[status] === 0) return found
  for (let position = 0; position < cancellation.requests.length; position += 1) {
    if (requestStateAt(cancellation, position).status === status) found.push(position)
  }
  return found
}
