import { holdBreath } from '../../src/domain/breathe'
import type { CancellationRequest } from '../../src/domain/cancellation'
import { createPacer } from '../../src/run/pacer'
import { createStopSwitch } from '../../src/run/stopSwitch'
import { createUuid } from '../../src/run/uuid'
import { requestsPlanned } from '../../src/store/runsSlice'
import type { RunNews, Services } from '../../src/store/services'
import { createStore, type Store } from '../../src/store/store'
import { createFakeClock } from '../run/fakeClock'
import { type ScriptedCancel, scriptCancel } from '../run/scriptedCancel'

export interface TestStore {
  readonly store: Store
  readonly script: ScriptedCancel
  /** What was told to the outside, oldest first. */
  readonly told: readonly RunNews[]
  readonly faults: readonly unknown[]
  /** What was saved, oldest first. */
  readonly saved: readonly { readonly name: string; readonly content: Blob }[]
}

/** A store with services of a test's own; time never makes it wait. */
export function createTestStore(script = scriptCancel(), more: Partial<Services> = {}): TestStore {
  const clock = createFakeClock()
  const told: RunNews[] = []
  const faults: unknown[] = []
  const saved: { name: string; content: Blob }[] = []
  const store = createStore({
    cancelSubOrder: script.cancelSubOrder,
    pacer: createPacer(clock, () => 200),
    clock,
    stopSwitch: createStopSwitch(),
    createId: createUuid,
    createBreathe: () => holdBreath,
    readLimits: () => ({ maxRows: 1000, maxBytes: 1_000_000 }),
    isAllowed: () => true,
    isUserHere: () => true,
    tell: (_, news) => void told.push(news),
    reportFault: (fault) => void faults.push(fault),
    chosenFiles: new Map(),
    saveFile: (name, content) => void saved.push({ name, content }),
    ...more,
  })
  return { store, script, told, faults, saved }
}

/** Lays requests out to be started: `startAll(id)`. */
export function planRequests(store: Store, requests: readonly CancellationRequest[], id = 'sheet-1'): string {
  store.dispatch(requestsPlanned({ id, requests }))
  return id
}
