import type { Section } from './formatSection'
import type { NumberCase } from './numberFormat'

const tests: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
}

const GENERAL: NumberCase = { section: { kind: 'general' } }

const isMet = ({ sign, limit }: NonNullable<NumberCase['condition']>, value: number): boolean =>
  tests[sign]?.(value, limit) ?? false

/**
 * Picks the section for a number. `isOfNegatives`: the section is for numbers below zero and adds no sign.
 */
export function pickSection(
  cases: readonly NumberCase[],
  value: number,
): { readonly section: Section; readonly isOfNegatives?: true } {
  const [first = GENERAL, second, third] = cases
  if (!second) return !first.condition || isMet(first.condition, value) ? first : GENERAL
  // By place, the first section is for numbers above zero, the second for numbers below.
  const isFirst = first.condition
    ? isMet(first.condition, value)
    : value > 0 || (value === 0 && !third && !second.condition)
  if (isFirst) return first
  if (second.condition) return isMet(second.condition, value) ? second : (third ?? first)
  if (third && value >= 0) return third
  return first.condition || value >= 0 ? second : { section: second.section, isOfNegatives: true }
}
