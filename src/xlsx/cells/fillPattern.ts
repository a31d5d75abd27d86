import type { DigitSection, PatternToken } from './formatSection'

/** Excel takes no format with more decimals. */
export const MOST_DECIMALS = 30

/** Writes a whole number above zero into the places of a section. */
export function fillPlaces(value: number, section: DigitSection): string {
  const digits = String(value)
  return section.kind === 'pattern'
    ? fillPattern(digits, section.tokens)
    : digits.padStart(section.zeros, '0')
}

/** Writes a whole number as its section scales it: in hundredths or in thousands. */
export function writeScaled(value: number, { scale, looks, decimals }: DigitSection): string {
  if (scale === 100) return `${value * scale}%`
  const first = looks.findIndex((token) => 'place' in token)
  const join = (tokens: readonly PatternToken[]) =>
    tokens.map((token) => ('text' in token ? token.text : '')).join('')
  const digits = (value * scale).toFixed(Math.min(decimals, MOST_DECIMALS))
  return `${join(looks.slice(0, first))}${digits}${join(looks.slice(first))}`
}

/** Writes digits into the places from the right; the first place takes all that are left. */
export function fillPattern(digits: string, tokens: readonly PatternToken[]): string {
  let rest = digits === '0' ? '' : digits
  let filled = ''
  const first = tokens.findIndex((token) => 'place' in token)
  for (const [index, token] of [...tokens.entries()].toReversed()) {
    if ('text' in token) {
      filled = token.text + filled
      continue
    }
    const taken = index === first ? rest : rest.slice(-1)
    rest = rest.slice(0, rest.length - taken.length)
    filled = (taken === '' && token.place === '0' ? '0' : taken) + filled
  }
  return filled
}
