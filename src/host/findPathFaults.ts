import { isOnePath, isTemplate } from './isOnePath'
import { isShape } from './shape'

/** The published paths of the OMS, below the base URL of the host's client. */
export const defaultPaths = {
  cancelSubOrder: 'orders/{subOrderId}/cancel',
  // Line items have a path of their own: with a lost body, one path would cancel the whole sub-order.
  cancelLineItems: 'orders/{subOrderId}/cancel-line-items',
} as const

const PATHS = ['cancelSubOrder', 'cancelLineItems', 'readSubOrder']

/**
 * Says in sentences what is wrong with `host.settings.paths`. Reads them anew each time: a host may change them in
 * place. Throws only what a getter throws.
 */
export function findPathFaults(paths: unknown): string[] {
  if (paths === undefined) return []
  if (!isShape(paths)) return ['host.settings.paths must be an object.']
  // A path may also come from the prototype, which `Object.keys` leaves out.
  const faults = [...new Set([...PATHS, ...Object.keys(paths)])]
    .filter((name) => paths[name] !== undefined && !isTemplate(paths[name]))
    .map((name) => `host.settings.paths.${name} must contain {subOrderId}.`)
  if (faults.length > 0) return faults
  const whole = paths.cancelSubOrder ?? defaultPaths.cancelSubOrder
  const lines = paths.cancelLineItems ?? defaultPaths.cancelLineItems
  // With one path for both, a lost body would turn a line-item call into the cancellation of the whole sub-order.
  const isOne = isTemplate(whole) && isTemplate(lines) && isOnePath(whole, lines)
  return isOne ? ['host.settings.paths needs different paths for both calls.'] : []
}
