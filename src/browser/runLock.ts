import type { RunLock } from '../domain/run/tabMessage'

type Hold = (signal: AbortSignal) => Promise<(() => void) | undefined>

/** Undefined where the browser has none: a portal over plain HTTP. */
export function findLocks(): LockManager | undefined {
  try {
    return typeof navigator === 'undefined' ? undefined : navigator.locks
  } catch {
    return undefined
  }
}

/** What a wait that was given up, or a page that is going away, rejects with: no word about whether locks are to be had. */
const IS_OVER: ReadonlySet<unknown> = new Set(['AbortError', 'InvalidStateError'])

function isOver(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && IS_OVER.has(error.name)
}

/** Resolves with what gives the lock back, once it is ours; undefined once waiting was given up. Rejects where none is to be had. */
function requestLock(locks: LockManager, name: string, signal: AbortSignal): ReturnType<Hold> {
  return new Promise((resolve, reject) => {
    locks
      // Never `steal`: the old holder would not know, and go on sending.
      .request(name, { signal }, () => new Promise<void>((release) => resolve(release)))
      .catch((error: unknown) => {
        if (signal.aborted || isOver(error)) resolve(undefined)
        else reject(error instanceof Error ? error : new Error('no lock is to be had'))
      })
  })
}

/** Where there are no locks between tabs, the journal alone stands between two of them: no request is sent twice. */
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
 * The lock that all tabs share. A browser may have locks and refuse them to this page (in a sandboxed frame, or with storage
 * turned off): that is no other tab at work, and the page's own lock holds from then on.
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

/** A lock that all tabs of this browser share by its name. It is given back when its page goes away, however that happens. */
export function createRunLock(name: string): RunLock {
  const hold = createHold(name)
  // This page's own recovery, or the end of its own run, is no other tab, and on a slow machine takes longer than one is patient.
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
