import type { Journal, LogEntry, Resolution } from '../domain/journal'
import type { Outcome } from '../domain/outcome'
import { eventsHappened } from './runsSlice'
import type { Thunk } from './store'

/** Tells the host what is on record, in order. @returns the last line told; 0 where nobody listens */
export function tellLog(entries: readonly LogEntry[]): Thunk<number> {
  return (_, __, services) => {
    let told = 0
    for (const entry of entries) if (services.tell(entry)) told = entry.line
    return told
  }
}

/**
 * Tells what an earlier page, or another tab that is gone, wrote and did not come to tell.
 *
 * @returns for each cancellation the first line of it, and the last that the host was told: 0 where it does not listen
 */
export function tellUntold(
  journal: Journal,
): Thunk<Promise<ReadonlyMap<string, { readonly from: number; readonly to: number }>>> {
  return async (dispatch) => {
    const untold = await journal.readUntold()
    return new Map(
      untold.map(({ id, entries }) => [id, { from: entries[0]?.line ?? 1, to: dispatch(tellLog(entries)) }]),
    )
  }
}

/**
 * Settles one unknown request on record, on the screen and in the other tabs. `passed`: it is unknown no more, somebody was
 * faster. `failed`: it could not be written.
 *
 * @param isCertain it is shown even where it could not be written: the server itself said so
 */
export function resolve(
  id: string,
  resolution: Resolution,
  isCertain: boolean,
): Thunk<Promise<'kept' | 'passed' | 'failed'>> {
  return async (dispatch, _, services) => {
    const { journal } = await services.openJournal()
    const written = await journal.resolve(id, [resolution])
    if (!written.ok && written.why === 'not-pending') return 'passed'
    if (!written.ok && !isCertain) return 'failed'
    const { position, outcome } = resolution
    const event = { type: 'resolved', position, outcome } as const
    dispatch(eventsHappened({ id, events: [event], at: services.clock.now() }))
    services.tabs.post({ type: 'happened', id, events: [event] })
    if (!written.ok) return 'failed'
    const told = dispatch(tellLog(written.log))
    if (told > 0) await journal.noteTold(id, told, told)
    return 'kept'
  }
}

/** A late answer settles what was unknown, wherever the run has got to by then. */
export function takeLateAnswer(id: string, position: number, late: Promise<Outcome>): Thunk<Promise<void>> {
  return async (dispatch) => {
    const outcome = await late
    // Unknown still: nothing new was learnt.
    if (outcome.status === 'unknown') return
    await dispatch(resolve(id, { position, outcome, source: 'late-answer' }, true))
  }
}
