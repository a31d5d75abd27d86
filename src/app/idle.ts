import type { PluginStatus } from '../host/contract'

/** The status where nothing has been started. */
export const IDLE: PluginStatus = { phase: 'idle', done: 0, total: 0 }
