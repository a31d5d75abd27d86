import type { RunLock } from '../domain/tabMessage'

type Hold = (signal: AbortSignal) => Promise<(() => void) | undefined>

/** Resolves with what gives the lock back, once it is ours. */
function createSharedHold(name: string): Hold {
  return (signal) =>
    new Promise((resolve) => {
      navigator.locks
        // Never `steal`: the old holder would not know, and go on sending.
        .request(name, { signal }, () => new Promise<void>((release) => resolve(release)))
        // Given up waiting; or the page may not use locks.
        .catch(() => resolve(undefined))
    })
}

/** Without Web Locks (a portal over plain HTTP) the journal alone stands between two tabs: no request is sent twice. */
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

/** A lock that all tabs of this browser share by its name. It is given back when its page goes away, however that happens. */
export function createRunLock(name: string): RunLock {
  const hasLocks = typeof navigator !== 'undefined' && 'locks' in navigator
  const hold = hasLocks ? createSharedHold(name) : createPageHold()
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
