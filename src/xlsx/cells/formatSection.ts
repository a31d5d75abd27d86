/** A place for a digit, or a text of the format. */
export type PatternToken = { readonly place: '0' | '#' } | { readonly text: string }

/** The effect of a section of a number format, as far as we follow it. */
export type Section =
  /** The number as it stands, up to eleven digits. */
  | { readonly kind: 'general' }
  | { readonly kind: 'date' }
  | DigitSection
  | { readonly kind: 'scientific'; readonly integers: number; readonly decimals: number }
  /** The number is not visible: `;;;`, or a dash in its place. */
  | { readonly kind: 'words'; readonly shown: string }

export type DigitSection =
  /** Digits without separators, currency and colour. */
  | (Digits & { readonly kind: 'digits' })
  /** Digits with leading zeros, or with letters around. */
  | (Digits & {
      readonly kind: 'pattern'
      readonly tokens: readonly PatternToken[]
    })

interface Digits {
  /** The least number of digits; leading zeros fill them up. */
  readonly zeros: number
  readonly decimals: number
  /** The number is multiplied by this: 100 for `%`, 0.001 for each thousands comma. */
  readonly scale: number
  readonly isFraction: boolean
  /** The texts beside the digits. Where `zeros` is 0, the number 0 shows nothing else. */
  readonly shown: string
  readonly hasBrackets: boolean
  /** The places, with all blanks, brackets and signs around them. */
  readonly looks: readonly PatternToken[]
}

/** A section while it is read, token by token. */
export interface SectionDraft {
  readonly tokens: PatternToken[]
  /** The code without quoted texts, blanks and dashes. */
  bare: string
  /** The texts without the digits. */
  shown: string
  isGeneral: boolean
  isElapsed: boolean
  condition: string | undefined
  /** The section has a place for a text. */
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

/** Makes a section of a complete draft. */
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
    // A fraction always shows its whole number; decimals show their zeros.
    zeros: countPlaces(/0.*/.exec(whole)?.[0] ?? '') || Number(isFraction || parts.includes('0')),
    decimals: countPlaces(parts),
    scale: (bare.includes('%') ? 100 : 1) / 1000 ** thousands,
    isFraction,
    shown,
    hasBrackets: bare.includes('('),
  }
}

const countPlaces = (text: string): number => text.replace(/[^0#?]/g, '').length

/** Whether the format adds leading zeros, or letters, digits or dashes of its own. */
function isPattern(bare: string, places: readonly PatternToken[]): boolean {
  return /^[0#$€£¥()+]+$/.test(bare) && (/00/.test(bare) || hasTexts(places))
}

function hasTexts(tokens: readonly PatternToken[]): boolean {
  return tokens.some((token) => 'text' in token)
}

/** Removes blanks and currency signs: they are no part of an ID. */
function dropLooks(tokens: readonly PatternToken[]): PatternToken[] {
  return tokens.filter((token) => 'place' in token || /[\p{L}\p{N}_.-]/u.test(token.text))
}
