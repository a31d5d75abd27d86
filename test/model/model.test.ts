import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

// The toolkit's own checks of the state take longer than all the rest; the store's tests have them.
process.env.NODE_ENV = 'production'

const RUNS = Number(process.env.MODEL_RUNS ?? 500)
// The same sequences in each `npm test`, so that it says the same of the same code; `npm run test:model` draws new ones.
const KNOWN_SEED = process.env.MODEL_RUNS === undefined ? '20261123' : undefined
const seed = process.env.MODEL_SEED ?? KNOWN_SEED
const SEED = seed === undefined ? undefined : Number(seed)

test(`whatever happens, in ${RUNS} sequences, no law of the runs is broken`, async () => {
  const { sequence } = await import('./commands')
  const { runSequence } = await import('./runSequence')
  await fc.assert(
    fc.asyncProperty(sequence, async (some) => {
      expect((await runSequence(some)).broken).toEqual([])
    }),
    {
      numRuns: RUNS,
      endOnFailure: process.env.MODEL_END_ON_FAILURE !== undefined,
      ...(SEED === undefined ? {} : { seed: SEED }),
    },
  )
}, 1_800_000)
