import type { RunLock } from '../domain/tabMessage'

/** Resolves with what gives the lock back, once it is ours. */
function hold(name: string, signal: AbortSignal): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    navigator.locks
      // Never `steal`: the old holder would not know, and go on sending.
      .request(name, { signal }, () => new Promise<void>((release) => resolve(release)))
      // Given up waiting; or the page may not use locks.
      .catch(() => resolve(undefined))
  })
}

/** Without Web Locks (a portal over plain HTTP) the journal alone stands between two tabs: no request is sent twice. */
function createPageLock(): RunLock {
  let isHeld = false
  const take = async () => {
    if (isHeld) return undefined
    isHeld = true
    return () => {
      isHeld = false
    }
  }
  return { take, takeWhenFree: take }
}

/** A lock that all tabs of this browser share by its name. It is given back when its page goes away, however that happens. */
export function createRunLock(name: string): RunLock {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return createPageLock()
  // This page's own recovery is no other tab, and on a slow machine it takes longer than one is patient.
  let ownTurn: Promise<unknown> = Promise.resolve()
  async function holdInTurn(signal: AbortSignal, endTurn: () => void): Promise<(() => void) | undefined> {
    const release = await hold(name, signal)
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
    takeWhenFree: (stop) => hold(name, stop),
  }
}
