import type { Happened, TabMessage } from '../../domain/run/tabMessage'
import { observe, reloadRun } from '../record/journalThunks'
import type { RunsState } from '../slices/runsSlice'
import { stopRun } from './runThunks'
import { takeEvents } from '../record/takeEvents'
import type { Thunk } from '../store'

/** Asks the tab whose run goes on to start no further call. */
export function askOtherToStop(): Thunk {
  return (_, getState, services) => {
    const { observedId } = getState().runs
    if (observedId !== null) services.record.tabs.post({ type: 'stop', id: observedId })
  }
}

/** Takes what another tab of the same user says. @param stop raised when this page no longer listens */
export function hearTab(message: TabMessage, stop: AbortSignal): Thunk {
  return (dispatch, getState, services) => {
    const { runs } = getState()
    switch (message.type) {
      case 'hello':
        if (runs.activeId !== null) services.record.tabs.post({ type: 'began', id: runs.activeId })
        return
      case 'who':
        services.record.tabs.post({ type: 'here', page: services.record.pages.own })
        return
      // Heard by whoever has asked.
      case 'here':
        return
      case 'began':
        void dispatch(runs.observedId === message.id ? reloadRun(message.id) : observe(stop))
        return
      case 'happened':
        if (isUnseenRun(message, runs)) void dispatch(observe(stop))
        else dispatch(takeEvents(message))
        // Its page may go away before it says that it has ended.
        if (isUnseenEnd(message, runs)) void dispatch(reloadRun(message.id))
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

/** A run holds or has ended in another tab, which this one did not look at. */
function isUnseenEnd({ id, events }: Happened, runs: RunsState): boolean {
  const type = events.at(-1)?.type
  return runs.observedId !== id && (type === 'paused' || type === 'stopped' || type === 'finished')
}

/** A run goes on in another tab, and this one has not been told that it began. */
function isUnseenRun({ id, events }: Happened, runs: RunsState): boolean {
  const isUnseen = runs.observedId === null && runs.activeId === null && runs.preparingId === null
  return isUnseen && runs.byId[id] !== undefined && events.at(-1)?.type === 'sending'
}
