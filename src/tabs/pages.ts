import type { Pages } from '../domain/tabMessage'

/** Without Web Locks (a portal over plain HTTP) no page knows of another. */
function createLonePages(own: string): Pages {
  return { own, enter: async () => undefined, untilGone: async () => undefined }
}

/**
 * A page that sends holds a lock of its own as long as it lives: the browser gives it back when the page goes, however that
 * happens.
 *
 * @param name shared by the pages of one user
 * @param own this page's name
 */
export function createPages(name: string, own: string): Pages {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return createLonePages(own)
  const { locks } = navigator
  const prefix = `${name} page `
  let entered: Promise<boolean> | undefined

  function holdOwn(): Promise<boolean> {
    return new Promise((resolve) => {
      const forLife = () => new Promise<void>(() => resolve(true))
      // The page may not use locks: a sandboxed frame, for instance.
      locks.request(prefix + own, forLife).catch(() => resolve(false))
    })
  }
  async function findAlive(): Promise<ReadonlySet<string>> {
    const { held = [] } = await locks.query()
    const names = held.flatMap(({ name: lock = '', mode }) => (mode === 'exclusive' ? [lock] : []))
    return new Set(names.flatMap((lock) => (lock.startsWith(prefix) ? [lock.slice(prefix.length)] : [])))
  }
  return {
    own,
    enter: async () => {
      entered ??= holdOwn()
      return (await entered) ? findAlive().catch(() => undefined) : undefined
    },
    // Shared: many pages may wait for one that is gone, and none keeps the lock.
    untilGone: (page) =>
      locks.request(prefix + page, { mode: 'shared' }, () => undefined).catch(() => undefined),
  }
}
