/** Scripts that are written from right to left, of the languages that browsers know. */
const RIGHT_TO_LEFT: ReadonlySet<string | undefined> = new Set([
  'Arab',
  'Hebr',
  'Thaa',
  'Syrc',
  'Nkoo',
  'Adlm',
  'Rohg',
])

/** @param locale BCP 47 as the host gives it; if it is missing or misspelt, the browser's locale counts */
export function readLocale(locale: string | undefined): string {
  try {
    const [tag] = typeof locale === 'string' ? Intl.getCanonicalLocales(locale) : []
    if (tag !== undefined) return tag
  } catch {
    // Figures in the browser's locale are better than a broken screen.
  }
  return new Intl.NumberFormat().resolvedOptions().locale
}

export type Direction = 'ltr' | 'rtl'

/** By the script, which also tells Punjabi in Pakistan from Punjabi in India. @param tag BCP 47 */
export function readDirection(tag: string): Direction {
  return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script) ? 'rtl' : 'ltr'
}
