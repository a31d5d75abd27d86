import { expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { CANCELLED } from '../../src/domain/run/outcome'
import { createWhole, unanswered } from '../domain/requests'
import { START } from '../run/fakeClock'
import { describeTables } from './describeTables'
import { openBook } from './openBook'
import { runOne, trySending } from './runOne'

const DAY_MS = 86_400_000
const one = createWhole('so-1')

describeTables((open) => {
  it('a doubt of yesterday is not deleted with a cancellation of a month ago', async () => {
    const tables = await open()
    let now = START
    const wallNow = () => now
    const { journal } = openBook([one], { tables, wallNow })
    async function passDays(count: number): Promise<void> {
      for (let day = 0; day < count; day += 1) {
        now += DAY_MS
        await journal.forgetOld()
      }
    }
    await passDays(1)
    await runOne(tables, 'old', one, { outcome: CANCELLED, wallNow })
    await passDays(29)
    const included = await journal.findEarlier('new', [one], neverYield)
    await runOne(tables, 'new', one, { outcome: unanswered, wallNow, included })
    await passDays(2)
    expect(await trySending(tables, one, new Map())).toBe('done-elsewhere')
  })
})
