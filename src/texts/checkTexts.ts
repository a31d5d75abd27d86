import { findText, type HostTexts } from './createTranslations'
import { FORMER_VALUES, findKey } from './formerKeys'
import { listNames, parseTemplate } from './locale/template'

export interface CheckedTexts {
  readonly texts: HostTexts
  /** One sentence to the host's developer for each text that is left out. */
  readonly faults: readonly string[]
}

export const NO_TEXTS: HostTexts = {}

const NO_LIST = 'host.texts must be an object of texts by their keys: it is left out.'

function findTagFault(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text).length === 1 ? null : 'it must be a BCP 47 tag'
  } catch {
    return 'it must be a BCP 47 tag'
  }
}

/** Why a text of the host cannot replace ours; null: it can. */
function findFault(path: string, text: unknown): string | null {
  const own = findText(path)
  if (own === undefined) return 'there is no such key'
  if (typeof text !== 'string') return 'it must be a text'
  if (text.trim() === '') return 'it must not be empty'
  if (path === 'language') return findTagFault(text)
  const template = parseTemplate(text)
  if (!template) return 'its braces do not fit, or a plural lacks "other"'
  const names = new Set([...listNames(parseTemplate(own) ?? []), ...(FORMER_VALUES[path] ?? [])])
  const wrong = listNames(template).filter((name) => !names.has(name))
  if (wrong.length === 0) return null
  return `it has no ${wrong.map((name) => `{${name}}`).join(', ')}`
}

/** Takes the usable texts of a host. Never throws, whatever they are. */
export function checkTexts(given: unknown): CheckedTexts {
  if (given === undefined || given === null) return { texts: NO_TEXTS, faults: [] }
  if (typeof given !== 'object' || Array.isArray(given)) return { texts: NO_TEXTS, faults: [NO_LIST] }
  const texts: Record<string, string> = {}
  const faults: string[] = []
  try {
    for (const [path, text] of Object.entries(given)) {
      const key = findKey(path)
      const fault = findFault(key, text)
      if (fault !== null) faults.push(`host.texts['${path}'] is left out: ${fault}.`)
      // A host that has both keys means the new one.
      else if (typeof text === 'string' && (key === path || !Object.hasOwn(texts, key))) texts[key] = text
    }
  } catch {
    return { texts: NO_TEXTS, faults: ['host.texts threw when it was read: it is left out.'] }
  }
  return { texts, faults }
}
