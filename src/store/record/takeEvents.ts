import { pickAt, type Run, type RunEvent } from '../../domain/run/run'
import type { Happened } from '../../domain/run/tabMessage'
import { eventsHappened } from '../slices/runActions'
import type { Thunk } from '../store'

/** Whether an event comes after what is shown: the journal may have been read since the event was sent. */
function isNews(event: RunEvent, { done }: Run): boolean {
  return !('index' in event) || event.index >= done
}

/**
 * Takes events of another tab's run. While the run is being read from the journal, they wait until the screen
 * shows it.
 */
export function takeEvents(message: Happened): Thunk {
  return (dispatch, getState, services) => {
    const { id, runId, events } = message
    const { observedId, activeId, preparingId, byId } = getState().runs
    const load = services.record.loading.get(id)
    load?.held.push(message)
    // A run that this tab sends is not replaced by the copy that is read: the screen takes the events at once.
    if (load && activeId !== id && preparingId !== id) return
    const run = byId[id]?.run
    const isResolved = events.every(({ type }) => type === 'resolved')
    if (!run || !(isResolved || (observedId === id && (runId ?? run.id) === run.id))) return
    const news = events.filter((event) => isNews(event, run))
    for (const event of news) {
      if (event.type === 'settled' && event.outcome.status === 'unknown')
        services.calls.trackUnknown(id, pickAt(run, event.index))
    }
    dispatch(eventsHappened({ id, events: news, at: services.clock.now() }))
  }
}
