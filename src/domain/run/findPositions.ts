import type { YieldIfDue } from '../time/yieldIfDue'
import { type RequestState, requestStateAt } from './requestState'
import type { Cancellation } from './run'

/** Which requests are shown: those with the status, and of them those whose ID contains the text, in any case. */
export interface Filter {
  readonly status: Exclude<RequestState['status'], 'sending'> | 'all'
  readonly text: string
}

// Asking whether to yield reads the clock; a request costs some ten nanoseconds.
const BETWEEN_YIELDS = 4096

/** True where nothing is left out, and no list is needed. */
export function isEverything({ status, text }: Filter): boolean {
  return status === 'all' && text.trim() === ''
}

/** Decides of one position after the other. */
function createTest(cancellation: Cancellation, { status, text }: Filter): (position: number) => boolean {
  const { requests } = cancellation
  const part = text.trim().toLowerCase()
  const hasStatus = (position: number) => {
    const found = requestStateAt(cancellation, position).status
    // The one in flight is counted, and shown, among those that are not settled.
    return found === status || (status === 'not-sent' && found === 'sending')
  }
  const hasPart = (position: number) =>
    requests.at(position)?.subOrderId.toLowerCase().includes(part) === true
  if (part === '') return hasStatus
  return status === 'all' ? hasPart : (position) => hasStatus(position) && hasPart(position)
}

/** @returns positions in file order */
export function findPositions(cancellation: Cancellation, filter: Filter): readonly number[] {
  const isFound = createTest(cancellation, filter)
  const found: number[] = []
  for (let at = 0; at < cancellation.requests.length; at += 1) if (isFound(at)) found.push(at)
  return found
}

/** The same over any number of requests. @returns undefined once the answer is not wanted any more */
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
