import { createSelector, weakMapMemoize } from '@reduxjs/toolkit'
import type { RunEntry } from '../domain/record/runEntry'
import type { CancellationRequest } from '../domain/run/cancellation'
import { outcomeAt } from '../domain/run/outcomeList'
import { type RequestState, requestStateAt } from '../domain/run/requestState'
import { countLines, type RequestList } from '../domain/run/requestList'
import { type Cancellation, isGoingOn, type Run } from '../domain/run/run'
import { chooseFresh, findSkippingRun } from '../domain/run/findSkippingRun'
import type { Slot, LoadedSheet } from './slices/sheetSlice'
import type { RootState } from './store'
import type { SheetKind } from '../domain/sheet/columnMeaning'
import type { EarlierRun } from '../domain/run/earlierRun'

export const selectSlot = (state: RootState, kind: SheetKind): Slot => state.sheets[kind]

export const selectCancellation = (state: RootState, id: string | null): Cancellation | null =>
  (id !== null && state.runs.byId[id]) || null

/** The sheet of a cancellation, in a slot or put aside; undefined for a single sub-order. */
export function findLoadedSheet({ sheets }: RootState, id: string): LoadedSheet | undefined {
  const slots = Object.values(sheets)
  return (
    slots.flatMap(({ sheet, previous }) => [sheet, previous]).find((sheet) => sheet?.id === id) ?? undefined
  )
}

export const selectRequestState = (state: RootState, id: string, position: number): RequestState | null => {
  const cancellation = state.runs.byId[id]
  return cancellation ? requestStateAt(cancellation, position) : null
}

/** The earlier run for which a request is skipped, if any. */
export const selectEarlier = (state: RootState, id: string, position: number): EarlierRun | undefined => {
  const cancellation = state.runs.byId[id]
  return cancellation && findSkippingRun(cancellation, position)
}

// Cards are rendered many times a second, and a sheet may have a million rows: walks over all of them are made once.

const countSkippedOf = weakMapMemoize(
  (
    skipped: Cancellation['skipped'],
    included: Cancellation['included'],
    outcomes: Cancellation['outcomes'],
  ) => {
    let count = 0
    for (const position of skipped.keys()) {
      if (!outcomeAt(outcomes, position) && findSkippingRun({ skipped, included }, position)) count += 1
    }
    return count
  },
)

/** How many requests are not sent because an earlier run has dealt with them. */
export function countSkipped({ skipped, included, outcomes }: Cancellation): number {
  return skipped.size === 0 || skipped === included ? 0 : countSkippedOf(skipped, included, outcomes)
}

/** @returns 0 for whole sub-orders */
export const countLineItems = weakMapMemoize(countLines)

const pickFreshOf = weakMapMemoize(
  (
    requests: RequestList,
    skipped: Cancellation['skipped'],
    included: Cancellation['included'],
  ): RequestList => {
    const positions = chooseFresh({ requests, skipped, included })
    if (!positions) return requests
    const fresh: CancellationRequest[] = []
    for (const position of positions) {
      const request = requests.at(position)
      if (request) fresh.push(request)
    }
    return fresh
  },
)

/** The requests that a start would send; the same list as long as none of them changes. */
export function pickFresh({ requests, skipped, included }: Cancellation): RequestList {
  return pickFreshOf(requests, skipped, included)
}

/** Past runs that hold or have ended and are in no slot, the latest first. */
export const selectPastRuns = createSelector(
  [
    ({ journal }: RootState) => journal.history,
    ({ sheets }: RootState) => sheets,
    ({ view }: RootState) => view.singleId,
    ({ runs }: RootState) => runs.observedId,
  ],
  (history, sheets, singleId, observedId): readonly RunEntry[] => {
    const inSlots = Object.values(sheets).flatMap(({ sheet, previous }) => [sheet?.id, previous?.id])
    const shown = new Set([...inSlots, singleId, observedId])
    return history.filter(({ id, phase }) => phase !== 'running' && phase !== 'stopping' && !shown.has(id))
  },
)

/** The run that the badge shows: the run that goes on, else a run that holds, else the latest run. */
function selectBadgeRun({ runs }: RootState): Run | null {
  const all = Object.values(runs.byId).map(({ run }) => run)
  const held = all.find((run) => run?.phase === 'paused' || run?.phase === 'stopped')
  const latest = runs.latestId === null ? undefined : runs.byId[runs.latestId]?.run
  return all.find(isGoingOn) ?? held ?? latest ?? null
}

/** True while this tab sends calls or waits for the last one. */
export const selectIsRunning = (state: RootState): boolean => state.runs.activeId !== null

/** True while no run may start: a run goes on or is about to, here or in another tab, or a look-up is open. */
export const selectIsBusy = ({ runs }: RootState): boolean =>
  runs.activeId !== null || runs.preparingId !== null || runs.observedId !== null || runs.check !== null

/** Whether a run over the sheet in a slot goes on or is about to: then the sheet stays there. */
export function selectIsSlotBusy({ runs, sheets, view }: RootState, kind: RunEntry['kind']): boolean {
  const id = kind === 'single' ? view.singleId : sheets[kind].sheet?.id
  return id !== undefined && id !== null && (id === runs.activeId || id === runs.preparingId)
}

/** The cancellations whose runs go on or are about to, here and in another tab. */
export const selectTraffic = createSelector(
  [
    ({ runs }: RootState) => runs.activeId,
    ({ runs }: RootState) => runs.preparingId,
    ({ runs }: RootState) => runs.observedId,
  ],
  (activeId, preparingId, observedId) => ({ activeId, preparingId, observedId }),
)

/** The state of the badge in the host's menu. */
export function selectStatus(state: RootState): {
  phase: 'idle' | 'running' | 'paused'
  done: number
  total: number
} {
  const run = selectBadgeRun(state)
  if (!run) return { phase: 'idle', done: 0, total: 0 }
  const { done, total, phase } = run
  if (isGoingOn(run)) return { phase: 'running', done, total }
  return { phase: phase === 'finished' ? 'idle' : 'paused', done, total }
}

/** Milliseconds until the run's end at the pace since its start or Continue; null before the pace is known. */
export function estimateTimeLeft({ stint, done, total }: Run): number | null {
  const settled = done - stint.fromDone
  // The first few calls say little: connections open and caches fill.
  if (settled < 3) return null
  return ((stint.now - stint.startedAt) / settled) * (total - done)
}
