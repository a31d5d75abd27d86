import type { Pages, TabChannel } from '../domain/run/tabMessage'
import { findLocks } from './runLock'

/** So long a page has to say that it lives. One that the browser has frozen does not: it is taken for gone. */
const ANSWER_MS = 250

/** How often a page is asked whether it lives still. */
const ASK_AGAIN_MS = 5_000

const waitFor = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))

/** Without Web Locks (a portal over plain HTTP, a sandboxed frame) the pages themselves say that they live. */
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

/** A page that sends holds a lock of its own: the browser gives it back when the page goes, however that happens. */
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
    // Shared: many pages may wait for one that is gone, and none keeps the lock.
    untilGone: (page) => locks.request(prefix + page, { mode: 'shared' }, () => undefined),
  }
}

/**
 * @param name shared by the pages of one user
 * @param own this page's name
 * @param channel between these pages, for where there are no locks to be had
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
