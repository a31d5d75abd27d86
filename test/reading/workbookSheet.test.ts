import { expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { ReadRequest } from '../../src/domain/sheet/sheetReading'
import { readAndCheck } from '../../src/reading/readAndCheck'
import { writeWorkbook } from '../support/workbook'
import { writeRowsXml } from '../xlsx/readAll'

const request: ReadRequest = { kind: 'sub-orders', maxRows: 100, maxBytes: 1_000_000 }

function read(bytes: Uint8Array, more: Partial<ReadRequest> = {}) {
  const file = new File([bytes as BlobPart], 'orders.xlsx')
  return readAndCheck(file, { ...request, ...more }, neverYield, () => undefined)
}

const header = '<row r="1"><c t="inlineStr"><is><t>Sub Order ID</t></is></c></row>'

it('rows that are hidden in a workbook are left out, and pointed out', async () => {
  const rows = [2, 3, 4].map(
    (row) => `<row r="${row}"${row === 3 ? ' hidden="1"' : ''}><c><v>${row}</v></c></row>`,
  )
  const result = await read(writeRowsXml(header + rows.join('')))
  if (result.type !== 'checked') throw new Error('the workbook is not read')
  const { requests, issues, cautions, notes } = result.checked
  expect({
    sent: Array.from(requests, ({ subOrderId }) => subOrderId),
    issues,
    cautions: cautions.map((one) => ({ code: one.code, decision: one.decision, rows: [...one.rows] })),
    notes,
  }).toEqual({
    sent: ['2', '4'],
    issues: [{ row: 3, code: 'LEFT_OUT', value: '3', column: 'Sub Order ID', caution: 'HIDDEN_ROW' }],
    cautions: [{ code: 'HIDDEN_ROW', decision: 'leave-out', rows: [3] }],
    notes: [],
  })
})

it('the worksheet is asked for where several hold something, and the chosen one is read', async () => {
  const sheets = [
    { name: 'Read me', rows: [['nothing']] },
    { name: 'May', rows: [['Sub Order ID'], [7]] },
  ]
  const bytes = writeWorkbook({ sheets })
  expect(await read(bytes)).toEqual({
    type: 'asks',
    question: { type: 'worksheet', names: ['Read me', 'May'] },
  })
  const result = await read(bytes, { choice: { worksheet: 'May' } })
  expect(result.type === 'checked' && result.checked.requests).toEqual([
    { kind: 'whole', subOrderId: '7', row: 2 },
  ])
})

it('a number that lost digits is refused, one that did not is its digits', async () => {
  const rows = [['Sub Order ID'], [1253231242], [{ raw: '1.6837253779671E+19' }], ['16837253779671050215']]
  const result = await read(writeWorkbook({ sheets: [{ name: 'S', rows }] }))
  expect(
    result.type === 'checked' && [
      [...result.checked.requests].map(({ subOrderId }) => subOrderId),
      result.checked.issues.map(({ row, code }) => [row, code]),
    ],
  ).toEqual([['1253231242', '16837253779671050215'], [[3, 'PRECISION_LOST']]])
})

it('a zip that is no workbook is named so', async () => {
  const bytes = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0)
  expect(await read(bytes)).toEqual({
    type: 'refused',
    problem: { code: 'FILE_IS_XLSX', fileName: 'orders.xlsx' },
  })
})
