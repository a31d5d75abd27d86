import type { Host } from '../host/contract'
import { checkTexts, NO_TEXTS } from '../texts/checkTexts'
import type { HostTexts } from '../texts/createTranslations'

/** Faults that were reported. Each is reported once: hosts hand over their texts with each of their own renders. */
const told = new Set<string>()

/** Reads the host's own texts. A text that does not fit is left out, and reported by its key alone. */
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
