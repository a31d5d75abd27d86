import { describe, expect, it } from '@jest/globals'
import { deriveIdempotencyKey } from '../../src/domain/ids/idempotencyKey'
import { scriptCancel } from '../run/scriptedCancel'
import {
  goOn,
  OLD_RUN,
  openOldJournal,
  readDatabase,
  readStatuses,
  recoverOldRun,
  SECOND_FIXTURES,
} from './oldJournals'

describe('a database of the second schema', () => {
  it.each(SECOND_FIXTURES)('opens with all that was written: %s', async (fixture) => {
    const { name, old } = await openOldJournal(fixture)
    expect(await readDatabase(name)).toEqual(old)
  })

  it.each<[(typeof SECOND_FIXTURES)[number], readonly string[], readonly (readonly [string, number])[]]>([
    [
      'second-edited',
      ['succeeded', 'failed', 'unknown', 'unknown', 'succeeded', 'succeeded', 'succeeded'],
      [
        ['8000000006', 4],
        ['8000000007', 5],
        ['8000000008', 6],
      ],
    ],
    [
      'second-line-items',
      ['succeeded', 'unknown', 'succeeded', 'succeeded'],
      [
        ['8000000003', 2],
        ['8000000004', 3],
      ],
    ],
  ])('continues a cut-off run to its end, and repeats no call: %s', async (fixture, statuses, calls) => {
    const { book } = await recoverOldRun(fixture)
    const script = scriptCancel()
    expect((await goOn(book, script)).at(-1)).toEqual({ type: 'finished' })
    expect({
      calls: script.calls.map(({ request, key }) => [request.subOrderId, key]),
      statuses: await readStatuses(book),
    }).toEqual({
      calls: calls.map(([id, position]) => [id, deriveIdempotencyKey(OLD_RUN, position)]),
      statuses,
    })
  })

  it('shows edited, dropped and left-out rows as they were kept', async () => {
    const { book } = await recoverOldRun('second-edited')
    const { checked } = await book.load()
    expect({
      edited: checked?.sheet.rows.at(5),
      dropped: checked?.sheet.rows.at(8),
      issues: checked?.issues.map(({ row, code, caution }) => [row, code, caution]),
      cautions: checked?.cautions.map(({ code, decision, rows }) => [code, decision, [...rows]]),
    }).toEqual({
      edited: { row: 7, cells: ['8000000006'], original: { row: 7, cells: ['oops'] } },
      dropped: { row: 10, cells: ['8000000009'], removed: true },
      issues: [
        [3, 'LEFT_OUT', 'NEARLY_THE_SAME'],
        [10, 'DROPPED_ROW', undefined],
        [11, 'DUPLICATE_ID', undefined],
        [12, 'LEFT_OUT', 'NEARLY_THE_SAME'],
      ],
      cautions: [['NEARLY_THE_SAME', 'leave-out', [3, 12]]],
    })
  })
})
