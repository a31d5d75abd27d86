import { selectIsBusy } from '../selectors'
import type { Services } from '../services'
import type { StartRefusal } from '../slices/runActions'
import type { RootState } from '../store'

/**
 * Wait this long for the run lock. Two tabs that open at once hold it for a moment each, to recover; a run holds it for
 * long.
 */
export const LOCK_PATIENCE_MS = 500

/**
 * Limits of a run in a browser that keeps no record: few enough requests to look each up by hand, and a download of the
 * results after so many.
 */
export const memoryLimits = { mostRequests: 500, downloadEach: 100 } as const

/** Whether a run may start: no other run is active, the user has permission, and the sheet isn't being replaced. */
export function mayStart(state: RootState, { host }: Services, id?: string): boolean {
  const isBeingReplaced = Object.values(state.sheets).some(
    ({ reading, sheet }) => reading !== null && sheet !== null && sheet.id === id,
  )
  return !selectIsBusy(state) && !isBeingReplaced && host.isAllowed() && host.isUserHere()
}

/** Why a run must not start, if this browser keeps no record of it. */
export function selectMemoryRefusal({ journal, runs }: RootState, id: string): StartRefusal | undefined {
  if (journal.keeping === 'newer') return 'newer'
  if (journal.keeping !== 'memory') return undefined
  if (!journal.hasConsented) return 'needs-consent'
  const total = runs.byId[id]?.requests.length ?? 0
  return total > memoryLimits.mostRequests ? 'too-many' : undefined
}
