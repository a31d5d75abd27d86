import { askHost, takeBack } from '../host/askHost'
import type { Host } from '../host/contract'

function warnBeforeUnload(event: BeforeUnloadEvent): void {
  event.preventDefault()
  // Chromium before 119 asks only when this is set.
  event.returnValue = true
}

/**
 * Asks before the page is left, while a run goes on and no longer. Whatever the host's own guard throws, the browser's question
 * is there, and the run ends as it has.
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
      // Another menu of the portal takes the screen away, and the run goes on: there is nothing to ask then.
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
