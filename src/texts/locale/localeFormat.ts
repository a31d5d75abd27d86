import { type Direction, readDirection, readLocale } from './readLocale'
import type { Filling, Value } from './template'

/** Letters of Arabic, Hebrew and related scripts. */
const RIGHT_TO_LEFT_TEXT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** A text that keeps its own direction in any surroundings. */
const isolate = (text: string) => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`

/** How a locale writes figures, lists and directions. */
export interface LocaleFormat extends Filling {
  /** The language of the texts, BCP 47. */
  readonly language: string
  /** The direction of the layout: that of the locale, whatever language the texts are in. */
  readonly direction: Direction
  number(value: number): string
  /** At least two digits: `05`. */
  pad(value: number): string
  /** `23 Nov, 14:02`. @param ms milliseconds since 1970 */
  when(ms: number): string
  /** `3, 7 and 9` */
  and(texts: readonly string[]): string
  /** `3, 7, 9` */
  list(texts: readonly string[]): string
  /** A whole text, ready for the layout. */
  finish(text: string): string
}

/** English without a country would write months before days, which users in India do not expect. */
const chooseTag = (language: string, locale: string) => {
  if (language === 'en') return 'en-GB'
  return new Intl.Locale(locale).language === new Intl.Locale(language).language ? locale : language
}

/** Creates a formatter at its first use: the first ones of a page take the browser some milliseconds each. */
function createLater<T>(create: () => T): () => T {
  let made: T | undefined
  return () => (made ??= create())
}

/**
 * Figures follow the user's locale; plurals, lists and months follow the language of the texts; the day and the hour
 * are those of the user's time zone.
 */
export function createLocaleFormat(givenLocale: string | undefined, givenLanguage: string): LocaleFormat {
  const locale = readLocale(givenLocale)
  const language = readLocale(givenLanguage)
  const tag = chooseTag(language, locale)
  const direction = readDirection(locale)
  const ownDirection = readDirection(language)
  const plain = createLater(() => new Intl.NumberFormat(locale))
  const padded = createLater(() => new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 }))
  const plurals = createLater(() => new Intl.PluralRules(tag))
  const moment = createLater(
    () =>
      new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
  )
  const conjunction = createLater(() => new Intl.ListFormat(tag, { type: 'conjunction' }))
  const enumeration = createLater(() => new Intl.ListFormat(tag, { type: 'unit', style: 'short' }))
  function write(value: Value): string {
    if (typeof value === 'number') return plain().format(value)
    return ownDirection === 'rtl' || RIGHT_TO_LEFT_TEXT.test(value) ? isolate(value) : value
  }
  return {
    language,
    direction,
    number: (value) => plain().format(value),
    pad: (value) => padded().format(value),
    when: (ms) => moment().format(ms),
    and: (texts) => conjunction().format(texts),
    list: (texts) => enumeration().format(texts),
    write,
    choosePlural: (value) => plurals().select(value),
    // In a layout from right to left, the full stop of a text from left to right would stand before the sentence.
    finish: (text) => (direction === ownDirection || text === '' ? text : isolate(text)),
  }
}
