import type { Heard, Journal, LateAnswer } from '../../domain/record/journal'
import type { Outcome } from '../../domain/run/outcome'
import type { Thunk } from '../store'
import { sendAndNote, showResolved } from './sendLog'

/** A call that its run gave up, and its answer. */
interface Late {
  readonly position: number
  readonly call: string
  readonly outcome: Promise<Outcome>
}

/** A failed write of a late answer is tried again after this long, each further time after twice as long. */
const KEEP_AGAIN_MS = 5_000

/** The tries take over a quarter of an hour. After that, the answer is written when the run goes on. */
const KEEP_TRIES = 8

/** The waiting has no end: the answer of the server is kept even after the run has ended. */
function keepLater(id: string, late: LateAnswer): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    const { journal } = await services.record.openJournal()
    for (let tried = 0; tried < KEEP_TRIES; tried += 1) {
      await services.clock.wait(KEEP_AGAIN_MS * 2 ** tried, new AbortController().signal)
      const heard = await journal.hear(id, late)
      if (heard.ok) return dispatch(showHeard(id, late.position, journal, heard))
      if (heard.why !== 'storage') return
    }
  }
}

/** Shows the effect of a late answer here, in the other tabs and to the host. */
function showHeard(
  id: string,
  position: number,
  journal: Journal,
  { outcome, log }: Heard,
): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    if (outcome) dispatch(showResolved(id, position, outcome))
    // There is nothing to show, but the other tabs must know that the call was answered.
    else services.record.tabs.post({ type: 'changed', id })
    await dispatch(sendAndNote(id, journal, log))
  }
}

/**
 * Keeps a late answer whatever has become of its request since, and settles the request wherever the run is by then.
 */
export function takeLateAnswer(id: string, { position, call, outcome }: Late): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    const answer = await outcome
    const { journal } = await services.record.openJournal()
    const late: LateAnswer = { position, call, outcome: answer }
    const heard = await journal.hear(id, late)
    if (heard.ok) return dispatch(showHeard(id, position, journal, heard))
    if (heard.why !== 'storage') return
    // The server itself has answered: the outcome is shown even if it could not be written.
    if (answer.status === 'succeeded') dispatch(showResolved(id, position, answer))
    void dispatch(keepLater(id, late))
  }
}
