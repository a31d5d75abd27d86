import type { Recorder } from '../../domain/record/step'
import { requestAt } from '../../domain/run/requestList'
import { type PauseReason, pickAt, type Run, type RunEvent } from '../../domain/run/run'
import type { SharedEvent } from '../../domain/run/tabMessage'
import { runRequests } from '../../run/runRequests'
import type { StopSignal } from '../../run/stopSwitch'
import { createBatcher } from './createBatcher'
import { downloadById } from './downloadThunks'
import { memoryLimits } from './memoryLimits'
import { eventsHappened } from '../slices/runsSlice'
import type { Thunk } from '../store'
import { takeLateAnswer, type SentLines, sendNext } from '../record/sendLog'

/** Only these are gathered: what else happens, a person waits for. */
function isFrequent(event: RunEvent): boolean {
  return event.type === 'sending' || event.type === 'settled'
}

/** A promise cannot go to another tab; what it settles to goes there when it does. */
function writeShared(event: RunEvent): SharedEvent {
  if (event.type !== 'settled') return event
  const { type, index, outcome } = event
  return { type, index, outcome }
}

/** Whatever is on record is told outside, in order and before anything further goes out. */
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
 * Runs the loop and takes its events into the store, and to the other tabs.
 *
 * @returns which lines of the log the host was told
 */
export function drainRun(
  id: string,
  run: Run,
  { recorder, sent }: { readonly recorder: Recorder; readonly sent: SentLines },
  stop: StopSignal,
): Thunk<Promise<SentLines>> {
  return async (dispatch, getState, services) => {
    const requests = getState().runs.byId[id]?.requests ?? []
    const isInMemory = getState().journal.keeping === 'memory'
    let settled = 0
    const batch = createBatcher<RunEvent>(services.clock, (events) => {
      dispatch(eventsHappened({ id, events, at: services.clock.now() }))
      services.record.tabs.post({ type: 'happened', id, runId: run.id, events: events.map(writeShared) })
    })
    function takeEvent(event: RunEvent): void {
      batch.add(event)
      if (!isFrequent(event)) batch.flush()
      if (event.type !== 'settled') return
      settled += 1
      const position = pickAt(run, event.index)
      if (event.outcome.status === 'unknown') services.calls.trackUnknown(id, position)
      if (event.late) {
        const { call, outcome } = event.late
        services.calls.trackLateCall(id, position, { id: call, ended: outcome })
        // The row is unknown on the screen before its late answer may settle it.
        batch.flush()
        void dispatch(takeLateAnswer(id, { position, call, outcome }))
      }
      if (isInMemory && settled % memoryLimits.downloadEach === 0) {
        batch.flush()
        void dispatch(downloadById(id, 'all', services.files.readReportWords()))
      }
    }
    const hold = (reason: PauseReason) => takeEvent({ type: 'paused', reason })

    const ports = {
      ...services.calls,
      clock: services.clock,
      isUserHere: services.host.isUserHere,
      isAllowed: services.host.isAllowed,
      recorder: dispatch(recordAndSend(id, recorder, sent)),
      checkAwake: () =>
        services.calls.checkAwake(requestAt(requests, pickAt(run, getState().runs.byId[id]?.run?.done ?? 0))),
    }
    try {
      for await (const event of runRequests(run, requests, ports, stop)) takeEvent(event)
    } catch (fault) {
      hold('fault')
      services.host.reportFault(fault)
      // On record as far as it can be: a page that comes later must not take it for a run that was cut off. What
      // writing or telling it throws is reported too: the run has ended either way.
      const done = getState().runs.byId[id]?.run?.done ?? run.done
      await ports.recorder
        .write({ done, end: { phase: 'paused', pausedBy: 'fault' } })
        .catch(services.host.reportFault)
    }
    return ports.recorder.getSent()
  }
}
