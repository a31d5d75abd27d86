import type { Reading } from '../../domain/run/reading'
import { findByStatus } from '../../domain/run/requestState'
import type { Cancellation } from '../../domain/run/run'
import { LOCK_PATIENCE_MS, mayStart } from './mayStart'
import { catchUp, reloadRun } from '../record/openRun'
import { readHistory } from '../record/readHistory'
import { recoverRuns } from '../record/recoverRuns'
import { resolveOne } from './resolveThunks'
import { checkMoved } from '../slices/runActions'
import type { RootState, Thunk } from '../store'

/**
 * How a look-up ended. `left`: requests that are still unknown. `trouble`: why the look-up ended early, or what it
 * could not tell.
 */
export interface CheckResult {
  readonly settled: number
  readonly left: number
  readonly trouble?: LookUpTrouble
}

type LookUpTrouble = 'session' | 'server' | 'no-answer' | 'storage' | 'refused' | 'still-out' | 'other-tab'

/** The result of one look. `refused` concerns this sub-order alone; any other trouble ends the look-up. */
function judge(
  reading: Reading,
): 'cancelled' | 'open' | Exclude<LookUpTrouble, 'storage' | 'still-out' | 'other-tab'> {
  if (reading.kind === 'read') return reading.isCancelled ? 'cancelled' : 'open'
  return reading.kind === 'no-path' ? 'refused' : reading.kind
}

interface Look {
  readonly id: string
  readonly cancellation: Cancellation
  readonly positions: readonly number[]
  readonly stop: AbortSignal
  /** Whether an open sub-order counts as not cancelled. */
  readonly trustsOpen: boolean
  onSettled(): void
}

/** Looks at each sub-order in turn. @returns those that are still open, and the trouble that ended the look-up */
function lookThrough(
  look: Look,
): Thunk<Promise<{ readonly open: number[]; readonly trouble?: LookUpTrouble }>> {
  return async (dispatch, _, services) => {
    const { id, cancellation, positions, stop, trustsOpen } = look
    const open: number[] = []
    let trouble: LookUpTrouble | undefined
    for (const position of positions) {
      const request = cancellation.requests.at(position)
      await services.calls.pacer.nextTurn(stop)
      if (!request || stop.aborted || !services.host.isUserHere()) break
      services.calls.pacer.started()
      const found = judge(await services.calls.readSubOrder(request))
      if (found === 'refused') trouble = found
      else if (found === 'open' && !trustsOpen) open.push(position)
      else if (found !== 'cancelled' && found !== 'open') return { open, trouble: found }
      else {
        const end = await dispatch(resolveOne(id, position, found === 'cancelled', { by: 'status-read' }))
        if (end === 'failed') return { open, trouble: 'storage' }
        // Another tab was faster, and closed before it told this tab.
        if (end === 'passed') await dispatch(reloadRun(id))
        look.onSettled()
      }
    }
    return { open, ...(trouble ? { trouble } : {}) }
  }
}

/** Waits until no call of these can be delivered any more. */
function waitUntilQuiet(id: string, positions: readonly number[], stop: AbortSignal): Thunk<Promise<void>> {
  return async (_, __, services) => {
    const deliveryDeadline = Math.max(
      ...positions.map((position) => services.calls.deliveryDeadline(id, position)),
    )
    const readRest = () => deliveryDeadline - services.clock.now()
    // A timer may end a little early: ask the clock again.
    while (readRest() > 0 && !stop.aborted) await services.clock.wait(readRest(), stop)
  }
}

function selectUnknown({ runs }: RootState, id: string): readonly number[] {
  const cancellation = runs.byId[id]
  return cancellation ? findByStatus(cancellation, 'unknown') : []
}

/** Looks up all unknown sub-orders while it holds the run lock. */
function checkAll(id: string, stop: AbortSignal): Thunk<Promise<CheckResult>> {
  return async (dispatch, getState, services) => {
    // A page that held the lock before may have left a run unfinished: nobody else can recover it during this look-up.
    await dispatch(recoverRuns())
    await dispatch(catchUp(id))
    const cancellation = getState().runs.byId[id]
    const positions = selectUnknown(getState(), id)
    const total = positions.length
    let done = 0
    const end = (trouble?: LookUpTrouble): CheckResult => ({
      settled: done,
      left: total - done,
      ...(trouble ? { trouble } : {}),
    })
    if (!cancellation || total === 0) return end()
    const onSettled = () => {
      done += 1
      dispatch(checkMoved({ id, done, total, isWaiting: false }))
    }
    const look = { id, cancellation, stop, onSettled }
    const first = await dispatch(lookThrough({ ...look, positions, trustsOpen: false }))
    if (first.trouble && first.trouble !== 'refused') return end(first.trouble)
    // A call without an answer may be delivered at any time: an open sub-order proves nothing.
    const back = first.open.filter(
      (position) => services.calls.deliveryDeadline(id, position) < Number.POSITIVE_INFINITY,
    )
    const trouble = back.length < first.open.length ? 'still-out' : first.trouble
    if (back.length === 0) return end(trouble)
    dispatch(checkMoved({ id, done, total, isWaiting: true }))
    await dispatch(waitUntilQuiet(id, back, stop))
    const second = await dispatch(lookThrough({ ...look, positions: back, trustsOpen: true }))
    return end(second.trouble ?? trouble)
  }
}

/**
 * Looks up every unknown sub-order and settles it by its state. A cancelled one is settled at once. An open one is
 * settled only once its call can no longer be delivered: it is looked up again when that time has passed.
 */
export function checkUnknown(id: string): Thunk<Promise<CheckResult>> {
  return async (dispatch, getState, services) => {
    const total = selectUnknown(getState(), id).length
    if (total === 0 || !mayStart(getState(), services, id)) return { settled: 0, left: total }
    const stop = services.calls.stopSwitch.arm()
    dispatch(checkMoved({ id, done: 0, total, isWaiting: false }))
    const release = await services.record.runLock.take(LOCK_PATIENCE_MS)
    try {
      return release ? await dispatch(checkAll(id, stop)) : { settled: 0, left: total, trouble: 'other-tab' }
    } finally {
      release?.()
      dispatch(checkMoved(null))
      services.record.tabs.post({ type: 'changed', id })
      await dispatch(readHistory())
    }
  }
}

/** Ends a look-up; requests it has settled stay settled. */
export function stopCheck(): Thunk {
  return (_, __, services) => services.calls.stopSwitch.raise('user')
}
