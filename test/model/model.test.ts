import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { draws } from '../support/draws'

// The toolkit's own checks of the state take longer than all the rest; the store's tests have them.
process.env.NODE_ENV = 'production'

const RUNS = Number(process.env.MODEL_RUNS ?? draws(100, 500))
/** Other sequences each time: the same ones for ever would find nothing new. `MODEL_SEED` repeats those of one time. */
const SEED = Number(process.env.MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31))
const endsOnFailure = process.env.MODEL_END_ON_FAILURE !== undefined

test(`no law of the runs is broken in ${RUNS} random sequences of MODEL_SEED=${SEED}`, async () => {
  console.info(`The model: ${RUNS} sequences, MODEL_SEED=${SEED}`)
  const { sequence } = await import('./sequence')
  const { runSequence } = await import('./runSequence')
  const { shorten } = await import('./shorten')
  const found = await fc.check(
    fc.asyncProperty(sequence, async (some) => (await runSequence(some)).broken.length === 0),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  )
  const [failing] = found.counterexample ?? []
  const shortest = failing && !endsOnFailure ? await shorten(failing) : failing
  // To be kept in keptSequences.ts, with a sentence of what went wrong.
  if (shortest) console.info(JSON.stringify(shortest))
  const broken = shortest ? (await runSequence(shortest)).broken : []
  expect(broken).toEqual([])
  expect(found.failed).toBe(false)
}, 1_800_000)
