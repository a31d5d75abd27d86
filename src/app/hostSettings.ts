import { type EffectiveSettings, readSettings } from './config'
import { findPathFaults } from '../host/findPathFaults'
import type { Host } from '../host/contract'

type CancelPaths = Pick<EffectiveSettings['paths'], 'cancelSubOrder' | 'cancelLineItems'>

export interface SettingsReader {
  /**
   * The settings in force now. Where the host throws, the settings that were read last hold, and a repeat is not safe.
   * Never throws.
   */
  read(): EffectiveSettings
  /**
   * The paths of a cancel. Never a guess: a cancel on a path that the host did not mean cannot be undone.
   *
   * @throws Error where the host throws, or where its paths are not valid: they may be changed in place
   */
  readCancelPaths(): CancelPaths
}

/**
 * Reads a host's settings at each call: a host may hand over new ones, or change them in place, while a run is running.
 */
export function createSettingsReader(readHost: () => Host): SettingsReader {
  let latest = readSettings(undefined)
  return {
    read: () => {
      try {
        latest = readSettings(readHost().settings)
        return latest
      } catch {
        return { ...latest, repeatIsSafe: false }
      }
    },
    readCancelPaths: () => {
      const { settings } = readHost()
      if (settings !== undefined && settings !== null && typeof settings !== 'object') {
        throw new TypeError('host.settings must be an object.')
      }
      const paths: unknown = settings?.paths
      // Each path is read once, so that the checked path is the path in force.
      const copy = typeof paths === 'object' && paths !== null ? copyPaths(paths) : paths
      const faults = findPathFaults(copy)
      if (faults.length > 0) throw new TypeError(faults.join(' '))
      const { cancelSubOrder, cancelLineItems } = readSettings({ paths: copy as CancelPaths }).paths
      return { cancelSubOrder, cancelLineItems }
    },
  }
}

function copyPaths({ cancelSubOrder, cancelLineItems }: Partial<Record<keyof CancelPaths, unknown>>) {
  return { cancelSubOrder, cancelLineItems }
}
