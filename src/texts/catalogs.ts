import { withTimeout } from '../domain/time/withTimeout'
import { type Catalog, english } from './english'
import { readLocale } from './locale/readLocale'

/** The languages that the screen has texts in; any other locale gets English texts. */
export type Language = 'en' | 'hi'

/** The longest time for an empty screen. Then the screen shows English texts. */
const PATIENCE_MS = 8000

export function chooseLanguage(locale: string | undefined): Language {
  return new Intl.Locale(readLocale(locale)).language === 'hi' ? 'hi' : 'en'
}

/** The catalogs that this page has loaded. */
const loaded = new Map<Language, Catalog>([['en', english]])

/** The texts of a language, if they are loaded. */
export function findCatalog(language: Language): Catalog | undefined {
  return loaded.get(language)
}

/** The texts of a language; English texts if they cannot be loaded in time. Never rejects. */
export async function loadCatalog(language: Language, patienceMs = PATIENCE_MS): Promise<Catalog> {
  const known = loaded.get(language)
  if (known) return known
  return withTimeout<Catalog>(fetchHindi(), patienceMs, () => english).catch(() => english)
}

async function fetchHindi(): Promise<Catalog> {
  const { hindi } = await import(/* webpackChunkName: "hindi" */ './hindi')
  loaded.set('hi', hindi)
  return hindi
}
