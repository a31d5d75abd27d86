import type { Host, PluginHandle } from '../host/contract'
import { IDLE } from './idle'
import type { loadScreen } from './loadScreen'
import type { Stage } from './stage'

/** Opens the screen once its modules are loaded. Until then the handle keeps the latest host, and the status is idle. */
export function openLater(
  loading: ReturnType<typeof loadScreen>,
  stage: Stage,
  name: string,
  host: Host,
): PluginHandle {
  let latest = host
  let opened: PluginHandle | undefined
  let cleared: Promise<void> | undefined
  void loading.then(({ openScreen }) => {
    if (!cleared) opened = openScreen(stage, name, latest)
  })
  return {
    update: (next) => {
      latest = next
      opened?.update(next)
    },
    status: () => opened?.status() ?? IDLE,
    unmount: () => {
      cleared ??= opened?.unmount() ?? stage.clear()
      return cleared
    },
  }
}
