import { NO_TEXTS } from './checkTexts'
import { type Catalog, english } from './english'
import { createMeasures, type Measures } from './measures'
import { nameColumns } from './nameColumns'
import { NO_NAMES, type OwnNames } from './ownNames'
import { createTranslations, type HostTexts, type Translations } from './createTranslations'
import { createLocaleFormat, type LocaleFormat } from './locale/localeFormat'

/** Every visible text of the screen, and how the locale writes the values in them. */
export interface Messages extends Omit<Translations, 'language'>, LocaleFormat, Measures {
  /** The names that the host's OMS has for things. */
  readonly own: OwnNames
}

/**
 * @param locale BCP 47
 * @param catalog the texts of the language
 * @param hostTexts win over the catalog
 */
export function createMessages(
  locale: string | undefined,
  catalog: Catalog = english,
  hostTexts: HostTexts = NO_TEXTS,
  own: OwnNames = NO_NAMES,
): Messages {
  const format = createLocaleFormat(locale, hostTexts['language'] ?? catalog.language)
  const t = nameColumns(createTranslations(catalog, hostTexts, format), hostTexts, own)
  return { ...t, ...format, ...createMeasures(t, format), own }
}
