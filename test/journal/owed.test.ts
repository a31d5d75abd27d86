import { expect, it } from '@jest/globals'
import { CANCELLED } from '../../src/domain/run/outcome'
import { requestStateAt } from '../../src/domain/run/requestState'
import { createWholes, unanswered } from '../domain/requests'
import { createFailing, describeTables } from './describeTables'
import { openBook } from './openBook'

describeTables((open) => {
  it('a late answer that comes while taking the run fails is written as soon as the storage works', async () => {
    const { tables, trouble } = createFailing(await open())
    const book = openBook(createWholes(3), { tables })
    const recorder = await book.take({ runId: 'run', total: 3 })
    const sent = await recorder.write({ next: { position: 0, key: 'a' }, done: 0 })
    const call = (sent.ok && sent.call) || ''
    const settled = { position: 0, outcome: unanswered, isOut: true }
    await recorder.write({ settled, next: { position: 1, key: 'b' }, done: 1 })
    trouble.isOn = true
    await recorder.write({ settled: { position: 1, outcome: CANCELLED }, done: 2 })
    const goOn = () => book.tryTake({ runId: 'run', total: 3, done: 2 })
    const both = await Promise.all([
      goOn(),
      book.journal.hear(book.id, { position: 0, call, outcome: CANCELLED }),
    ])
    expect(both.map(({ ok }) => ok)).toEqual([false, false])
    trouble.isOn = false
    expect((await goOn()).ok).toBe(true)
    const { cancellation } = await book.load()
    expect([0, 1].map((at) => requestStateAt(cancellation, at))).toEqual([CANCELLED, CANCELLED])
  })
})
