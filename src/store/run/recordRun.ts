import type { Recorder } from '../../domain/record/step'
import { requestAt } from '../../domain/run/requestList'
import { pickAt, type Run } from '../../domain/run/run'
import { runRequests } from '../../run/runRequests'
import type { StopSignal } from '../../run/stopSwitch'
import { type SentLines, sendNext } from '../record/sendLog'
import type { Thunk } from '../store'
import { createEventSink } from './eventSink'

/** Sends each line to the host as soon as it is on record, in order and before the next call. */
function recordAndSend(
  id: string,
  recorder: Recorder,
  first: SentLines,
): Thunk<Recorder & { getSent(): SentLines }> {
  return (dispatch) => {
    let sent = first
    return {
      getSent: () => sent,
      write: async (step) => {
        const written = await recorder.write(sent.to > 0 ? { ...step, sent } : step)
        if (written.ok) sent = dispatch(sendNext(id, sent, written.log))
        return written
      },
    }
  }
}

/**
 * Runs the loop and takes its events into the store and to the other tabs.
 *
 * @returns the lines of the log that were sent to the host
 */
export function recordRun(
  id: string,
  run: Run,
  { recorder, sent }: { readonly recorder: Recorder; readonly sent: SentLines },
  stop: StopSignal,
): Thunk<Promise<SentLines>> {
  return async (dispatch, getState, services) => {
    const requests = getState().runs.byId[id]?.requests ?? []
    const findDone = () => getState().runs.byId[id]?.run?.done
    const takeEvent = dispatch(createEventSink(id, run))
    const ports = {
      ...services.calls,
      clock: services.clock,
      isUserHere: services.host.isUserHere,
      isAllowed: services.host.isAllowed,
      recorder: dispatch(recordAndSend(id, recorder, sent)),
      checkAwake: () => services.calls.checkAwake(requestAt(requests, pickAt(run, findDone() ?? 0))),
    }
    try {
      for await (const event of runRequests(run, requests, ports, stop)) takeEvent(event)
    } catch (fault) {
      takeEvent({ type: 'paused', reason: 'fault' })
      services.host.reportFault(fault)
      // A page that opens later must not take this for a run that was cut off, so the pause is recorded as far as
      // possible. An error of this write is reported, too: the run has ended either way.
      await ports.recorder
        .write({ done: findDone() ?? run.done, end: { phase: 'paused', pausedBy: 'fault' } })
        .catch(services.host.reportFault)
    }
    return ports.recorder.getSent()
  }
}
