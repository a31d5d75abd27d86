import type { Condition, ParsedPattern, PatternNode, Repeat } from './parsePattern'

/** No ID is longer, so that more repeats than this are as good as no end. */
const MOST_TIMES = 256
/** Parts of a pattern with its repeats written out. Each character of a text looks at no more of them than there are. */
const MOST_PARTS = 2000
/**
 * Parts that are remembered over all places: IDs of one system come to some hundred, and these take some MB. A pattern that
 * makes more is walked without remembering.
 */
const MOST_KEPT = 200_000
/** What a place costs beside its parts. */
const PLACE_COST = 32

/** `end`: all of the text matches; else what the next character has to be, or several ways to go on. */
type State =
  | { readonly kind: 'end' }
  | { readonly kind: 'character'; readonly isMeant: (character: string) => boolean; readonly next: number }
  | { readonly kind: 'fork'; ways: readonly number[] }

/** Where a pattern may stand after some characters: all of its ways at once. */
interface Place {
  readonly states: readonly number[]
  readonly isEnd: boolean
  /** By the code of the character that follows. */
  readonly next: (Place | undefined)[]
}

export interface Matcher {
  /** Whether all of the text matches. In time that grows with its length, whatever the pattern. */
  matches(text: string): boolean
  /** Whether a text that matches may hold this character. */
  mayHold(character: string): boolean
  /** Parts of the pattern that were looked at so far: what a match costs, for tests. */
  readonly steps: number
}

/** @returns undefined where the pattern has too many parts */
function layOut(node: PatternNode): { states: readonly State[]; first: number } | undefined {
  const states: State[] = [{ kind: 'end' }]
  let left = MOST_PARTS
  const add = (state: State) => states.push(state) - 1
  /** @returns the state that a text has to be in before this node, if `next` is the one behind it */
  function lay(part: PatternNode, next: number): number {
    left -= 1
    // Too many: whatever comes of it is thrown away.
    if (left < 0) return next
    if (part.kind === 'character') return add({ kind: 'character', isMeant: part.isMeant, next })
    if (part.kind === 'choice') return add({ kind: 'fork', ways: part.parts.map((one) => lay(one, next)) })
    if (part.kind === 'sequence') return part.parts.reduceRight((behind, one) => lay(one, behind), next)
    return layTimes(part, next)
  }
  function layTimes({ part, least, most }: Repeat, next: number): number {
    let first = next
    if (most > MOST_TIMES) {
      const loop = { kind: 'fork' as const, ways: [next] }
      first = add(loop)
      loop.ways = [lay(part, first), next]
    } else {
      for (let count = least; count < most && left >= 0; count += 1)
        first = add({ kind: 'fork', ways: [lay(part, first), next] })
    }
    for (let count = 0; count < Math.min(least, MOST_TIMES) && left >= 0; count += 1) first = lay(part, first)
    return first
  }
  const first = lay(node, 0)
  return left < 0 ? undefined : { states, first }
}

/** Of codes above it nothing is remembered: IDs hardly have any. */
const LAST_ASCII = 127

/** Walks a text through a pattern by all its ways at once (Thompson), each place it comes to kept for the next text. */
function createWalker(node: PatternNode) {
  const laid = layOut(node)
  if (!laid) return undefined
  const { states, first } = laid
  const places = new Map<string, Place>()
  const seen = new Uint32Array(states.length)
  let round = 0
  let kept = 0
  let steps = 0

  /** Goes on from some states to all that stand before a character, or at the end. */
  function createPlace(open: number[]): Place {
    round += 1
    const own: number[] = []
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      steps += 1
      if (seen[at] === round) continue
      seen[at] = round
      const state = states[at]
      if (state?.kind === 'fork') for (const way of state.ways) open.push(way)
      else if (state?.kind === 'character') own.push(at)
    }
    const place = { states: own, isEnd: seen[0] === round, next: [] }
    return kept > MOST_KEPT ? place : keepPlace(place)
  }
  function keepPlace(place: Place): Place {
    const key = `${[...place.states].sort((one, other) => one - other).join()}${place.isEnd ? '$' : ''}`
    const known = places.get(key)
    if (known) return known
    places.set(key, place)
    kept += PLACE_COST + place.states.length
    return place
  }
  function step(place: Place, character: string): Place {
    const open: number[] = []
    for (const at of place.states) {
      steps += 1
      const state = states[at]
      if (state?.kind === 'character' && state.isMeant(character)) open.push(state.next)
    }
    const next = createPlace(open)
    const code = character.charCodeAt(0)
    if (code <= LAST_ASCII) place.next[code] = next
    return next
  }
  const start = createPlace([first])
  return {
    get steps() {
      return steps
    },
    mayHold: (character: string) =>
      states.some((state) => state.kind === 'character' && state.isMeant(character)),
    walk(text: string, isWhole: boolean): boolean {
      let place = start
      for (let at = 0; at < text.length; at += 1) {
        if (place.isEnd && !isWhole) return true
        if (place.states.length === 0) return false
        const known = place.next[text.charCodeAt(at)]
        if (known) {
          place = known
          continue
        }
        const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
        place = step(place, character)
        at += character.length - 1
      }
      return place.isEnd
    },
  }
}

type Walker = NonNullable<ReturnType<typeof createWalker>>

/** Makes a matcher of a pattern. @returns undefined where its repeats come to too many parts */
export function createMatcher({ node, conditions }: ParsedPattern): Matcher | undefined {
  const own = createWalker(node)
  const checks: (Condition & { readonly walker: Walker })[] = []
  for (const condition of conditions) {
    const walker = createWalker(condition.node)
    if (!walker) return undefined
    checks.push({ ...condition, walker })
  }
  return (
    own && {
      matches: (text) =>
        own.walk(text, true) &&
        checks.every(({ walker, isWanted, isWhole }) => walker.walk(text, isWhole) === isWanted),
      mayHold: own.mayHold,
      get steps() {
        return checks.reduce((sum, { walker }) => sum + walker.steps, own.steps)
      },
    }
  )
}
