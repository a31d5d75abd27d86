/** Repeats of a part. `most` is infinite where the repeats have no end. */
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
  /** The lookahead ends in `$` and speaks of the whole text; without `$` it speaks of the text's beginning. */
  readonly isWhole: boolean
}

/** A pattern that is tied to both ends of the text. */
export interface ParsedPattern {
  readonly conditions: readonly Condition[]
  readonly node: PatternNode
}

/**
 * Why a pattern cannot be used. `loose`: the pattern is not tied to both ends of the text. `beyond`: the parser does
 * not know the token at `at`. `broken`: the pattern is no regular expression; `said` is the browser's message.
 */
export type PatternTrouble =
  | { readonly why: 'loose' }
  | { readonly why: 'beyond'; readonly at: number }
  | { readonly why: 'broken'; readonly said: string }

// One character: a class, an escape, or itself. The browser has already checked that the pattern is a regular
// expression.
const ATOM =
  /\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|x[\da-f]{2}|u\{[\da-f]+\}|ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|u[\da-f]{4}|c[a-z]|[^bBk1-9])|[^\\()|[\]{}*+?^$]/isuy
// A lazy repeat matches the same whole texts as a greedy repeat.
const TIMES = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y
const GROUP = /\((?:\?(?::|<(?![=!])[^>]*>))?(?!\?)/y
const CONDITION = /\(\?([=!])/y

function readCharacter(atom: string): PatternNode {
  if (atom.length === 1 && atom !== '.') return { kind: 'character', isMeant: (given) => given === atom }
  // The browser knows what its classes mean. On a single character it cannot go back.
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

/** A pattern, and how far it is read. */
interface Reader {
  readonly pattern: string
  at: number
}

function take(reader: Reader, token: RegExp): RegExpExecArray | null {
  token.lastIndex = reader.at
  const match = token.exec(reader.pattern)
  if (match) reader.at = token.lastIndex
  return match
}

function takeText(reader: Reader, text: string): boolean {
  if (!reader.pattern.startsWith(text, reader.at)) return false
  reader.at += text.length
  return true
}

function parseTerm(reader: Reader): PatternNode | null {
  const atom = take(reader, ATOM)
  if (atom) return readCharacter(atom[0])
  if (!take(reader, GROUP)) return null
  const inner = parseChoice(reader)
  return inner && takeText(reader, ')') ? inner : null
}

function parseSequence(reader: Reader): PatternNode | null {
  const parts: PatternNode[] = []
  while (reader.at < reader.pattern.length && !/[|)$]/.test(reader.pattern.charAt(reader.at))) {
    const part = parseTerm(reader)
    if (!part) return null
    const times = take(reader, TIMES)
    parts.push(times ? { kind: 'times', part, ...readTimes(times) } : part)
  }
  return { kind: 'sequence', parts }
}

function parseChoice(reader: Reader): PatternNode | null {
  const parts: PatternNode[] = []
  do {
    const part = parseSequence(reader)
    if (!part) return null
    parts.push(part)
  } while (takeText(reader, '|'))
  const [only] = parts
  return parts.length === 1 && only ? only : { kind: 'choice', parts }
}

function parseConditions(reader: Reader): Condition[] | null {
  const conditions: Condition[] = []
  for (let sign = take(reader, CONDITION); sign; sign = take(reader, CONDITION)) {
    const node = parseChoice(reader)
    if (!node) return null
    const isWhole = node.kind !== 'choice' && takeText(reader, '$')
    if (!takeText(reader, ')')) return null
    conditions.push({ node, isWanted: sign[1] === '=', isWhole })
  }
  return conditions
}

/**
 * Takes a regular expression apart, with its meaning under the flag `u`. Whatever could make a match go back over the
 * text is beyond the parser: lookbehinds, references, word borders, and lookaheads anywhere but right behind `^`.
 */
export function parsePattern(pattern: string): ParsedPattern | PatternTrouble {
  const said = findSyntaxFault(pattern)
  if (said !== undefined) return { why: 'broken', said }
  const reader: Reader = { pattern, at: 0 }
  if (!takeText(reader, '^')) return { why: 'loose' }
  const conditions = parseConditions(reader)
  const node = conditions && parseChoice(reader)
  const { at } = reader
  if (!conditions || !node) return { why: 'beyond', at }
  // `^a|b$` means `^a` or `b$`: neither is tied to both ends.
  if (at === pattern.length || node.kind === 'choice') return { why: 'loose' }
  if (pattern.slice(at) === '$') return { conditions, node }
  return pattern.startsWith('$|', at) ? { why: 'loose' } : { why: 'beyond', at }
}
