import type { Matcher } from './createMatcher'
import { findMatcher, type IdRule } from './idRule'

const SEPARATORS = [' ', ',', ';', '|', '/'] as const

const knownSeparators = new WeakMap<Matcher, RegExp>()

/**
 * Separators of several IDs in a cell. A character that an ID may hold by the rule separates nothing; a line end always
 * does.
 */
export function findSeparators(rule: IdRule | undefined): RegExp {
  const matcher = rule && findMatcher(rule)
  if (!matcher) return /[\s,;|/]+/
  const known = knownSeparators.get(matcher)
  if (known) return known
  const apart = SEPARATORS.filter((sign) => !matcher.mayHold(sign)).map((sign) =>
    sign === ' ' ? '\\s' : sign,
  )
  const separators = new RegExp(`[\\r\\n\\t${apart.join('')}]+`)
  knownSeparators.set(matcher, separators)
  return separators
}
