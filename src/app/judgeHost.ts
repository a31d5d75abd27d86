import { readMeaning } from '../csv/cells/readMeaning'
import { findColumnNameFaults } from '../domain/sheet/columnNames'
import { findIdRuleFaults } from '../domain/ids/idRule'
import { validateHost, type HostCheck } from '../host/validateHost'

/** Finds faults in the column names and the ID rule of a host. Throws what a getter throws. */
function findNamingFaults(settings: unknown): string[] {
  if (typeof settings !== 'object' || settings === null) return []
  const { subOrderId, columns }: { readonly subOrderId?: unknown; readonly columns?: unknown } = settings
  return [...findIdRuleFaults(subOrderId), ...findColumnNameFaults(columns, readMeaning)]
}

/** Finds all faults of a host, in sentences for its developer. Throws only what a getter of the host throws. */
export function judgeHost(given: unknown): HostCheck {
  const check = validateHost(given)
  if (typeof given !== 'object' || given === null) return check
  const { settings }: { readonly settings?: unknown } = given
  const faults = findNamingFaults(settings)
  if (faults.length === 0) return check
  return { ok: false, faults: check.ok ? faults : [...check.faults, ...faults] }
}
