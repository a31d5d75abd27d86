import type { Journal, Resolution } from '../../domain/record/journal'
import type { LogEntry } from '../../domain/record/logEntry'
import type { Outcome } from '../../domain/run/outcome'
import { eventsHappened } from '../slices/runActions'
import type { Thunk } from '../store'

/** Sends entries of the log to the host, in order. @returns the last line sent; 0 if the host does not listen */
function sendLog(entries: readonly LogEntry[]): Thunk<number> {
  return (_, __, services) => {
    let sentUpTo = 0
    for (const entry of entries) if (services.host.sendEvent(entry)) sentUpTo = entry.line
    return sentUpTo
  }
}

/** Sends entries that this page has written, and notes that the screen shows them. @returns as `sendLog` */
export function sendWritten(id: string, entries: readonly LogEntry[]): Thunk<number> {
  return (dispatch, _, { record: { shownLines } }) => {
    for (const { line } of entries) {
      // A gap means that another tab has written lines that this page does not show.
      if (line === (shownLines.get(id) ?? 0) + 1) shownLines.set(id, line)
    }
    return dispatch(sendLog(entries))
  }
}

/** Lines of a log that were sent to the host, without a gap; `to` is 0 where none was sent. */
export interface SentLines {
  readonly from: number
  readonly to: number
}

export const NOTHING_SENT: SentLines = { from: 1, to: 0 }

/**
 * Sends what this page has written since `before`. Another tab may have written lines between the two and never sent
 * them. Then `before` stays, and a later page sends everything after it again, with the same numbers.
 */
export function sendNext(id: string, before: SentLines, log: readonly LogEntry[]): Thunk<SentLines> {
  return (dispatch) => {
    const to = dispatch(sendWritten(id, log))
    const first = log[0]?.line
    if (to === 0 || first === undefined) return before
    if (before.to === 0) return { from: first, to }
    return first === before.to + 1 ? { ...before, to } : before
  }
}

/**
 * Sends the entries that an earlier page, or another tab that is gone, wrote and did not send.
 *
 * @returns by cancellation: the lines that were sent; `to` is 0 if the host does not listen
 */
export function sendPending(journal: Journal): Thunk<Promise<ReadonlyMap<string, SentLines>>> {
  return async (dispatch) => {
    const pending = await journal.readPending()
    return new Map(
      pending.map(({ id, entries }) => [id, { from: entries[0]?.line ?? 1, to: dispatch(sendLog(entries)) }]),
    )
  }
}

/** Shows the outcome of a request, here and in the other tabs. */
export function showResolved(id: string, position: number, outcome: Outcome | null): Thunk {
  return (dispatch, _, services) => {
    const event = { type: 'resolved', position, outcome } as const
    dispatch(eventsHappened({ id, events: [event], at: services.clock.now() }))
    services.record.tabs.post({ type: 'happened', id, events: [event] })
  }
}

/** Sends entries to the host and notes on record that they were sent. */
export function sendAndNote(id: string, journal: Journal, log: readonly LogEntry[]): Thunk<Promise<void>> {
  return async (dispatch) => {
    const sentUpTo = dispatch(sendWritten(id, log))
    if (sentUpTo > 0) await journal.noteSent(id, sentUpTo, log[0]?.line ?? sentUpTo)
  }
}

/**
 * Settles one unknown request on record, on the screen and in the other tabs. `passed`: the request was already settled.
 * `failed`: it could not be written.
 */
export function resolve(id: string, resolution: Resolution): Thunk<Promise<'kept' | 'passed' | 'failed'>> {
  return async (dispatch, _, services) => {
    const { journal } = await services.record.openJournal()
    const written = await journal.resolve(id, [resolution])
    if (!written.ok) return written.why === 'not-pending' ? 'passed' : 'failed'
    dispatch(showResolved(id, resolution.position, resolution.outcome))
    await dispatch(sendAndNote(id, journal, written.log))
    return 'kept'
  }
}
