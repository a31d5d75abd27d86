import { useMemo } from 'react'
import { readRequestState } from '../domain/requestState'
import { type Cancellation, isGoingOn } from '../domain/run'
import type { Filter } from './FilterBar'
import { useCalm } from './useCalm'

const LONG_LIST = 5_000
const CALM_MS = 1_000

function findByText({ requests }: Cancellation, text: string): number[] | null {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return null
  const found: number[] = []
  requests.forEach(({ subOrderId }, position) => {
    if (subOrderId.toLowerCase().includes(wanted)) found.push(position)
  })
  return found
}

function isShown(cancellation: Cancellation, position: number, wanted: Filter['status']): boolean {
  const { status } = readRequestState(cancellation, position)
  // The one in flight is counted, and shown, among those that are not settled.
  return status === wanted || (wanted === 'not-sent' && status === 'sending')
}

/** Positions that the filter lets through, in file order; null: all of them, without a list. */
export function useShownPositions(
  cancellation: Cancellation,
  { status, text }: Filter,
): readonly number[] | null {
  const { requests, run } = cancellation
  const isLong = requests.length > LONG_LIST
  // The list of a filter takes a walk over all rows: in a long sheet once a second is often enough.
  const { outcomes } = useCalm(cancellation, isLong && isGoingOn(run) ? CALM_MS : 0)
  // oxlint-disable-next-line react/exhaustive-deps -- the requests alone decide, and they never change
  const matches = useMemo(() => findByText(cancellation, text), [requests, text])
  const inFlight = run?.inFlight && !isLong ? run.done : -1
  return useMemo(() => {
    if (status === 'all') return matches
    const among = matches ?? Array.from(requests.keys())
    return among.filter((position) => isShown(cancellation, position, status))
    // oxlint-disable-next-line react/exhaustive-deps -- anew only when an outcome or the one in flight changes
  }, [matches, status, requests, outcomes, inFlight])
}
