import type { Host } from './host/contract'

function warnBeforeUnload(event: BeforeUnloadEvent): void {
  event.preventDefault()
  // Chromium before 119 asks only when this is set.
  event.returnValue = true
}

/** Asks before the page is left, while a run goes on and no longer. */
export function guardLeaving(
  subscribe: (listener: () => void) => void,
  isRunning: () => boolean,
  readHost: () => Host,
  readReason: () => string,
): void {
  let release: (() => void) | undefined

  function raise(): () => void {
    window.addEventListener('beforeunload', warnBeforeUnload)
    let unblock: (() => void) | undefined
    try {
      unblock = readHost().blockLeaving?.(() => (isRunning() ? readReason() : null))
    } catch {
      // The browser's own question is still there.
    }
    return () => {
      window.removeEventListener('beforeunload', warnBeforeUnload)
      try {
        unblock?.()
      } catch {
        // The run has ended as it has; the host's trouble with its own guard must not make a fault of it.
      }
    }
  }
  subscribe(() => {
    if (isRunning()) {
      release ??= raise()
    } else {
      release?.()
      release = undefined
    }
  })
}
