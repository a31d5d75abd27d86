import type { Verdict } from '../../domain/run/outcome'
import { reloadRun } from '../record/openRun'
import { readHistory } from '../record/readHistory'
import type { Thunk } from '../store'
import { resolve } from '../record/sendLog'

/** The source of a verdict on a request; `resolveOne` adds the moment. */
type Judge = { readonly by: 'status-read' } | { readonly by: 'person'; readonly name: string }

/**
 * Settles one unknown request on record, on the screen and in the other tabs: it was cancelled, or it was not and is
 * pending again. `passed`: the request was already settled. `failed`: it could not be written.
 */
export function resolveOne(
  id: string,
  position: number,
  wasCancelled: boolean,
  judge: Judge,
): Thunk<Promise<'kept' | 'passed' | 'failed'>> {
  return async (dispatch, _, services) => {
    const verdict: Verdict = { ...judge, at: services.clock.wallNow() }
    const outcome = wasCancelled ? ({ status: 'succeeded', how: 'cancelled', verdict } as const) : null
    const isQuiet = services.calls.deliveryDeadline(id, position) <= services.clock.now()
    return dispatch(resolve(id, { position, outcome, source: judge.by, verdict, isQuiet }))
  }
}

/**
 * Records what a person found out about an unknown request, with the person's name and the time.
 *
 * @returns whether it was recorded
 */
export function markUnknown(id: string, position: number, wasCancelled: boolean): Thunk<Promise<boolean>> {
  return async (dispatch, _, services) => {
    if (!services.host.isAllowed() || !services.host.isUserHere()) return false
    const name = services.host.readUserName()
    const end = await dispatch(resolveOne(id, position, wasCancelled, { by: 'person', name }))
    // Another tab was faster, and closed before it told this tab.
    if (end === 'passed') await dispatch(reloadRun(id))
    await dispatch(readHistory())
    return end === 'kept'
  }
}
