import { useEffect, useMemo, useState } from 'react'
import { type Filter, findManyPositions, findPositions, isEverything } from '../../domain/run/findPositions'
import type { RequestList } from '../../domain/run/requestList'
import { type Cancellation, isGoingOn } from '../../domain/run/run'
import { useServices } from '../../store/hooks'
import { createFinder } from './createFinder'
import { useThrottled } from './useThrottled'

/** Longer lists are searched in slices, and less often. */
const LONG_LIST = 5_000
const CALM_MS = 1_000

/** The list and the positions in it that match the filter: the two always belong together. */
interface Shown {
  readonly requests: RequestList
  /** In file order; null: all requests match. */
  readonly positions: readonly number[] | null
}

interface Query {
  readonly cancellation: Cancellation
  readonly filter: Filter
}

function isSameSearch(asked: Query, next: Query): boolean {
  return asked.cancellation.requests === next.cancellation.requests && asked.filter === next.filter
}

/** The last matches in a long list; older matches stay until then. @param query null: there is no search */
function useFound(query: Query | null): Shown | null {
  const { createYieldIfDue } = useServices()
  const [found, setFound] = useState<Shown | null>(null)
  const [finder] = useState(() =>
    createFinder<Query, readonly number[]>({
      find: ({ cancellation, filter }, isWanted) =>
        findManyPositions(cancellation, filter, { yieldIfDue: createYieldIfDue(), isWanted }),
      isNearly: isSameSearch,
      onFound: (positions, { cancellation: { requests } }) => setFound({ requests, positions }),
    }),
  )
  useEffect(() => {
    if (query) {
      finder.want(query)
      return
    }
    finder.stop()
    setFound(null)
  }, [finder, query])
  useEffect(() => () => finder.stop(), [finder])
  return found
}

/** The requests that match the filter. In a long list the old matches stay until the search ends. */
export function useShownPositions(cancellation: Cancellation, filter: Filter): Shown {
  const { requests, run } = cancellation
  const isAll = isEverything(filter)
  const isLong = requests.length > LONG_LIST
  // A filter walks over all requests: in a long list once a second is often enough.
  const calm = useThrottled(cancellation, isLong && isGoingOn(run) ? CALM_MS : 0)
  const outcomes = filter.status === 'all' ? null : calm.outcomes
  const inFlight = outcomes && run?.inFlight && !isLong ? run.done : -1
  const query = useMemo(
    () => (isLong && !isAll ? { cancellation: { ...cancellation, outcomes: calm.outcomes }, filter } : null),
    // oxlint-disable-next-line react/exhaustive-deps -- anew only when an outcome that decides it changes
    [isLong, isAll, requests, filter, outcomes],
  )
  const found = useFound(query)
  const positions = useMemo(
    () => (isLong || isAll ? null : findPositions(cancellation, filter)),
    // oxlint-disable-next-line react/exhaustive-deps -- anew only when an outcome or the one in flight changes
    [isLong, isAll, requests, filter, outcomes, inFlight],
  )
  return isLong && !isAll && found ? found : { requests, positions }
}
