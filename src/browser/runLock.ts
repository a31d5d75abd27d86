import type { RunLock } from '../domain/run/tabMessage'

type Hold = (signal: AbortSignal) => Promise<(() => void) | undefined>

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
 * @returns the function that releases the lock; undefined where waiting was given up. Rejects where the browser refuses
 *   locks.
 */
function requestLock(locks: LockManager, name: string, signal: AbortSignal): ReturnType<Hold> {
  return new Promise((resolve, reject) => {
    locks
      // `steal` is never used: the old holder would not notice, and would go on sending.
      .request(name, { signal }, () => new Promise<void>((release) => resolve(release)))
      .catch((error: unknown) => {
        if (signal.aborted || isOver(error)) resolve(undefined)
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
  async function holdInTurn(signal: AbortSignal, endTurn: () => void): Promise<(() => void) | undefined> {
    const release = await hold(signal)
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
      const patience = new AbortController()
      const timer = setTimeout(() => patience.abort(), patienceMs)
      const release = await holdInTurn(patience.signal, endTurn)
      clearTimeout(timer)
      return release
    },
    takeWhenFree: hold,
  }
}
