import type { Pages, TabChannel } from '../domain/run/tabMessage'
import { findLocks } from './runLock'

/** A page that does not answer within this time counts as closed, as does a page that the browser has frozen. */
const ANSWER_MS = 250

/** Time between two questions whether a page is still open. */
const ASK_AGAIN_MS = 5_000

const waitFor = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))

/** Without Web Locks (a portal over plain HTTP, a sandboxed frame) pages ask each other whether they are open. */
function createAskedPages(own: string, channel: TabChannel): Pages {
  async function findAlive(): Promise<ReadonlySet<string>> {
    const alive = new Set([own])
    const stop = channel.listen((message) => {
      if (message.type === 'here') alive.add(message.page)
    })
    channel.post({ type: 'who' })
    await waitFor(ANSWER_MS)
    stop()
    return alive
  }
  return {
    own,
    enter: findAlive,
    untilGone: async (page) => {
      while ((await findAlive()).has(page)) await waitFor(ASK_AGAIN_MS)
    },
  }
}

/** A page that sends holds a lock of its own. The browser releases it when the page closes, however that happens. */
function createLockedPages(locks: LockManager, prefix: string, own: string): Pages {
  let entered: Promise<void> | undefined

  function holdOwn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const forLife = () => new Promise<void>(() => resolve())
      locks.request(prefix + own, forLife).catch(reject)
    })
  }
  async function findAlive(): Promise<ReadonlySet<string>> {
    const { held = [] } = await locks.query()
    const names = held.flatMap(({ name = '', mode }) => (mode === 'exclusive' ? [name] : []))
    return new Set(names.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])))
  }
  return {
    own,
    enter: async () => {
      entered ??= holdOwn()
      await entered
      return findAlive()
    },
    // Shared, so that many pages may wait for the same page, and none of them keeps the lock.
    untilGone: (page) => locks.request(prefix + page, { mode: 'shared' }, () => undefined),
  }
}

/**
 * Knows which pages of one user are open.
 *
 * @param name shared by the pages of one user
 * @param own this page's name
 * @param channel connects these pages, where the browser has no locks
 */
export function createPages(name: string, own: string, channel: TabChannel): Pages {
  const asked = createAskedPages(own, channel)
  const locks = findLocks()
  if (!locks) return asked
  const locked = createLockedPages(locks, `${name} page `, own)
  return {
    own,
    enter: () => locked.enter().catch(() => asked.enter()),
    untilGone: (page) => locked.untilGone(page).catch(() => asked.untilGone(page)),
  }
}
