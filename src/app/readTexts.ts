import type { Host } from '../host/contract'
import { checkTexts, NO_TEXTS } from '../texts/checkTexts'
import type { HostTexts } from '../texts/phrases'

/** Each is told once a page: hosts hand over their texts with each of their own renders. */
const told = new Set<string>()

/** The host's own texts, as far as they fit. What does not is left out and named, by its key alone. */
export function readTexts(host: Host): HostTexts {
  const { texts, faults } = readChecked(host)
  for (const fault of faults) {
    if (told.has(fault)) continue
    told.add(fault)
    console.warn(`Sub-Order Cancellation: ${fault}`)
  }
  return texts
}

function readChecked(host: Host) {
  try {
    return checkTexts(host.texts)
  } catch {
    return { texts: NO_TEXTS, faults: ['host.texts threw when it was read: it is left out.'] }
  }
}
