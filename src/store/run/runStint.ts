import type { Journal } from '../../domain/record/journal'
import type { Recorder } from '../../domain/record/step'
import type { Taken } from '../../domain/record/stint'
import type { RunEvent } from '../../domain/run/run'
import { catchUp } from '../record/openRun'
import { NOTHING_SENT, sendNext, sendPending } from '../record/sendLog'
import { eventsHappened, runContinued, runStarted } from '../slices/runActions'
import type { Thunk } from '../store'
import { recordRun } from './recordRun'
import { type ChooseStint, type NotStarted, takeRun } from './takeRun'

/** How a stint ended. After it ran, its recorder can still write. */
export type StintEnd = NotStarted | Ran

export interface Ran {
  readonly kind: 'ran'
  readonly recorder: Recorder
  readonly epoch: number
}

/** Shows the outcomes of requests whose calls an earlier stint left open. */
function showFound(id: string, found: Extract<Taken, { ok: true }>['found']): Thunk {
  return (dispatch, _, services) => {
    const events = [...found].map(
      ([position, outcome]): RunEvent => ({ type: 'resolved', position, outcome }),
    )
    if (events.length > 0) dispatch(eventsHappened({ id, events, at: services.clock.now() }))
    for (const position of found.keys()) services.calls.trackUnknown(id, position)
  }
}

/** Takes the run, tells the other tabs and the host, and sends its requests until the run ends or pauses. */
export function runStint(
  id: string,
  journal: Journal,
  choose: ChooseStint,
  stop: AbortSignal,
): Thunk<Promise<StintEnd>> {
  return async (dispatch, getState, services) => {
    // A tab that waits for the lock now recovers the run, should this page close before its first call.
    services.record.tabs.post({ type: 'began', id })
    // The host gets the lines of closed tabs before any line of this stint.
    const pending = await dispatch(sendPending(journal))
    // The pages of other runs closed before they could tell this tab.
    for (const runId of pending.keys()) if (runId !== id) void dispatch(catchUp(runId))
    const taking = await dispatch(takeRun(id, journal, choose))
    if (taking.kind !== 'taken') return taking
    const { stint, taken } = taking
    const at = services.clock.now()
    const { runId, picks } = stint
    const { recorder, epoch, done } = taken
    dispatch(
      stint.isNew ? runStarted({ id, runId, picks, at, epoch }) : runContinued({ id, at, epoch, done }),
    )
    dispatch(showFound(id, taken.found))
    services.record.tabs.post({ type: 'began', id })
    const before = dispatch(sendNext(id, pending.get(id) ?? NOTHING_SENT, taken.log))
    const run = getState().runs.byId[id]?.run
    const sent = run ? await dispatch(recordRun(id, run, { recorder, sent: before }, stop)) : before
    if (sent.to > 0) await journal.noteSent(id, sent.to, sent.from)
    return { kind: 'ran', recorder, epoch }
  }
}
