import * as fc from 'fast-check'
import { type Command, deeds } from './commands'
import { STORIES } from './stories'
import type { World } from './world'

/** A world and what happens in it. */
export interface Sequence {
  readonly settings: World['settings']
  readonly commands: readonly Command[]
}

/** Common events are common here as well. */
const WEIGHTS: Readonly<Partial<Record<Command['does'], number>>> = {
  upload: 4,
  start: 6,
  continue: 5,
  answer: 14,
  'answer ok': 8,
  'time passes': 5,
  reload: 3,
  'crash at': 4,
  mark: 4,
  again: 3,
  retry: 2,
  check: 4,
  stop: 2,
  single: 2,
  'open past': 2,
  'second tab': 2,
}

const names = Object.keys(deeds) as Command['does'][]

const command: fc.Arbitrary<Command> = fc.record(
  {
    does: fc.oneof(...names.map((name) => ({ arbitrary: fc.constant(name), weight: WEIGHTS[name] ?? 1 }))),
    tab: fc.nat(2),
    with: fc.nat(500),
    only: fc.nat(12),
  },
  { requiredKeys: ['does', 'tab', 'with'] },
)

/** One command, or the commands of a story in their order. */
const piece: fc.Arbitrary<readonly Command[]> = fc.oneof(
  { arbitrary: command.map((one) => [one]), weight: 24 },
  { arbitrary: fc.constantFrom(...STORIES), weight: 1 },
)

/** Two tabs that have been open for longer than any call can last. */
const LONG_OPEN: readonly Command[] = [
  { does: 'second tab', tab: 0, with: 0 },
  { does: 'second tab', tab: 0, with: 0 },
  { does: 'time passes', tab: 0, with: 3 },
]

const weighted = <T>(usual: T, rare: T) =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 6 }, { arbitrary: fc.constant(rare), weight: 1 })

/** Mostly, as in life, a file is chosen and started, and then anything may happen. */
export const sequence: fc.Arbitrary<Sequence> = fc.record({
  settings: fc.record({
    hasLocks: weighted(true, false),
    canRead: fc.boolean(),
    repeatIsSafe: fc.boolean(),
    repeats: fc.constantFrom('says so', 'refuses', 'honours keys', 'ok again'),
    choices: fc.array(fc.nat(5), { maxLength: 12 }),
  }),
  commands: fc
    .tuple(fc.nat(63), fc.boolean(), fc.array(piece, { minLength: 2, maxLength: 30 }))
    .map(([mask, hasTwoTabs, rest]) => [
      ...(hasTwoTabs ? LONG_OPEN : []),
      { does: 'upload' as const, tab: 0, with: mask },
      { does: 'start' as const, tab: 0, with: 0 },
      ...rest.flat(),
    ]),
})
