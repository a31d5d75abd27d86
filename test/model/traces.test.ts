import { expect, test } from '@jest/globals'
import { keptSequences } from './keptSequences'

// The toolkit's own checks of the state take longer than all the rest; the store's tests have them.
process.env.NODE_ENV = 'production'

test.each(keptSequences)('$name', async ({ settings, commands }) => {
  const { runSequence } = await import('./runSequence')
  expect((await runSequence({ settings, commands })).broken).toEqual([])
})
