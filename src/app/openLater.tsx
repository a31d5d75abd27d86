import { describeThrown } from '../host/describeThrown'
import type { Host, PluginHandle } from '../host/contract'
import { IDLE } from './idle'
import type { loadScreen } from './loadScreen'
import type { Stage } from './stage'
import { createUserWatch, type UserWord } from './userWatch'

/**
 * Opens the screen once its modules are loaded, with the host that was given last. Until then the status is idle, and what
 * the host says about its user is kept for the screen.
 */
export function openLater(
  loading: ReturnType<typeof loadScreen>,
  stage: Stage,
  name: string,
  host: Host,
): PluginHandle {
  let lastWord = 0
  let opened: PluginHandle | undefined
  let cleared: Promise<void> | undefined
  let said: UserWord | undefined
  const watchUser = createUserWatch((user) => (said = { user }))

  // Each word is in the queue anew: of two mounts, the one with the host's last word opens last.
  function plan(next: Host): void {
    lastWord += 1
    const word = lastWord
    said = undefined
    watchUser(next)
    loading
      .then(({ openScreen }) => {
        if (cleared || word !== lastWord) return
        watchUser({})
        opened = openScreen(stage, name, next, said)
      })
      .catch((error: unknown) => {
        if (cleared) return
        stage.render(<p role="alert">{`Sub-Order Cancellation cannot open: ${describeThrown(error)}`}</p>)
      })
  }
  plan(host)
  return {
    update: (next) => {
      if (opened) opened.update(next)
      else plan(next)
    },
    status: () => opened?.status() ?? IDLE,
    unmount: () => {
      watchUser({})
      cleared ??= opened?.unmount() ?? stage.clear()
      return cleared
    },
  }
}
