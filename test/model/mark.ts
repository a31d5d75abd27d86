import { requestStateAt } from '../../src/domain/run/requestState'
import { markUnknown } from '../../src/store/run/resolveThunks'
import { isOfSame, printOf } from './facts'
import type { Page } from './page'
import type { World } from './world'

/**
 * A person looks a sub-order up in the OMS and tells what it shows at that moment. It may be overtaken: by what is still on
 * its way, or at work there.
 */
export function mark(world: World, page: Page, id: string, position: number): void {
  const cancellation = page.store.getState().runs.byId[id]
  if (!cancellation || requestStateAt(cancellation, position).status !== 'unknown') return
  const print = printOf(cancellation.requests.at(position))
  const isCancelled = world.oms.isCancelled(print)
  for (const call of world.oms.calls) {
    if (!isCancelled && call.user === page.user && isOfSame(call, print) && call.isUnderWay)
      call.isOvertaken = true
  }
  page.run(markUnknown(id, position, isCancelled))
}
