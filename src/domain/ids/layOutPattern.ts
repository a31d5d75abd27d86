import type { PatternNode, Repeat } from './parsePattern'

/** No ID is longer, so that more repeats than this are as good as no end. */
const MOST_TIMES = 256
/** Parts of a pattern with its repeats written out. Each character of a text looks at no more of them than there are. */
const MOST_PARTS = 2000
/** `end`: all of the text matches; else what the next character has to be, or several ways to go on. */
export type State =
  | { readonly kind: 'end' }
  | { readonly kind: 'character'; readonly isMeant: (character: string) => boolean; readonly next: number }
  | { readonly kind: 'fork'; ways: readonly number[] }

/** Writes a pattern out as states, each with those behind it (Thompson). @returns undefined where it has too many parts */
export function layOut(node: PatternNode): { states: readonly State[]; first: number } | undefined {
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
