import { layOut } from './layOutPattern'
import type { Condition, ParsedPattern, PatternNode } from './parsePattern'

/**
 * Parts that are remembered over all places: IDs of one system come to some hundred, and these take some MB. A pattern that
 * makes more is walked without remembering.
 */
const MOST_KEPT = 200_000
/** What a place costs beside its parts. */
const PLACE_COST = 32

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
