import { expect, test } from '@jest/globals'
import type { Command } from './commands'

// The toolkit's own checks of the state take longer than all the rest; the store's tests have them.
process.env.NODE_ENV = 'production'

const SETTINGS = { hasLocks: true, canRead: true, repeatIsSafe: false, choices: [] }

async function live(commands: readonly Command[]): Promise<readonly string[]> {
  const { runSequence } = await import('./runSequence')
  return (await runSequence({ settings: SETTINGS, commands })).broken
}

test('a run that is being read anew stays the one that goes on', async () => {
  const broken = await live([
    { does: 'upload', tab: 0, with: 9 },
    { does: 'start', tab: 0, with: 0 },
    { does: 'stop', tab: 0, with: 0 },
    { does: 'answer ok', tab: 0, with: 0 },
    { does: 'open past', tab: 0, with: 0, only: 0 },
    { does: 'continue', tab: 0, with: 0 },
    { does: 'answer ok', tab: 0, with: 0 },
  ])
  expect(broken).toEqual([])
})

test('an open sub-order of another tab is not believed before its call can no longer arrive', async () => {
  const broken = await live([
    { does: 'second tab', tab: 0, with: 0 },
    { does: 'second tab', tab: 0, with: 0 },
    { does: 'time passes', tab: 0, with: 3 },
    { does: 'upload', tab: 0, with: 9 },
    { does: 'start', tab: 0, with: 0 },
    { does: 'answer', tab: 0, with: 21 },
    { does: 'stop', tab: 0, with: 0 },
    { does: 'check', tab: 1, with: 0 },
    { does: 'time passes', tab: 0, with: 3 },
  ])
  expect(broken).toEqual([])
})
