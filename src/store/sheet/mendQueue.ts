import { type Change, workIn } from './mendThunks'
import type { Services } from '../services'
import { findEarlierRuns } from './sheetThunks'
import type { Thunk } from '../store'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

const queues = new WeakMap<Services, Promise<unknown>>()

/**
 * Mends once the mends before it are worked in: who leaves a field with a click on a button has asked for two. Nothing
 * happens where another sheet lies on the desk by then.
 *
 * @param id of the sheet
 * @param write names rows by their positions in the sheet as it is by then; null: there is nothing to do any more
 */
export function queueMend(
  kind: SheetKind,
  id: string,
  write: (checked: CheckedSheet) => Change | null,
): Thunk<Promise<void>> {
  return (dispatch, getState, services) => {
    const before = queues.get(services) ?? Promise.resolve()
    const turn = before.then(async () => {
      const { sheet } = getState().sheets[kind]
      const change = sheet?.id === id ? write(sheet.checked) : null
      // The next one does not wait for the journal: between two of them nobody could start what is half mended.
      if (change && (await dispatch(workIn(kind, change)))) void dispatch(findEarlierRuns(id))
    })
    queues.set(
      services,
      turn.catch(() => undefined),
    )
    return turn
  }
}
