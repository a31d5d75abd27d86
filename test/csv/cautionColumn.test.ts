import { describe, expect, it } from '@jest/globals'
import { createRowCollector } from '../../src/csv/rows/rowCollector'
import { takeSteps } from '../../src/domain/time/steps'
import { type ResultWords, writeIssueRecords, writeResultRecords } from '../../src/csv/report/reportRecords'
import { writeCsv } from '../../src/csv/report/writeCsv'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { CautionCode, CautionDecision } from '../../src/domain/sheet/caution'
import { decideCaution } from '../../src/domain/cautions/decideCaution'
import { editSheet } from '../../src/domain/edit/editSheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { loadAs } from './sheets'
import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'

const check = async (content: string | Blob): Promise<CheckedSheet> =>
  validateRows(await loadAs('sub-orders', content), neverYield)

const decide = (
  checked: CheckedSheet,
  code: CautionCode,
  decision: CautionDecision,
): Promise<CheckedSheet> => {
  const { cautions, sheet } = checked
  return validateRows(decideCaution(sheet, { type: 'decide', code, decision, cautions }), neverYield)
}

const words: ResultWords = {
  isWide: true,
  describeRequest: () => ({ status: 'SUCCESS', code: '', message: '' }),
  describeIssue: ({ code }) => ({ status: 'NOT SENT', code, message: '' }),
}

const list = (records: Iterable<readonly string[] | undefined>) =>
  [...records].filter((record) => record !== undefined)

const text = 'City,Sub Order ID\nPune,12-Jan\nAgra,1253231242\nDelhi,12-JAN\nPune,??\n'

describe('what was odd about a row', () => {
  it('stands in every download with what was decided, before our other columns', async () => {
    const asked = await decide(await check(text), 'LOOKS_LIKE_DATE', 'send')
    const checked = await decide(asked, 'NEARLY_THE_SAME', 'leave-out')
    const leftOut = 'LOOKS_LIKE_DATE (skipped); NEARLY_THE_SAME (left out)'
    expect(list(writeResultRecords(checked, words))).toEqual([
      ['City', 'Sub Order ID', 'Caution', 'Status', 'Error Code', 'Error Message'],
      ['Pune', '12-Jan', leftOut, 'NOT SENT', 'LEFT_OUT', ''],
      ['Agra', '1253231242', '', 'SUCCESS', '', ''],
      ['Delhi', '12-JAN', leftOut, 'NOT SENT', 'LEFT_OUT', ''],
      ['Pune', '??', '', 'NOT SENT', 'INVALID_ID', ''],
    ])
    expect(list(writeIssueRecords(checked, ({ code }) => `Fix ${code}`))).toEqual([
      ['City', 'Sub Order ID', 'Caution', 'Row', 'Issue Code', 'Issue'],
      ['Pune', '12-Jan', leftOut, '2', 'LEFT_OUT', 'Fix LEFT_OUT'],
      ['Delhi', '12-JAN', leftOut, '4', 'LEFT_OUT', 'Fix LEFT_OUT'],
      ['Pune', '??', '', '5', 'INVALID_ID', 'Fix INVALID_ID'],
    ])
  })

  it('is said of rows that are sent on purpose, and of those that nobody has decided about', async () => {
    const asked = await check('Sub Order ID\n12-Jan\n1253231242\n')
    const tell = (checked: CheckedSheet) => list(writeResultRecords(checked, words))[1]?.[1]
    expect(tell(asked)).toBe('LOOKS_LIKE_DATE (not decided)')
    expect(tell(await decide(asked, 'LOOKS_LIKE_DATE', 'send'))).toBe('LOOKS_LIKE_DATE (sent)')
  })

  it('is no column of the user where the download is uploaded again, edited rows or not', async () => {
    const asked = await check(text)
    const edit = { type: 'edit', position: 3, cells: { subOrderId: '1253231249' } } as const
    const edited = await validateRows(editSheet(asked.sheet, edit), neverYield)
    const downloads = [
      writeResultRecords(asked, words),
      writeIssueRecords(asked, () => 'x'),
      writeResultRecords(edited, words),
    ]
    for (const records of downloads) {
      const again = await check(await writeCsv(records, { delimiter: ',', yieldIfDue: neverYield }))
      expect([again.sheet.header, again.sheet.rows.at(0)?.cells.length]).toEqual([
        ['City', 'Sub Order ID'],
        2,
      ])
    }
    const records = writeResultRecords(edited, words)
    const again = await check(await writeCsv(records, { delimiter: ',', yieldIfDue: neverYield }))
    expect([...again.requests]).toEqual([...edited.requests])
  })

  it('is a column of the user where nothing of ours stands behind it', async () => {
    const { sheet } = await check('Sub Order ID,Caution\n1253231242,fragile\n')
    expect(sheet.header).toEqual(['Sub Order ID', 'Caution'])
  })
})

it('rows that nobody sees are known by their numbers, in whichever order and how often they were noticed', () => {
  const collector = createRowCollector({ kind: 'sub-orders', maxRows: 10, maxBytes: 1000 })
  collector.noteHidden(1)
  collector.noteHidden(4)
  for (const [index, cell] of ['Sub Order ID', '1', '2', '3'].entries())
    collector.take([cell], false, index + 1)
  collector.noteHidden(3)
  collector.noteHidden(4)
  const read = takeSteps(collector.finish())
  expect(read.ok && read.sheet.hiddenRows).toEqual(Uint32Array.of(3, 4))
})
