import { withTimeout } from '../domain/time/withTimeout'
import { english, type Words } from './english'

/** Those that the screen has texts in; any other locale gets English words. */
export type Language = 'en' | 'hi'

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

/** Longer than this nobody looks at an empty place: English stands there then. */
const PATIENCE_MS = 8000

/** @param locale BCP 47 as the host gives it. One that is misspelt or missing is the browser's. */
export function readLocale(locale: string | undefined): string {
  try {
    const [tag] = typeof locale === 'string' ? Intl.getCanonicalLocales(locale) : []
    if (tag !== undefined) return tag
  } catch {
    // Figures in the browser's are better than a broken screen.
  }
  return new Intl.NumberFormat().resolvedOptions().locale
}

export type Direction = 'ltr' | 'rtl'

/** By the script, which also tells Punjabi in Pakistan from Punjabi in India. @param tag BCP 47 */
export function readDirection(tag: string): Direction {
  return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script) ? 'rtl' : 'ltr'
}

export function chooseLanguage(locale: string | undefined): Language {
  return new Intl.Locale(readLocale(locale)).language === 'hi' ? 'hi' : 'en'
}

/** Of this page: what was loaded stays. */
const loaded = new Map<Language, Words>([['en', english]])

/** The texts of a language, where they are there already. */
export function findWords(language: Language): Words | undefined {
  return loaded.get(language)
}

/** The texts of a language; English where they cannot be had, or not in time. Never rejects. */
export async function loadWords(language: Language, patienceMs = PATIENCE_MS): Promise<Words> {
  const known = loaded.get(language)
  if (known) return known
  return withTimeout<Words>(fetchHindi(), patienceMs, () => english).catch(() => english)
}

async function fetchHindi(): Promise<Words> {
  const { hindi } = await import(/* webpackChunkName: "hindi" */ './hindi')
  loaded.set('hi', hindi)
  return hindi
}
