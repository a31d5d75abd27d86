import type { Failure } from '../domain/outcome'
import { type RequestState, readRequestState } from '../domain/requestState'
import { type Cancellation, type Run } from '../domain/run'
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

/** The run started last, whether it goes on or not. */
export const selectLatestRun = (state: RootState): Run | null =>
  selectCancellation(state, state.runs.latestId)?.run ?? null

/** True while calls go out, also while the last one is waited for. */
export const selectIsRunning = (state: RootState): boolean => state.runs.activeId !== null

/** For a badge in the shell. */
export function selectStatus(state: RootState): {
  phase: 'idle' | 'running' | 'paused'
  done: number
  total: number
} {
  const run = selectLatestRun(state)
  if (!run) return { phase: 'idle', done: 0, total: 0 }
  const { done, total, phase } = run
  if (phase === 'finished') return { phase: 'idle', done, total }
  return { phase: phase === 'running' || phase === 'stopping' ? 'running' : 'paused', done, total }
}

/** Failures that say the same, IDs and figures aside. */
export interface FailureGroup {
  readonly count: number
  /** One of them, to be shown where all are equal. */
  readonly example: Failure
  /** The common text, with `…` where they differ in figures; equal to the example's where they do not. */
  readonly message: string
}

/** @returns groups of failures by what they say, the largest first */
export function groupFailures(cancellation: Cancellation): FailureGroup[] {
  const groups = new Map<string, { count: number; example: Failure; isSame: boolean; pattern: string }>()
  for (const piece of cancellation.outcomes.pieces) {
    for (const outcome of piece) {
      if (outcome?.status !== 'failed') continue
      const { failure } = outcome
      const pattern = failure.message.replace(/[A-Z0-9]*\d[A-Z0-9]*/g, '…')
      const key = `${failure.httpStatus}\n${failure.code}\n${pattern}`
      const group = groups.get(key) ?? { count: 0, example: failure, isSame: true, pattern }
      group.count += 1
      group.isSame &&= group.example.message === failure.message
      groups.set(key, group)
    }
  }
  return [...groups.values()]
    .sort((one, other) => other.count - one.count)
    .map(({ count, example, isSame, pattern }) => ({
      count,
      example,
      message: isSame ? example.message : pattern,
    }))
}

/** Milliseconds until the run's end at the pace measured since it was started or continued; null before it is known. */
export function estimateTimeLeft({ stint, done, total }: Run): number | null {
  const settled = done - stint.fromDone
  // The first few say little: connections are opened, caches filled.
  if (settled < 3) return null
  return ((stint.now - stint.startedAt) / settled) * (total - done)
}
