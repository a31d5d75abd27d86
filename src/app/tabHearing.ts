import type { TabMessage } from '../domain/run/tabMessage'
import { reloadRun } from '../store/record/openRun'
import type { Store } from '../store/store'
import { handleTabMessage } from '../store/run/tabThunks'

/** Whether events can be of the run that this page shows: positions beyond its end are of another one. */
function canPlace({ id, events }: Extract<TabMessage, { type: 'happened' }>, store: Store): boolean {
  const { byId } = store.getState().runs
  const cancellation = Object.hasOwn(byId, id) ? byId[id] : undefined
  if (!cancellation) return true
  const { requests, run } = cancellation
  return events.every((event) => {
    if (event.type === 'resolved') return event.position < requests.length
    return !('index' in event) || event.index < (run?.total ?? 0)
  })
}

/**
 * Takes what another tab of the same user says. What does not fit the run that this page shows is not applied: the run is read
 * anew from the journal, once at a time however often that is asked for. Never throws.
 *
 * @param stop raised when this page no longer listens
 */
export function createHearing(store: Store, stop: AbortSignal): (message: TabMessage) => void {
  /** By run: whether it is to be read once more when it has been read. */
  const reading = new Map<string, boolean>()

  async function readAnew(id: string): Promise<void> {
    if (reading.has(id)) {
      reading.set(id, true)
      return
    }
    try {
      do {
        reading.set(id, false)
        await store.dispatch(reloadRun(id))
      } while (reading.get(id) === true)
    } catch {
      // The storage gives nothing now: what is shown stays, and the next message is another try.
    } finally {
      reading.delete(id)
    }
  }
  return (message) => {
    const isStrange = message.type === 'happened' && !canPlace(message, store)
    if (message.type === 'changed' || isStrange) void readAnew(message.id)
    else takeIn(message)
  }
  function takeIn(message: TabMessage): void {
    try {
      store.dispatch(handleTabMessage(message, stop))
    } catch {
      // What it would have come to stands in the journal.
      if ('id' in message) void readAnew(message.id)
    }
  }
}
