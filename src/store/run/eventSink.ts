import { pickAt, type Run, type RunEvent } from '../../domain/run/run'
import type { SharedEvent } from '../../domain/run/tabMessage'
import { takeLateAnswer } from '../record/lateAnswers'
import { eventsHappened } from '../slices/runActions'
import type { Thunk } from '../store'
import { createBatcher } from './createBatcher'
import { downloadById } from './downloadThunks'
import { memoryLimits } from './mayStart'

type Settled = Extract<RunEvent, { type: 'settled' }>

/** Only these events are gathered: a person waits for all others. */
function isFrequent(event: RunEvent): boolean {
  return event.type === 'sending' || event.type === 'settled'
}

/** A promise cannot be sent to another tab; its outcome is sent there when it is known. */
function toShared(event: RunEvent): SharedEvent {
  if (event.type !== 'settled') return event
  const { type, index, outcome } = event
  return { type, index, outcome }
}

/** Creates the function that takes the events of a run into the store and to the other tabs. */
export function createEventSink(id: string, run: Run): Thunk<(event: RunEvent) => void> {
  return (dispatch, getState, services) => {
    const isInMemory = getState().journal.keeping === 'memory'
    let settled = 0
    const batch = createBatcher<RunEvent>(services.clock, (events) => {
      dispatch(eventsHappened({ id, events, at: services.clock.now() }))
      services.record.tabs.post({ type: 'happened', id, runId: run.id, events: events.map(toShared) })
    })
    function trackCall({ index, outcome, late }: Settled): void {
      const position = pickAt(run, index)
      if (outcome.status === 'unknown') services.calls.trackUnknown(id, position)
      if (!late) return
      services.calls.trackLateCall(id, position, { id: late.call, ended: late.outcome })
      // The screen must show the row as unknown before its late answer may settle it.
      batch.flush()
      void dispatch(takeLateAnswer(id, { position, call: late.call, outcome: late.outcome }))
    }
    /** Without a record, downloads are all that survives the page. */
    function downloadIfDue(): void {
      settled += 1
      if (!isInMemory || settled % memoryLimits.downloadEach !== 0) return
      batch.flush()
      void dispatch(downloadById(id, 'all', services.files.readReportWords()))
    }
    return (event) => {
      batch.add(event)
      if (!isFrequent(event)) batch.flush()
      if (event.type !== 'settled') return
      trackCall(event)
      downloadIfDue()
    }
  }
}
