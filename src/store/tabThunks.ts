import { pickAt, type RunEvent } from '../domain/run'
import type { TabMessage } from '../domain/tabMessage'
import { observe, reloadRun } from './journalThunks'
import { eventsHappened } from './runsSlice'
import { stopRun } from './runThunks'
import type { Thunk } from './store'

/** Asks the tab whose run goes on to start no further call. */
export function askOtherToStop(): Thunk {
  return (_, getState, services) => {
    const { observedId } = getState().runs
    if (observedId !== null) services.tabs.post({ type: 'stop', id: observedId })
  }
}

/** Takes what another tab of the same user says. @param stop raised when this page no longer listens */
export function hearTab(message: TabMessage, stop: AbortSignal): Thunk {
  return (dispatch, getState, services) => {
    const { runs } = getState()
    switch (message.type) {
      case 'hello':
        if (runs.activeId !== null) services.tabs.post({ type: 'began', id: runs.activeId })
        return
      case 'began':
        void dispatch(runs.observedId === message.id ? reloadRun(message.id) : observe(stop))
        return
      case 'happened':
        dispatch(takeEvents(message.id, message.events))
        return
      case 'stop':
        if (runs.activeId === message.id) dispatch(stopRun())
        return
      // Whatever was told or missed meanwhile: the journal has the last word.
      case 'changed':
      case 'ended':
        void dispatch(reloadRun(message.id))
    }
  }
}

/** Events come in order, and what stands in the journal already is applied once more without harm. */
function takeEvents(id: string, events: readonly RunEvent[]): Thunk {
  return (dispatch, getState, services) => {
    const { observedId, byId } = getState().runs
    const held = services.heldEvents.get(id)
    if (held) {
      held.push(...events)
      return
    }
    const isResolved = events.every(({ type }) => type === 'resolved')
    if (byId[id] && (observedId === id || isResolved)) {
      for (const event of events) {
        if (event.type === 'settled' && event.outcome.status === 'unknown' && byId[id].run) {
          services.noteUnknown(id, pickAt(byId[id].run, event.index))
        }
      }
      dispatch(eventsHappened({ id, events, at: services.clock.now() }))
    }
  }
}
