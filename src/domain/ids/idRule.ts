import { createMatcher, type Matcher } from './createMatcher'
import { type PatternTrouble, parsePattern } from './parsePattern'

/**
 * The look of another system's IDs, by its host. Plain data: the rule goes to the worker, and stays with a
 * sheet.
 */
export interface IdRule {
  /** Source of a regular expression that matches whole IDs: `^#\d{4,10}$`. */
  readonly pattern: string
  /** The screen shows this sentence beside an ID that does not match. */
  readonly hint: string
}

/** Characters: nobody reads a longer pattern. The limit also bounds the depth of its groups. */
const LONGEST_PATTERN = 1000
/** Characters: the hint stands behind a sentence of ours, in a row of a table. */
const LONGEST_HINT = 200
const SAMPLE_ID = 'EXAMPLE'

type Compiled =
  | { readonly ok: true; readonly matcher: Matcher }
  | { readonly ok: false; readonly trouble: PatternTrouble | { readonly why: 'large' } }

function compile(pattern: string): Compiled {
  const parsed = parsePattern(pattern)
  if ('why' in parsed) return { ok: false, trouble: parsed }
  const matcher = createMatcher(parsed)
  return matcher ? { ok: true, matcher } : { ok: false, trouble: { why: 'large' } }
}

let latest: { readonly pattern: string; readonly compiled: Compiled } | undefined

/** Compiles a pattern and keeps the latest: a page has one host, and a host has one rule. */
function compileOnce(pattern: string): Compiled {
  if (latest?.pattern !== pattern) latest = { pattern, compiled: compile(pattern) }
  return latest.compiled
}

/** A matcher of whole texts whose time grows with the text's length. Undefined where the pattern cannot be used. */
export function findMatcher({ pattern }: IdRule): Matcher | undefined {
  const compiled = compileOnce(pattern)
  return compiled.ok ? compiled.matcher : undefined
}

const NAME = 'host.settings.subOrderId'

function describeTrouble(trouble: Exclude<Compiled, { ok: true }>['trouble'], pattern: string): string {
  switch (trouble.why) {
    case 'broken':
      return `${NAME}.pattern is no regular expression with the flag u. ${trouble.said}.`
    case 'loose':
      return `${NAME}.pattern must begin with ^ and end with $, with alternatives in a group: ^(?:A|B)$.`
    case 'large':
      return `${NAME}.pattern repeats too much within repeats: with all of them written out it must stay below 2,000 parts.`
    default:
      return `${NAME}.pattern holds "${pattern.slice(trouble.at, trouble.at + 4)}", which is not taken: a lookahead stands right behind ^ or nowhere; lookbehinds, references, word borders and flags have no place.`
  }
}

function findPatternFaults(pattern: unknown): string[] {
  if (typeof pattern !== 'string' || pattern === '')
    return [`${NAME}.pattern must be a text, the source of a regular expression: '^#\\\\d+$'.`]
  if (pattern.length > LONGEST_PATTERN)
    return [`${NAME}.pattern must have at most ${LONGEST_PATTERN} characters.`]
  const compiled = compileOnce(pattern)
  if (!compiled.ok) return [describeTrouble(compiled.trouble, pattern)]
  const { matcher } = compiled
  const empty = matcher.matches('') ? [`${NAME}.pattern must not match the empty text.`] : []
  const example = matcher.matches(SAMPLE_ID)
    ? [`${NAME}.pattern must not match ${SAMPLE_ID}, the ID of the sample: put (?!${SAMPLE_ID}$) behind ^.`]
    : []
  return [...empty, ...example]
}

function findHintFaults(hint: unknown): string[] {
  const isGood =
    typeof hint === 'string' && hint.trim() !== '' && hint.length <= LONGEST_HINT && !/\p{Cc}/u.test(hint)
  return isGood
    ? []
    : [
        `${NAME}.hint must be a sentence of at most ${LONGEST_HINT} characters that says what an ID looks like: 'An ID begins with #, as #1001 does.'`,
      ]
}

/**
 * Says what is wrong with a host's rule, in sentences for its developer. Empty without a rule. Throws what a getter
 * throws.
 */
export function findIdRuleFaults(given: unknown): string[] {
  if (given === undefined) return []
  if (typeof given !== 'object' || given === null)
    return [`${NAME} must be an object with a pattern and a hint.`]
  const { pattern, hint }: { readonly pattern?: unknown; readonly hint?: unknown } = given
  return [...findPatternFaults(pattern), ...findHintFaults(hint)]
}
