import { expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { CANCELLED } from '../../src/domain/run/outcome'
import { createWhole, refused, unanswered } from '../domain/requests'
import { START } from '../run/fakeClock'
import { describeTables } from './describeTables'
import { runOne, trySending } from './runOne'

const one = createWhole('so-1')
const verdict = { by: 'person', name: 'Priya Nair', at: START } as const

describeTables((open) => {
  async function leaveOut() {
    const tables = await open()
    const left = await runOne(tables, 'a', one, { outcome: unanswered, isOut: true, page: 'page' })
    return { tables, ...left }
  }

  it('no other run sends a request whose call is out, although a person says that it was cancelled', async () => {
    const { tables, book } = await leaveOut()
    const outcome = { status: 'succeeded', how: 'cancelled', verdict } as const
    await book.journal.resolve('a', [{ position: 0, outcome, source: 'person', verdict, isQuiet: false }])
    const included = await book.journal.findEarlier('next', [one], neverYield)
    expect(await trySending(tables, one, included, { page: 'page' })).toBe('still-out')
  })

  it('no other run sends it where the person speaks of an earlier run that the run with the call had included', async () => {
    const tables = await open()
    const { book } = await runOne(tables, 'a', one, { outcome: unanswered })
    const doubt = await book.journal.findEarlier('b', [one], neverYield)
    await runOne(tables, 'b', one, { outcome: unanswered, isOut: true, page: 'page', included: doubt })
    const outcome = { status: 'succeeded', how: 'cancelled', verdict } as const
    await book.journal.resolve('a', [{ position: 0, outcome, source: 'person', verdict, isQuiet: false }])
    const included = await book.journal.findEarlier('next', [one], neverYield)
    expect(await trySending(tables, one, included, { page: 'page' })).toBe('still-out')
  })

  it.each([
    ['after SUCCESS the sub-order is skipped', CANCELLED, 'done-elsewhere'],
    ['a refusal leaves the doubt, which a person may include', refused, 'sent'],
    ['nothing leaves the doubt as well', unanswered, 'sent'],
  ] as const)('what a call says whose run was closed meanwhile is kept: %s', async (_, outcome, expected) => {
    const { tables, book, call } = await leaveOut()
    const included = await book.journal.findEarlier('next', [one], neverYield)
    expect(await book.journal.remove('a')).toBe(true)
    await book.journal.hear('a', { position: 0, call, outcome })
    expect(await trySending(tables, one, included, { page: 'page' })).toBe(expected)
  })
})
