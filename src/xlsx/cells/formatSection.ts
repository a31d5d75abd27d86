/** A place for a digit, or a text of the format's own. */
export type PatternToken = { readonly place: '0' | '#' } | { readonly text: string }

/** What one section of a number format does to a number, as far as we follow it. */
export type Section =
  /** As it stands, up to eleven digits. */
  | { readonly kind: 'general' }
  | { readonly kind: 'date' }
  | DigitSection
  | { readonly kind: 'scientific'; readonly integers: number; readonly decimals: number }
  /** The number itself is seen nowhere: `;;;`, or a dash in its place. */
  | { readonly kind: 'words'; readonly shown: string }

export type DigitSection =
  /** Digits, of which a separator, a currency or a colour is no part. */
  | (Digits & { readonly kind: 'digits' })
  /** Zeros in front, letters around. */
  | (Digits & {
      readonly kind: 'pattern'
      readonly tokens: readonly PatternToken[]
    })

interface Digits {
  /** Digits that are shown at the least: zeros fill them up. */
  readonly zeros: number
  readonly decimals: number
  /** Shown in hundredths, or in thousands. */
  readonly scale: number
  readonly isFraction: boolean
  /** What is shown beside the digits; nothing else is seen of 0 where `zeros` is 0. */
  readonly shown: string
  readonly hasBrackets: boolean
  /** Its places, with all that is seen around them: blanks, brackets and signs. */
  readonly looks: readonly PatternToken[]
}

/** A section while it is read, token by token. */
export interface SectionDraft {
  readonly tokens: PatternToken[]
  /** What is not quoted, without blanks and dashes. */
  bare: string
  /** What is shown where there is no digit. */
  shown: string
  isGeneral: boolean
  isElapsed: boolean
  condition: string | undefined
  /** Of texts: it has a place for one. */
  hasText: boolean
}

export function createDraft(): SectionDraft {
  return {
    tokens: [],
    bare: '',
    shown: '',
    isGeneral: false,
    isElapsed: false,
    condition: undefined,
    hasText: false,
  }
}

/** What a section that was read to its end does. */
export function closeDraft(draft: SectionDraft): Section {
  const { tokens, bare, shown, isGeneral, isElapsed } = draft
  if (isElapsed || /[dmyhs]/i.test(bare)) return { kind: 'date' }
  const scientific = /([0#?,]+)(?:\.([0#?]*))?E/i.exec(bare)
  if (scientific) {
    const [, integers = '', decimals = ''] = scientific
    return { kind: 'scientific', integers: countPlaces(integers), decimals: decimals.length }
  }
  const seen = dropLooks(tokens)
  if (isGeneral && !hasTexts(seen)) return { kind: 'general' }
  if (!/[0#?]/.test(bare)) return { kind: 'words', shown: shown.trim() }
  const digits = { ...readDigits(bare, shown.trim()), looks: tokens }
  return isPattern(bare, seen) ? { ...digits, kind: 'pattern', tokens: seen } : { ...digits, kind: 'digits' }
}

function readDigits(bare: string, shown: string): Omit<Digits, 'looks'> {
  const point = bare.indexOf('.')
  const whole = point < 0 ? bare : bare.slice(0, point)
  const parts = point < 0 ? '' : bare.slice(point)
  const isFraction = bare.includes('/')
  const thousands = /[0#?](,+)(?![0#?,])/.exec(bare)?.[1]?.length ?? 0
  return {
    // A fraction shows its whole number in any case, decimals their zeros.
    zeros: countPlaces(/0.*/.exec(whole)?.[0] ?? '') || Number(isFraction || parts.includes('0')),
    decimals: countPlaces(parts),
    scale: (bare.includes('%') ? 100 : 1) / 1000 ** thousands,
    isFraction,
    shown,
    hasBrackets: bare.includes('('),
  }
}

const countPlaces = (text: string): number => text.replace(/[^0#?]/g, '').length

/** Whether the number is seen with zeros in front or with letters, digits or dashes of the format's own. */
function isPattern(bare: string, places: readonly PatternToken[]): boolean {
  return /^[0#$€£¥()+]+$/.test(bare) && (/00/.test(bare) || hasTexts(places))
}

function hasTexts(tokens: readonly PatternToken[]): boolean {
  return tokens.some((token) => 'text' in token)
}

/** Blanks and currency signs are no part of an ID. */
function dropLooks(tokens: readonly PatternToken[]): PatternToken[] {
  return tokens.filter((token) => 'place' in token || /[\p{L}\p{N}_.-]/u.test(token.text))
}
