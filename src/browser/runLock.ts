import type { RunLock } from '../domain/run/tabMessage'

/** @param signal ends the wait; without it the lock is taken only where it is free */
type Hold = (signal?: AbortSignal) => Promise<(() => void) | undefined>

/** @returns undefined where the browser has none: a portal over plain HTTP */
export function findLocks(): LockManager | undefined {
  try {
    return typeof navigator === 'undefined' ? undefined : navigator.locks
  } catch {
    return undefined
  }
}

/**
 * A wait that was given up, or a page that is closing, rejects with one of these. Locks may be available all the same.
 */
const IS_OVER: ReadonlySet<unknown> = new Set(['AbortError', 'InvalidStateError'])

function isOver(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && IS_OVER.has(error.name)
}

/**
 * @returns the function that releases the lock; undefined where waiting was given up, or the lock is not free. Rejects
 *   where the browser refuses locks.
 */
function requestLock(locks: LockManager, name: string, signal?: AbortSignal): ReturnType<Hold> {
  return new Promise((resolve, reject) => {
    locks
      // `steal` is never used: the old holder would not notice, and would go on sending.
      .request(name, signal ? { signal } : { ifAvailable: true }, (lock) =>
        lock ? new Promise<void>((release) => resolve(release)) : resolve(undefined),
      )
      .catch((error: unknown) => {
        if (signal?.aborted || isOver(error)) resolve(undefined)
        else reject(error instanceof Error ? error : new Error('no lock is to be had'))
      })
  })
}

/** A lock within this page alone. Between tabs, the journal alone then prevents that a request is sent twice. */
function createPageHold(): Hold {
  let isHeld = false
  return async () => {
    if (isHeld) return undefined
    isHeld = true
    return () => {
      isHeld = false
    }
  }
}

/**
 * The lock that all tabs share. A browser may refuse its locks to this page (in a sandboxed frame, or with storage
 * turned off). That is no sign of another tab: from then on the page uses a lock of its own.
 */
function createHold(name: string): Hold {
  const holdInPage = createPageHold()
  let locks = findLocks()
  return async (signal) => {
    if (!locks) return holdInPage(signal)
    try {
      return await requestLock(locks, name, signal)
    } catch {
      locks = undefined
      return holdInPage(signal)
    }
  }
}

/** Creates the lock that all tabs of this browser share by its name. The browser releases it when its page closes. */
export function createRunLock(name: string): RunLock {
  const hold = createHold(name)
  // This page's own recovery, or the end of its own run, may take longer than `patienceMs`, and is no sign of another
  // tab.
  let ownTurn: Promise<unknown> = Promise.resolve()
  /** Patience begins once the lock is known to be held: a busy browser takes its time to grant a free one. */
  async function holdPatiently(patienceMs: number): ReturnType<Hold> {
    const release = await hold()
    if (release) return release
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), patienceMs)
    return hold(patience.signal).finally(() => clearTimeout(timer))
  }
  async function holdInTurn(patienceMs: number, endTurn: () => void): ReturnType<Hold> {
    const release = await holdPatiently(patienceMs)
    if (!release) endTurn()
    return (
      release &&
      (() => {
        release()
        endTurn()
      })
    )
  }
  return {
    take: async (patienceMs) => {
      const before = ownTurn
      let endTurn = () => {}
      ownTurn = new Promise<void>((resolve) => {
        endTurn = resolve
      })
      await before
      return holdInTurn(patienceMs, endTurn)
    },
    takeWhenFree: hold,
  }
}
