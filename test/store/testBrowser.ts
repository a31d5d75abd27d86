import type { RunLock, TabMessage } from '../../src/domain/run/tabMessage'
import { createJournal } from '../../src/journal/createJournal'
import { createMemoryTables } from '../../src/journal/tables/memoryTables'
import { restoreRuns } from '../../src/store/record/restoreRuns'
import { handleTabMessage } from '../../src/store/run/tabThunks'
import { createRunLock } from '../../src/browser/runLock'
import { createFakeClock } from '../run/fakeClock'
import { type ScriptedCancel, scriptCancel } from '../run/scriptedCancel'
import { createBrowserLocks, type PageLocks } from '../support/lockManager'
import { createTestStore, type ServiceOverrides, type TestStore } from './testStore'

export interface Tab extends TestStore {
  /** Resolves once the tab has recovered and shown what there was; for one that observes, when it no longer does. */
  readonly restored: Promise<void>
  /** The page goes away in the midst of whatever it does: it hears, says and holds nothing any more. */
  crash(): void
}

/** The run lock as a page has it. A lock reads `navigator` once, when it is created; all tabs of these tests share one global scope. */
function createLockOf(page: PageLocks): RunLock {
  Object.defineProperty(globalThis, 'navigator', { value: { locks: page }, configurable: true })
  const lock = createRunLock('runs')
  Reflect.deleteProperty(globalThis, 'navigator')
  return lock
}

/** One browser of one user: its tabs share the journal, the lock and the channel. */
export interface TestBrowser {
  openTab(script?: ScriptedCancel, more?: ServiceOverrides): Tab
}

export function createBrowser(tables = createMemoryTables()): TestBrowser {
  const browserLocks = createBrowserLocks()
  const listeners = new Map<symbol, (message: TabMessage) => void>()
  const alive = new Map<string, Promise<void>>()
  let tabs = 0

  return {
    openTab: (script = scriptCancel(), more = {}) => {
      const name = Symbol('tab')
      const life = new AbortController()
      const page = browserLocks.openPage()
      const clock = more.clock ?? createFakeClock()
      tabs += 1
      const own = `tab${tabs}`
      const journal = createJournal({ tables, wallNow: clock.wallNow, page: own })
      let end: () => void = () => undefined
      alive.set(
        own,
        new Promise((resolve) => {
          end = resolve
        }),
      )
      function post(message: TabMessage): void {
        if (life.signal.aborted) return
        // As over the real channel: a copy, and not at once.
        const copy = structuredClone(message)
        for (const [other, listener] of listeners) if (other !== name) queueMicrotask(() => listener(copy))
      }
      const test = createTestStore(script, {
        clock,
        ...more,
        record: {
          openJournal: async () => ({ journal, keeping: 'kept' }),
          runLock: createLockOf(page),
          tabs: { post, listen: () => () => undefined },
          pages: {
            own,
            enter: async () => new Set(alive.keys()),
            untilGone: async (other) => alive.get(other),
          },
          ...more.record,
        },
      })
      listeners.set(name, (message) => test.store.dispatch(handleTabMessage(message, life.signal)))
      return {
        ...test,
        restored: test.store.dispatch(restoreRuns(life.signal)),
        crash: () => {
          life.abort()
          listeners.delete(name)
          alive.delete(own)
          end()
          page.end()
        },
      }
    },
  }
}
