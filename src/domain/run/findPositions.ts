import type { YieldIfDue } from '../time/yieldIfDue'
import { type RequestState, requestStateAt } from './requestState'
import type { Cancellation } from './run'

/** Which requests the screen shows: those with the status whose ID contains the text, in any letter case. */
export interface Filter {
  readonly status: Exclude<RequestState['status'], 'sending'> | 'all'
  readonly text: string
}

// Asking whether to yield reads the clock; a request costs some ten nanoseconds.
const BETWEEN_YIELDS = 4096

/** Whether a filter shows all requests, so that no list is needed. */
export function isEverything({ status, text }: Filter): boolean {
  return status === 'all' && text.trim() === ''
}

/** A test that tells whether the filter shows the request at a position. */
function createTest(cancellation: Cancellation, { status, text }: Filter): (position: number) => boolean {
  const { requests } = cancellation
  const part = text.trim().toLowerCase()
  const hasStatus = (position: number) => {
    const found = requestStateAt(cancellation, position).status
    // The request in flight counts as not sent until it is settled.
    return found === status || (status === 'not-sent' && found === 'sending')
  }
  const hasPart = (position: number) =>
    requests.at(position)?.subOrderId.toLowerCase().includes(part) === true
  if (part === '') return hasStatus
  return status === 'all' ? hasPart : (position) => hasStatus(position) && hasPart(position)
}

/** The positions of all requests that the filter shows, in file order. */
export function findPositions(cancellation: Cancellation, filter: Filter): readonly number[] {
  const isFound = createTest(cancellation, filter)
  const found: number[] = []
  for (let at = 0; at < cancellation.requests.length; at += 1) if (isFound(at)) found.push(at)
  return found
}

/** `findPositions` over any number of requests: the page has its turn. @returns undefined once `isWanted` is false */
export async function findManyPositions(
  cancellation: Cancellation,
  filter: Filter,
  { yieldIfDue, isWanted }: { readonly yieldIfDue: YieldIfDue; readonly isWanted: () => boolean },
): Promise<readonly number[] | undefined> {
  const isFound = createTest(cancellation, filter)
  const found: number[] = []
  const total = cancellation.requests.length
  for (let from = 0; from < total; from += BETWEEN_YIELDS) {
    const end = Math.min(total, from + BETWEEN_YIELDS)
    for (let at = from; at < end; at += 1) if (isFound(at)) found.push(at)
    const pause = yieldIfDue()
    if (pause) await pause
    if (!isWanted()) return undefined
  }
  return found
}
