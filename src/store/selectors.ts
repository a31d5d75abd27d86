import { createSelector } from '@reduxjs/toolkit'
import type { RunEntry } from '../domain/record/runEntry'
import { type OutcomeList, outcomeAt } from '../domain/run/outcomeList'
import { type RequestState, requestStateAt } from '../domain/run/requestState'
import { type Cancellation, isGoingOn, type Run } from '../domain/run/run'
import { findHeld } from '../domain/run/findHeld'
import type { Desk, LoadedSheet } from './slices/sheetSlice'
import type { RootState } from './store'
import type { SheetKind } from '../domain/sheet/columnMeaning'
import type { EarlierRun } from '../domain/run/earlierRun'

export const selectDesk = (state: RootState, kind: SheetKind): Desk => state.sheets[kind]

export const selectCancellation = (state: RootState, id: string | null): Cancellation | null =>
  (id !== null && state.runs.byId[id]) || null

/** The sheet of a cancellation, on a desk or put aside; undefined for a single sub-order. */
export function findLoadedSheet({ sheets }: RootState, id: string): LoadedSheet | undefined {
  const desks = Object.values(sheets)
  return desks.flatMap(({ sheet, aside }) => [sheet, aside]).find((sheet) => sheet?.id === id) ?? undefined
}

export const selectRequestState = (state: RootState, id: string, position: number): RequestState | null => {
  const cancellation = state.runs.byId[id]
  return cancellation ? requestStateAt(cancellation, position) : null
}

/** The earlier run that holds a request back; undefined where none does. */
export const selectEarlier = (state: RootState, id: string, position: number): EarlierRun | undefined => {
  const cancellation = state.runs.byId[id]
  return cancellation && findHeld(cancellation, position)
}

type Counted = Pick<Cancellation, 'heldBack' | 'included'>

/** By what they depend on: cards are rendered many times a second, and an earlier run may hold a million back. */
const heldCounts = new WeakMap<OutcomeList, Counted & { readonly count: number }>()

/** How many requests are not sent because an earlier run has dealt with them. */
export function countHeldBack({ heldBack, included, outcomes }: Cancellation): number {
  if (heldBack.size === 0 || heldBack === included) return 0
  const known = heldCounts.get(outcomes)
  if (known?.heldBack === heldBack && known.included === included) return known.count
  let count = 0
  for (const position of heldBack.keys()) {
    if (!outcomeAt(outcomes, position) && findHeld({ heldBack, included }, position)) count += 1
  }
  heldCounts.set(outcomes, { heldBack, included, count })
  return count
}

/** Past runs that hold or have ended and lie on no desk, the latest first. */
export const selectPastRuns = createSelector(
  [
    ({ journal }: RootState) => journal.history,
    ({ sheets }: RootState) => sheets,
    ({ view }: RootState) => view.singleId,
    ({ runs }: RootState) => runs.observedId,
  ],
  (history, sheets, singleId, observedId): readonly RunEntry[] => {
    const onDesks = Object.values(sheets).flatMap(({ sheet, aside }) => [sheet?.id, aside?.id])
    const shown = new Set([...onDesks, singleId, observedId])
    return history.filter(({ id, phase }) => phase !== 'running' && phase !== 'stopping' && !shown.has(id))
  },
)

/** The run a badge speaks of: the one that goes on, else one that holds, else the one started last. */
function selectSpokenRun({ runs }: RootState): Run | null {
  const all = Object.values(runs.byId).map(({ run }) => run)
  const held = all.find((run) => run?.phase === 'paused' || run?.phase === 'stopped')
  const latest = runs.latestId === null ? undefined : runs.byId[runs.latestId]?.run
  return all.find(isGoingOn) ?? held ?? latest ?? null
}

/** True while calls go out, also while the last one is waited for. */
export const selectIsRunning = (state: RootState): boolean => state.runs.activeId !== null

/** True while nothing may start: a run goes on or is about to, here or in another tab, or unknown ones are looked up. */
export const selectIsBusy = ({ runs }: RootState): boolean =>
  runs.activeId !== null || runs.preparingId !== null || runs.observedId !== null || runs.check !== null

/** Whether a run goes on, or is about to, over what lies on a desk: that stays where it is. */
export function selectIsDeskBusy({ runs, sheets, view }: RootState, kind: RunEntry['kind']): boolean {
  const id = kind === 'single' ? view.singleId : sheets[kind].sheet?.id
  return id !== undefined && id !== null && (id === runs.activeId || id === runs.preparingId)
}

/** Which cancellation's run goes on or is about to, here and elsewhere: the same object until one of them changes. */
export const selectTraffic = createSelector(
  [
    ({ runs }: RootState) => runs.activeId,
    ({ runs }: RootState) => runs.preparingId,
    ({ runs }: RootState) => runs.observedId,
  ],
  (activeId, preparingId, observedId) => ({ activeId, preparingId, observedId }),
)

/** For a badge in the shell. */
export function selectStatus(state: RootState): {
  phase: 'idle' | 'running' | 'paused'
  done: number
  total: number
} {
  const run = selectSpokenRun(state)
  if (!run) return { phase: 'idle', done: 0, total: 0 }
  const { done, total, phase } = run
  if (isGoingOn(run)) return { phase: 'running', done, total }
  return { phase: phase === 'finished' ? 'idle' : 'paused', done, total }
}

/** Milliseconds until the run's end at the pace measured since it was started or continued; null before it is known. */
export function estimateTimeLeft({ stint, done, total }: Run): number | null {
  const settled = done - stint.fromDone
  // The first few say little: connections are opened, caches filled.
  if (settled < 3) return null
  return ((stint.now - stint.startedAt) / settled) * (total - done)
}
