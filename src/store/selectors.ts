import { type RequestState, readRequestState } from '../domain/requestState'
import { type Cancellation, isGoingOn, type Run } from '../domain/run'
import type { SheetKind } from '../domain/sheet'
import type { Desk } from './sheetSlice'
import type { RootState } from './store'

export const selectDesk = (state: RootState, kind: SheetKind): Desk => state.sheets[kind]

export const selectCancellation = (state: RootState, id: string | null): Cancellation | null =>
  (id !== null && state.runs.byId[id]) || null

export const selectRequestState = (state: RootState, id: string, position: number): RequestState | null => {
  const cancellation = state.runs.byId[id]
  return cancellation ? readRequestState(cancellation, position) : null
}

/** The run a badge speaks of: the one that goes on, else one that holds, else the one started last. */
function selectSpokenRun({ runs }: RootState): Run | null {
  const all = Object.values(runs.byId).map(({ run }) => run)
  const held = all.find((run) => run?.phase === 'paused' || run?.phase === 'stopped')
  const latest = runs.latestId === null ? undefined : runs.byId[runs.latestId]?.run
  return all.find(isGoingOn) ?? held ?? latest ?? null
}

/** True while calls go out, also while the last one is waited for. */
export const selectIsRunning = (state: RootState): boolean => state.runs.activeId !== null

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
