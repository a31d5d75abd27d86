import type { TabMessage } from '../domain/run/tabMessage'
import { reloadRun } from '../store/record/openRun'
import type { Store } from '../store/store'
import { handleTabMessage } from '../store/run/tabThunks'

/** Whether events can belong to the run that this page shows. Positions beyond its end belong to another run. */
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
 * Listens to the other tabs of the same user. Events that do not fit the run on this page are not applied: the run is
 * read again from the journal, one reading at a time however many messages ask for it. Never throws.
 *
 * @param stop raised when this page no longer listens
 */
export function createTabListener(store: Store, stop: AbortSignal): (message: TabMessage) => void {
  /** By run that is being read: whether another message has asked for a new reading since. */
  const reading = new Map<string, boolean>()

  async function readAgain(id: string): Promise<void> {
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
      // The storage does not answer now. The screen stays as it is, and the next message tries again.
    } finally {
      reading.delete(id)
    }
  }
  return (message) => {
    const isForeign = message.type === 'happened' && !canPlace(message, store)
    if (message.type === 'changed' || isForeign) void readAgain(message.id)
    else apply(message)
  }
  function apply(message: TabMessage): void {
    try {
      store.dispatch(handleTabMessage(message, stop))
    } catch {
      // The journal has the events of the message.
      if ('id' in message) void readAgain(message.id)
    }
  }
}
