import type { PluginEvent } from '../../src/host/contract'

/** The content of the badge; null: no run is under way. */
export interface RunProgress {
  readonly done: number
  readonly total: number
  readonly paused: boolean
}

let progress: RunProgress | null = null
const listeners = new Set<() => void>()

/** The run as the plugin's events tell it, wherever in the portal the user is. */
export const runProgress = {
  read: (): RunProgress | null => progress,
  hear(event: PluginEvent): void {
    const { type, done, total } = event
    const over = type === 'run-finished' || type === 'run-stopped'
    progress = over ? null : { done, total, paused: type === 'run-paused' }
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}
