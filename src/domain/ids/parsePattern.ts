/** Repeats of a part; without an end where `most` is infinite. */
export interface Repeat {
  readonly kind: 'times'
  readonly part: PatternNode
  readonly least: number
  readonly most: number
}

/** A part of a pattern. */
export type PatternNode =
  | { readonly kind: 'character'; readonly isMeant: (character: string) => boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly parts: readonly PatternNode[] }
  | Repeat

/** A lookahead right behind `^`. */
export interface Condition {
  readonly node: PatternNode
  /** `(?=…)` has to hold, `(?!…)` must not. */
  readonly isWanted: boolean
  /** It ends in `$`: it speaks of the whole text, and else of its beginning. */
  readonly isWhole: boolean
}

export interface ParsedPattern {
  readonly conditions: readonly Condition[]
  readonly node: PatternNode
}

/** `loose`: not tied to both ends of the text; `at`: the character in the pattern that is beyond us. */
export type PatternTrouble =
  | { readonly why: 'loose' }
  | { readonly why: 'beyond'; readonly at: number }
  | { readonly why: 'broken'; readonly said: string }

// One character: a class, an escape, or itself. The browser has checked before that the pattern is a regular expression.
const ATOM =
  /\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|x[\da-f]{2}|u\{[\da-f]+\}|ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|u[\da-f]{4}|c[a-z]|[^bBk1-9])|[^\\()|[\]{}*+?^$]/isuy
// Whether it is lazy makes no difference to whether all of a text matches.
const TIMES = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y
const GROUP = /\((?:\?(?::|<(?![=!])[^>]*>))?(?!\?)/y
const CONDITION = /\(\?([=!])/y

function readCharacter(atom: string): PatternNode {
  if (atom.length === 1 && atom !== '.') return { kind: 'character', isMeant: (given) => given === atom }
  // The browser knows what its classes mean; on a single character it has nothing to go back over.
  const own = new RegExp(`^${atom}$`, 'u')
  return { kind: 'character', isMeant: (given) => own.test(given) }
}

function readTimes([, sign, least, comma, most]: RegExpExecArray): { least: number; most: number } {
  if (sign !== undefined) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity }
  const from = Number(least)
  if (comma === undefined) return { least: from, most: from }
  return { least: from, most: most === '' ? Infinity : Number(most) }
}

function findSyntaxFault(pattern: string): string | undefined {
  try {
    RegExp(pattern, 'u')
    return undefined
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}

/**
 * Takes apart a regular expression, with the meaning that JavaScript gives it under the flag `u`. What could make a match go
 * back over the text is beyond it: lookbehinds, references, word borders, and lookaheads anywhere but right behind `^`.
 */
export function parsePattern(pattern: string): ParsedPattern | PatternTrouble {
  const said = findSyntaxFault(pattern)
  if (said !== undefined) return { why: 'broken', said }
  let at = 0
  function take(token: RegExp): RegExpExecArray | null {
    token.lastIndex = at
    const match = token.exec(pattern)
    if (match) at = token.lastIndex
    return match
  }
  function takeText(text: string): boolean {
    if (!pattern.startsWith(text, at)) return false
    at += text.length
    return true
  }
  function parseTerm(): PatternNode | null {
    const atom = take(ATOM)
    if (atom) return readCharacter(atom[0])
    if (!take(GROUP)) return null
    const inner = parseChoice()
    return inner && takeText(')') ? inner : null
  }
  function parseSequence(): PatternNode | null {
    const parts: PatternNode[] = []
    while (at < pattern.length && !/[|)$]/.test(pattern.charAt(at))) {
      const part = parseTerm()
      if (!part) return null
      const times = take(TIMES)
      parts.push(times ? { kind: 'times', part, ...readTimes(times) } : part)
    }
    return { kind: 'sequence', parts }
  }
  function parseChoice(): PatternNode | null {
    const parts: PatternNode[] = []
    do {
      const part = parseSequence()
      if (!part) return null
      parts.push(part)
    } while (takeText('|'))
    const [only] = parts
    return parts.length === 1 && only ? only : { kind: 'choice', parts }
  }
  function parseConditions(): Condition[] | null {
    const conditions: Condition[] = []
    for (let sign = take(CONDITION); sign; sign = take(CONDITION)) {
      const node = parseChoice()
      if (!node) return null
      const isWhole = node.kind !== 'choice' && takeText('$')
      if (!takeText(')')) return null
      conditions.push({ node, isWanted: sign[1] === '=', isWhole })
    }
    return conditions
  }
  if (!takeText('^')) return { why: 'loose' }
  const conditions = parseConditions()
  const node = conditions && parseChoice()
  if (!conditions || !node) return { why: 'beyond', at }
  // `^a|b$` is `^a`, or `b$`: neither is tied to both ends.
  if (at === pattern.length || node.kind === 'choice') return { why: 'loose' }
  if (pattern.slice(at) === '$') return { conditions, node }
  return pattern.startsWith('$|', at) ? { why: 'loose' } : { why: 'beyond', at }
}
