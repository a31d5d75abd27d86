import { pickAt, type Run, type RunEvent } from '../domain/run'
import { runRequests } from '../run/runRequests'
import type { StopSignal } from '../run/stopSwitch'
import { createBatcher } from './createBatcher'
import { eventsHappened } from './runsSlice'
import type { RunNews } from './services'
import type { Thunk } from './store'

/** Only these are gathered: what else happens, a person waits for. */
function isFrequent(event: RunEvent): boolean {
  return event.type === 'sending' || event.type === 'settled'
}

/** Runs the loop and takes its events into the store, and one by one to the outside. */
export function drainRun(id: string, run: Run, stop: StopSignal): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const requests = getState().runs.byId[id]?.requests ?? []
    const batch = createBatcher<RunEvent>(services.clock, (events) => {
      dispatch(eventsHappened({ id, events, at: services.clock.now() }))
    })

    function takeEvent(event: RunEvent): void {
      batch.add(event)
      if (!isFrequent(event)) batch.flush()
      const news = readNews(event)
      if (news) services.tell(run, news)
      if (event.type === 'settled' && event.late) void takeLate(pickAt(run, event.index), event.late)
    }
    function readNews(event: RunEvent): RunNews | undefined {
      if (event.type === 'sending' || event.type === 'returned' || event.type === 'waiting') return undefined
      if (event.type !== 'settled' && event.type !== 'settled-late') return event
      const position = event.type === 'settled' ? pickAt(run, event.index) : event.position
      const request = requests[position]
      return request && { ...event, subOrderId: request.subOrderId }
    }
    async function takeLate(
      position: number,
      late: Extract<RunEvent, { type: 'settled' }>['late'],
    ): Promise<void> {
      const outcome = await late
      // Unknown still: nothing new was learnt.
      if (outcome && outcome.status !== 'unknown') takeEvent({ type: 'settled-late', position, outcome })
    }

    try {
      for await (const event of runRequests(run, requests, services, stop)) takeEvent(event)
    } catch (fault) {
      takeEvent({ type: 'paused', reason: 'fault' })
      services.reportFault(fault)
    }
  }
}
