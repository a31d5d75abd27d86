import { IDLE } from './app/idle'
import { findScreen, loadScreen } from './app/loadScreen'
import { manifest } from './app/manifest'
import { openLater } from './app/openLater'
import { setStage } from './app/stage'
import type { Host, Plugin, PluginHandle } from './host/contract'

/** Names each mount apart: two screens on one page must not share CSS variables or DOM ids. */
let mounts = 0

/** A host that gave no element gets this handle: nothing can be shown, and nothing is thrown. */
const NOWHERE: PluginHandle = {
  update: () => undefined,
  status: () => IDLE,
  unmount: () => Promise.resolve(),
}

const loading = loadScreen()

function mount(element: HTMLElement, host: Host): PluginHandle {
  mounts += 1
  const name = `soc-${mounts}`
  try {
    const stage = setStage(element, name)
    return findScreen()?.openScreen(stage, name, host) ?? openLater(loading, stage, name, host)
  } catch {
    return NOWHERE
  }
}

export const plugin: Plugin = {
  ...manifest,
  mount,
  status: () => findScreen()?.readPageStatus() ?? IDLE,
}
