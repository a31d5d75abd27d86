import type { Condition, ParsedPattern, PatternNode, Repeat } from './parsePattern'

/** No ID is longer, so that more repeats than this are as good as no end. */
const MOST_TIMES = 256
/** Parts of a pattern with its repeats written out. Each character of a text looks at no more of them than there are. */
const MOST_PARTS = 5000
/** Parts of the pattern that are remembered over all steps: IDs of one system need some hundred, and this many take some MB. */
const MOST_KEPT = 100_000

/** `end`: all of the text matches; else what the next character has to be, or several ways to go on. */
type State =
  | { readonly kind: 'end' }
  | { readonly kind: 'character'; readonly isMeant: (character: string) => boolean; readonly next: number }
  | { readonly kind: 'fork'; ways: readonly number[] }

/** Where a pattern may stand after some characters: all of its ways at once. */
interface Place {
  readonly states: readonly number[]
  readonly isEnd: boolean
  readonly next: Map<string, Place>
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

/** Walks a text through a pattern by all its ways at once (Thompson), each place it comes to kept for the next text. */
function createWalker(node: PatternNode) {
  const laid = layOut(node)
  if (!laid) return undefined
  const { states, first } = laid
  let places = new Map<string, Place>()
  let kept = 0
  let steps = 0
  let start = createPlace([first])

  function createPlace(from: readonly number[]): Place {
    const found = new Set<number>()
    const open = [...from]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      steps += 1
      if (found.has(at)) continue
      found.add(at)
      const state = states[at]
      if (state?.kind === 'fork') open.push(...state.ways)
    }
    const own = [...found].filter((at) => states[at]?.kind === 'character').sort((one, other) => one - other)
    const isEnd = found.has(0)
    const key = `${own.join()}${isEnd ? '$' : ''}`
    const known = places.get(key)
    if (known) return known
    const place = { states: own, isEnd, next: new Map<string, Place>() }
    places.set(key, place)
    return place
  }
  function step(place: Place, character: string): Place {
    const known = place.next.get(character)
    if (known) return known
    steps += place.states.length
    const next = createPlace(
      place.states.flatMap((at) => {
        const state = states[at]
        return state?.kind === 'character' && state.isMeant(character) ? [state.next] : []
      }),
    )
    place.next.set(character, next)
    kept += 1 + next.states.length
    return next
  }
  function forget(): void {
    places = new Map()
    kept = 0
    start = createPlace([first])
  }
  return {
    get steps() {
      return steps
    },
    mayHold: (character: string) =>
      states.some((state) => state.kind === 'character' && state.isMeant(character)),
    walk(text: string, isWhole: boolean): boolean {
      if (kept > MOST_KEPT) forget()
      let place = start
      for (const character of text) {
        if (place.isEnd && !isWhole) return true
        if (place.states.length === 0) return false
        place = step(place, character)
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
