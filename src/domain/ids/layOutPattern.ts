import type { PatternNode, Repeat } from './parsePattern'

/** No ID has more characters, so more repeats than this count as endless. */
const MOST_TIMES = 256
/**
 * The most parts of a pattern with its repeats written out. For each character, a match looks at all parts at most.
 */
const MOST_PARTS = 2000
/**
 * A state of a match. `end`: the text matches. `character`: the next character is tested. `fork`: the match may go
 * several ways.
 */
export type State =
  | { readonly kind: 'end' }
  | { readonly kind: 'character'; readonly isMeant: (character: string) => boolean; readonly next: number }
  | { readonly kind: 'fork'; ways: readonly number[] }

/**
 * Writes a pattern out as states, each with its next states (Thompson).
 *
 * @returns undefined where it has too many parts
 */
export function layOut(node: PatternNode): { states: readonly State[]; first: number } | undefined {
  const states: State[] = [{ kind: 'end' }]
  let left = MOST_PARTS
  const add = (state: State) => states.push(state) - 1
  /** @returns the state before a part, if `next` is the state behind it */
  function lay(part: PatternNode, next: number): number {
    left -= 1
    // The pattern has too many parts, and its states are thrown away.
    if (left < 0) return next
    if (part.kind === 'character') return add({ kind: 'character', isMeant: part.isMeant, next })
    if (part.kind === 'choice')
      return add({ kind: 'fork', ways: part.parts.map((inner) => lay(inner, next)) })
    if (part.kind === 'sequence') return part.parts.reduceRight((behind, inner) => lay(inner, behind), next)
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
