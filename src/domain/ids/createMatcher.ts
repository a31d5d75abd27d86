import { layOut, type State } from './layOutPattern'
import type { Condition, ParsedPattern, PatternNode } from './parsePattern'

/**
 * How many states all places together may hold: the IDs of one system need some hundred, and this limit is some MB. A
 * pattern that makes more is walked without remembering.
 */
const MOST_KEPT = 200_000
/** The cost of a place beside its states. */
const PLACE_COST = 32

/** The states in which a pattern may be after some characters, for all its alternatives at once. */
interface Place {
  readonly states: readonly number[]
  readonly isEnd: boolean
  /** The next place, by the code of the next character. */
  readonly next: (Place | undefined)[]
}

/** Matches texts against the pattern of a host. */
export interface Matcher {
  /** Whether all of the text matches. The time grows with the text's length, whatever the pattern. */
  matches(text: string): boolean
  /** Whether a text that matches may hold this character. */
  mayHold(character: string): boolean
  /** How many states the matcher has looked at so far: the cost of a match, for tests. */
  readonly steps: number
}

/** Next places are remembered up to this character code: IDs hardly have others. */
const LAST_ASCII = 127

/** A pattern as states, and all places that a walk has come to. */
interface Walk {
  readonly states: readonly State[]
  readonly places: Map<string, Place>
  /** By state: the round that saw it last. */
  readonly seen: Uint32Array
  round: number
  kept: number
  steps: number
}

function keepPlace(walk: Walk, place: Place): Place {
  const key = `${[...place.states].sort((one, next) => one - next).join()}${place.isEnd ? '$' : ''}`
  const known = walk.places.get(key)
  if (known) return known
  walk.places.set(key, place)
  walk.kept += PLACE_COST + place.states.length
  return place
}

/** Follows the forks behind some states, up to the states before a character or at the end. */
function createPlace(walk: Walk, open: number[]): Place {
  const { states, seen } = walk
  walk.round += 1
  const own: number[] = []
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    walk.steps += 1
    if (seen[at] === walk.round) continue
    seen[at] = walk.round
    const state = states[at]
    if (state?.kind === 'fork') for (const way of state.ways) open.push(way)
    else if (state?.kind === 'character') own.push(at)
  }
  const place = { states: own, isEnd: seen[0] === walk.round, next: [] }
  return walk.kept > MOST_KEPT ? place : keepPlace(walk, place)
}

/** The place behind a character. */
function step(walk: Walk, place: Place, character: string): Place {
  const open: number[] = []
  for (const at of place.states) {
    walk.steps += 1
    const state = walk.states[at]
    if (state?.kind === 'character' && state.isMeant(character)) open.push(state.next)
  }
  const next = createPlace(walk, open)
  const code = character.charCodeAt(0)
  if (code <= LAST_ASCII) place.next[code] = next
  return next
}

/** @param isWhole the pattern has to match all of the text, and not only its beginning */
function walkText(walk: Walk, start: Place, text: string, isWhole: boolean): boolean {
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
    place = step(walk, place, character)
    at += character.length - 1
  }
  return place.isEnd
}

/** Walks texts through a pattern by all its ways at once (Thompson), and keeps each place for the next text. */
function createWalker(node: PatternNode) {
  const laid = layOut(node)
  if (!laid) return undefined
  const { states, first } = laid
  const seen = new Uint32Array(states.length)
  const walk: Walk = { states, places: new Map(), seen, round: 0, kept: 0, steps: 0 }
  const start = createPlace(walk, [first])
  return {
    get steps() {
      return walk.steps
    },
    mayHold: (character: string) =>
      states.some((state) => state.kind === 'character' && state.isMeant(character)),
    walk: (text: string, isWhole: boolean) => walkText(walk, start, text, isWhole),
  }
}

type Walker = NonNullable<ReturnType<typeof createWalker>>

/** Makes a matcher of a pattern. @returns undefined where its repeats make too many states */
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
