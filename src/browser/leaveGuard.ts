import { askHost, takeBack } from '../host/askHost'
import type { Host } from '../host/contract'

function warnBeforeUnload(event: BeforeUnloadEvent): void {
  event.preventDefault()
  // Chromium before 119 asks only where this is set.
  event.returnValue = true
}

/**
 * Asks before the page is left while a run is running. The browser asks even where the host's own guard throws, and a
 * guard that throws does not change how the run ends.
 *
 * @param readReason never throws: the host calls it
 */
export function guardLeaving(
  subscribe: (listener: () => void) => void,
  isRunning: () => boolean,
  readHost: () => Host,
  readReason: () => string,
): void {
  let release: (() => void) | undefined

  function raise(): () => void {
    window.addEventListener('beforeunload', warnBeforeUnload)
    const unblock = askHost((): unknown => {
      const host = readHost()
      const reason = () => (isRunning() ? readReason() : null)
      // Leaving for another menu of the portal needs no question: the run goes on without the screen.
      return host.blockLeaving?.(reason, { scope: 'page' })
    })
    return () => {
      window.removeEventListener('beforeunload', warnBeforeUnload)
      takeBack(unblock)
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
