import { expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { CANCELLED } from '../../src/domain/run/outcome'
import { createLines, createWhole, unanswered } from '../domain/requests'
import { describeTables } from './describeTables'
import { openBook } from './openBook'
import { runOne, trySending } from './runOne'

const lines = createLines('so-1', ['A', 1])

describeTables((open) => {
  it('line items that are skipped for two runs, by their own print and by the whole sub-order, are sent once a person includes them', async () => {
    const tables = await open()
    await runOne(tables, 'lines', lines, { outcome: CANCELLED })
    await runOne(tables, 'whole', createWhole('so-1'), { outcome: CANCELLED })
    const { journal } = openBook([lines], { tables })
    const included = await journal.findEarlier('next', [lines], neverYield)
    expect([...included.values()].map(({ id, over }) => [id, over?.id])).toEqual([['lines', 'whole']])
    expect(await trySending(tables, lines, included)).toBe('sent')
  })

  it('a doubt of the run itself does not hide that another run has cancelled the whole sub-order', async () => {
    const tables = await open()
    const { book } = await runOne(tables, 'lines', lines, { outcome: unanswered })
    await runOne(tables, 'whole', createWhole('so-1'), { outcome: CANCELLED })
    const found = await book.journal.findEarlier('lines', [lines], neverYield)
    expect([...found.values()].map(({ id }) => id)).toEqual(['whole'])
  })
})
