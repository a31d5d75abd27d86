import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { type ResultWords, writeIssueRecords, writeResultRecords } from '../../src/csv/report/reportRecords'
import { writeCsv } from '../../src/csv/report/writeCsv'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { editSheet } from '../../src/domain/edit/editSheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { loadAs } from './sheets'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'

async function checkText(kind: SheetKind, content: string | Blob): Promise<CheckedSheet> {
  return validateRows(await loadAs(kind, content), neverYield)
}

async function uploadAgain(
  kind: SheetKind,
  records: Iterable<readonly string[] | undefined>,
  delimiter: string,
) {
  return checkText(kind, await writeCsv(records, { delimiter, yieldIfDue: neverYield }))
}

/** The records that are written: those left out give the page its turn only. */
const listResults = (...given: Parameters<typeof writeResultRecords>) =>
  [...writeResultRecords(...given)].filter((record) => record !== undefined)
const listIssues = (...given: Parameters<typeof writeIssueRecords>) =>
  [...writeIssueRecords(...given)].filter((record) => record !== undefined)

const said = { status: 'ERROR', code: 'BAD_DATA', message: 'Refused, "sorry"' }

/** Every row: the requests at these positions failed, all others succeeded. */
const failAt = (...failed: number[]): ResultWords => ({
  isWide: true,
  describeRequest: (request) =>
    failed.includes(request) ? said : { status: 'SUCCESS', code: '', message: '' },
  describeIssue: (issue) => ({ status: 'NOT SENT', code: issue.code, message: `Row ${issue.row}` }),
})

/** The requests at these positions alone. */
const onlyFailedAt = (...failed: number[]): ResultWords => ({
  isWide: false,
  describeRequest: (request) => (failed.includes(request) ? said : undefined),
  describeIssue: () => undefined,
})

const wholeText = `Note,Increff Sub Order ID
=1+1,="0012"
,
short
x, 7 ,,
"a"b,8
y,1E+9,extra,,more
z,7.0
`

describe('the CSVs of whole sub-orders', () => {
  it('the issues CSV lists the rows not sent, with their own cells as uploaded', async () => {
    const records = listIssues(await checkText('sub-orders', wholeText), ({ code }) => `Fix ${code}`)
    expect(records).toEqual([
      [
        'Note',
        'Increff Sub Order ID',
        'Extra Cell',
        'Extra Cell',
        'Extra Cell',
        'Row',
        'Issue Code',
        'Issue',
      ],
      ['short', '', '', '', '', '4', 'TOO_FEW_COLUMNS', 'Fix TOO_FEW_COLUMNS'],
      ['"a"b,8', '', '', '', '', '6', 'BAD_QUOTES', 'Fix BAD_QUOTES'],
      ['y', '1E+9', 'extra', '', 'more', '7', 'TOO_MANY_COLUMNS', 'Fix TOO_MANY_COLUMNS'],
      ['z', '7.0', '', '', '', '8', 'DUPLICATE_ID', 'Fix DUPLICATE_ID'],
    ])
  })

  it('the results CSV lists every uploaded row in file order', async () => {
    const records = listResults(await checkText('sub-orders', wholeText), failAt(1))
    const extra = ['', '', '']
    expect(records).toEqual([
      [
        'Note',
        'Increff Sub Order ID',
        'Extra Cell',
        'Extra Cell',
        'Extra Cell',
        'Status',
        'Error Code',
        'Error Message',
      ],
      ['=1+1', '="0012"', ...extra, 'SUCCESS', '', ''],
      ['short', '', ...extra, 'NOT SENT', 'TOO_FEW_COLUMNS', 'Row 4'],
      ['x', ' 7 ', ...extra, 'ERROR', 'BAD_DATA', 'Refused, "sorry"'],
      ['"a"b,8', '', ...extra, 'NOT SENT', 'BAD_QUOTES', 'Row 6'],
      ['y', '1E+9', 'extra', '', 'more', 'NOT SENT', 'TOO_MANY_COLUMNS', 'Row 7'],
      ['z', '7.0', ...extra, 'NOT SENT', 'DUPLICATE_ID', 'Row 8'],
    ])
  })

  it('the error CSV lists the failed rows only, blank cells beyond the header cut', async () => {
    const records = listResults(await checkText('sub-orders', wholeText), onlyFailedAt(1))
    expect(records).toEqual([
      ['Note', 'Increff Sub Order ID', 'Status', 'Error Code', 'Error Message'],
      ['x', ' 7 ', 'ERROR', 'BAD_DATA', 'Refused, "sorry"'],
    ])
  })
})

it('the error CSV of line items has one row for each uploaded line of each failed sub-order', async () => {
  const text = 'Sub Order ID,Increff SKU ID,Quantity\n1,A,1\n2,A,2\n1,B,3.0\n3,A,0\n'
  const records = listResults(await checkText('line-items', text), onlyFailedAt(0))
  expect(records).toEqual([
    ['Sub Order ID', 'Increff SKU ID', 'Quantity', 'Status', 'Error Code', 'Error Message'],
    ['1', 'A', '1', 'ERROR', 'BAD_DATA', 'Refused, "sorry"'],
    ['1', 'B', '3.0', 'ERROR', 'BAD_DATA', 'Refused, "sorry"'],
  ])
})

describe('a download uploaded again as it is', () => {
  it('the error CSV does not grow, and asks for the same sub-orders', async () => {
    const first = await checkText('sub-orders', wholeText)
    const again = await uploadAgain('sub-orders', writeResultRecords(first, onlyFailedAt(0, 1)), ';')
    expect(again.sheet.header).toEqual(['Note', 'Increff Sub Order ID'])
    expect(again.issues).toEqual([])
    expect([...again.requests].map((request) => request.subOrderId)).toEqual(['0012', '7'])
    expect(listResults(again, onlyFailedAt(0, 1))).toEqual(listResults(first, onlyFailedAt(0, 1)))
  })

  it('the issues CSV loads, and cells that were too many are too many again', async () => {
    const first = await checkText('sub-orders', wholeText)
    const again = await uploadAgain(
      'sub-orders',
      writeIssueRecords(first, () => 'x'),
      ',',
    )
    expect(again.sheet.header).toEqual(['Note', 'Increff Sub Order ID'])
    expect(again.issues.map(({ row, code }) => [row, code])).toEqual([
      [2, 'MISSING_ID'],
      [3, 'MISSING_ID'],
      [4, 'TOO_MANY_COLUMNS'],
    ])
  })

  it('a blank column of the user stays theirs', async () => {
    const first = await checkText('sub-orders', 'Sub Order ID,\n1,note\n')
    const again = await uploadAgain('sub-orders', writeResultRecords(first, onlyFailedAt(0)), ',')
    expect([again.sheet.header, again.sheet.rows, again.issues]).toEqual([
      ['Sub Order ID', ''],
      [{ row: 2, cells: ['1', 'note'] }],
      [],
    ])
  })

  it('only our own three last columns are left out', async () => {
    const { sheet } = await checkText('sub-orders', 'Status,Sub Order ID,Error Code,Error Message\nx,1,y,z\n')
    expect(sheet.header).toEqual(['Status', 'Sub Order ID', 'Error Code', 'Error Message'])
  })

  it('all results give the same requests, whatever the sheet held', async () => {
    const cell = fc.constantFrom(
      '',
      ' ',
      '1',
      '2',
      '="03"',
      "'4",
      '5.0',
      '=1',
      'a,b',
      'c"d',
      'EXAMPLE',
      '6\r\n7',
    )
    const records = fc.array(fc.tuple(fc.constantFrom('1', '2', '="03"', '5.0', 'x'), cell, cell), {
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(records, fc.constantFrom(',', ';', '\t', '|'), async (rows, delimiter) => {
        const first = await uploadAgain('line-items', [['Sub Order ID', 'SKU ID', 'Qty'], ...rows], delimiter)
        const again = await uploadAgain('line-items', writeResultRecords(first, failAt()), delimiter)
        expect(again).toEqual(first)
      }),
    )
  })
})

describe('the CSVs of an edited sheet', () => {
  async function editText(text: string, cells: object): Promise<CheckedSheet> {
    const { sheet } = await checkText('sub-orders', text)
    return validateRows(editSheet(sheet, { type: 'edit', position: 0, cells }), neverYield)
  }

  it('say that a cell was blank: what was typed was not uploaded', async () => {
    const edited = await editText('Note,Increff Sub Order ID\na,\nb,2\n', { subOrderId: '1' })
    const records = listResults(edited, failAt())
    expect(records).toEqual([
      ['Note', 'Increff Sub Order ID', 'Uploaded As', 'Status', 'Error Code', 'Error Message'],
      ['a', '1', 'blank', 'SUCCESS', '', ''],
      ['b', '2', '', 'SUCCESS', '', ''],
    ])
    const again = await uploadAgain('sub-orders', writeResultRecords(edited, failAt()), ',')
    expect([again.sheet.header, [...again.sheet.rows].map(({ cells }) => cells)]).toEqual([
      ['Note', 'Increff Sub Order ID'],
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ])
  })

  it('hold all of a row whose cells stood in the wrong columns', async () => {
    const edited = await editText('Note,Increff Sub Order ID\na,b,1x\n', { subOrderId: '1' })
    expect(listResults(edited, failAt())[1]).toEqual(['', '1', 'a,b,1x', 'SUCCESS', '', ''])
  })
})

it('long records are measured step by step, before the header is known', async () => {
  const text = `Increff Sub Order ID\n${'1,\n'.repeat(900)}2,,more\n`
  const records = writeIssueRecords(await checkText('sub-orders', text), () => 'x')
  let steps = 0
  let record = records.next()
  for (; !record.done && record.value === undefined; record = records.next()) steps += 1
  expect([steps, record.value]).toEqual([
    901,
    ['Increff Sub Order ID', 'Extra Cell', 'Extra Cell', 'Row', 'Issue Code', 'Issue'],
  ])
})
