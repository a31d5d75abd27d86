import type { Happened, TabMessage } from '../../domain/run/tabMessage'
import { reloadRun } from '../record/openRun'
import { watchOtherTab } from '../record/watchOtherTab'
import type { RunsState } from '../slices/runsSlice'
import { stopRun } from './runThunks'
import { takeEvents } from '../record/takeEvents'
import type { Thunk } from '../store'

/** Asks the tab that sends calls to stop its run. */
export function askOtherToStop(): Thunk {
  return (_, getState, services) => {
    const { observedId } = getState().runs
    if (observedId !== null) services.record.tabs.post({ type: 'stop', id: observedId })
  }
}

/** Handles a message from another tab of the same user. @param stop raised when this page no longer listens */
export function handleTabMessage(message: TabMessage, stop: AbortSignal): Thunk {
  return (dispatch, getState, services) => {
    const { runs } = getState()
    switch (message.type) {
      case 'hello':
        if (runs.activeId !== null) services.record.tabs.post({ type: 'began', id: runs.activeId })
        return
      case 'who':
        services.record.tabs.post({ type: 'here', page: services.record.pages.own })
        return
      // The page that asked listens for itself.
      case 'here':
        return
      case 'began':
        void dispatch(runs.observedId === message.id ? reloadRun(message.id) : watchOtherTab(stop))
        return
      case 'happened':
        if (isUnseenRun(message, runs)) void dispatch(watchOtherTab(stop))
        else dispatch(takeEvents(message))
        // Its page may close before it sends `ended`.
        if (isUnseenEnd(message, runs)) void dispatch(reloadRun(message.id))
        return
      case 'stop':
        if (runs.activeId === message.id) dispatch(stopRun())
        return
      // The journal is right, whatever messages this tab got or missed.
      case 'changed':
      case 'ended':
        void dispatch(reloadRun(message.id))
    }
  }
}

/** A run that this tab did not watch holds or has ended in another tab. */
function isUnseenEnd({ id, events }: Happened, runs: RunsState): boolean {
  const type = events.at(-1)?.type
  return runs.observedId !== id && (type === 'paused' || type === 'stopped' || type === 'finished')
}

/** A run goes on in another tab, and this tab missed its start. */
function isUnseenRun({ id, events }: Happened, runs: RunsState): boolean {
  const isUnseen = runs.observedId === null && runs.activeId === null && runs.preparingId === null
  return isUnseen && runs.byId[id] !== undefined && events.at(-1)?.type === 'sending'
}
