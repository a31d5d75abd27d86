import type { Reading } from '../../domain/run/reading'
import { findByStatus } from '../../domain/run/requestState'
import type { Cancellation } from '../../domain/run/run'
import { LOCK_PATIENCE_MS, mayGoOn } from './goOn'
import { catchUp, readHistory, recover, reloadRun } from '../record/journalThunks'
import { resolveOne } from './resolveThunks'
import { checkMoved } from '../slices/runsSlice'
import type { Thunk } from '../store'

/** How a look-up ended: what is left is unknown still. `trouble`: why it ended before its end, or what it could not tell. */
export interface CheckResult {
  readonly settled: number
  readonly left: number
  readonly trouble?: Trouble
}

type Trouble = 'session' | 'server' | 'no-answer' | 'storage' | 'refused' | 'still-out' | 'other-tab'

/** What one look came to: cancelled, open, or trouble. `refused` is this sub-order's alone; the others end the look-up. */
function judge(
  reading: Reading,
): 'cancelled' | 'open' | Exclude<Trouble, 'storage' | 'still-out' | 'other-tab'> {
  if (reading.kind === 'read') return reading.isCancelled ? 'cancelled' : 'open'
  return reading.kind === 'no-path' ? 'refused' : reading.kind
}

interface Look {
  readonly id: string
  readonly cancellation: Cancellation
  readonly positions: readonly number[]
  readonly stop: AbortSignal
  /** Whether an open sub-order may be taken for one that was not cancelled. */
  readonly trustsOpen: boolean
  onSettled(): void
}

/** Looks at each in turn. @returns those that are open still, or the trouble that ended it */
function lookThrough(look: Look): Thunk<Promise<{ readonly open: number[]; readonly trouble?: Trouble }>> {
  return async (dispatch, _, services) => {
    const { id, cancellation, positions, stop, trustsOpen } = look
    const open: number[] = []
    let trouble: Trouble | undefined
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
        // Another tab was faster, and died before it could say so.
        if (end === 'passed') await dispatch(reloadRun(id))
        look.onSettled()
      }
    }
    return { open, ...(trouble ? { trouble } : {}) }
  }
}

/** When no call of these can be delivered any more. */
function waitUntilQuiet(id: string, positions: readonly number[], stop: AbortSignal): Thunk<Promise<void>> {
  return async (_, __, services) => {
    const deliveryDeadline = Math.max(
      ...positions.map((position) => services.calls.deliveryDeadline(id, position)),
    )
    const readRest = () => deliveryDeadline - services.clock.now()
    // A timer may ring a little early: ask the clock again.
    while (readRest() > 0 && !stop.aborted) await services.clock.wait(readRest(), stop)
  }
}

function findUnknown(id: string): Thunk<readonly number[]> {
  return (_, getState) => {
    const cancellation = getState().runs.byId[id]
    return cancellation ? findByStatus(cancellation, 'unknown') : []
  }
}

/** Looks at all that is unknown, with the run lock held. */
function checkAll(id: string, stop: AbortSignal): Thunk<Promise<CheckResult>> {
  return async (dispatch, getState, services) => {
    // A page that held the lock before may have left something going on: nobody else can recover it while this one checks.
    await dispatch(recover())
    await dispatch(catchUp(id))
    const cancellation = getState().runs.byId[id]
    const positions = dispatch(findUnknown(id))
    const total = positions.length
    let done = 0
    const end = (trouble?: Trouble): CheckResult => ({
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
    // A call that has not come back may be delivered at any time: an open sub-order tells nothing.
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
 * Looks up every unknown sub-order and settles it by its state. That one is cancelled counts at once; that it is open
 * counts only once its call can no longer be delivered: those are looked at again when that time has passed.
 */
export function checkUnknown(id: string): Thunk<Promise<CheckResult>> {
  return async (dispatch, _, services) => {
    const total = dispatch(findUnknown(id)).length
    if (total === 0 || !dispatch(mayGoOn(id))) return { settled: 0, left: total }
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

/** Ends a look-up; what it has settled stays. */
export function stopCheck(): Thunk {
  return (_, __, services) => services.calls.stopSwitch.raise('user')
}
