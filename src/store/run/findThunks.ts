import { type Filter, findManyPositions } from '../../domain/run/findPositions'
import type { Cancellation } from '../../domain/run/run'
import type { Thunk } from '../store'

/** Looks through a long sheet in slices. @returns undefined once the answer is not wanted any more */
export function findRows(
  cancellation: Cancellation,
  filter: Filter,
  isWanted: () => boolean,
): Thunk<Promise<readonly number[] | undefined>> {
  return (_, __, services) =>
    findManyPositions(cancellation, filter, { yieldIfDue: services.createYieldIfDue(), isWanted })
}
