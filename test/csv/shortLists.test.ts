import { describe, expect, it } from '@jest/globals'
import { readReported } from '../corpus/reportedCase'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`
const lines = (...rows: readonly string[]): string => text('Sub Order ID,SKU ID,Quantity', ...rows)

/** Rows that are asked about, with the kind. */
async function readAsked(tab: SheetKind, content: string, isPasted = false): Promise<readonly string[]> {
  const read = await readReported(new TextEncoder().encode(content), { file: 'a.csv', tab, isPasted })
  if (read.type !== 'checked') return [read.type]
  return read.checked.cautions.map(({ code, rows }) => `${code} ${[...rows].join(' ')}`)
}

describe('an odd ID of a short list is asked about', () => {
  it.each([
    ['a bare number', ['1253231242', '7', '1253231243'], 'UNLIKE_THE_REST 3'],
    ['one of two', ['7', '1253231243'], 'UNLIKE_THE_REST 2'],
    ['page numbers between', ['1253231242', '7', '1253231243', '8', '1253231244'], 'UNLIKE_THE_REST 3 5'],
    ['a year', ['2026', 'FN00009881-A1', 'OD123456789'], 'UNLIKE_THE_REST 2'],
    ['a date', ['1253231242', '01-11-2026', '1253231243'], 'LOOKS_LIKE_DATE 3'],
    ['a phone number', ['1253231242', '9820012345', '1253231243', '1253231244'], 'UNLIKE_THE_REST 3'],
    ['with its country', ['1253231242', '919820012345', '1253231243', '1253231244'], 'UNLIKE_THE_REST 3'],
  ])('%s', async (_, ids, asked) => {
    expect(await readAsked('sub-orders', text('Sub Order ID', ...ids))).toEqual([asked])
    expect(
      await readAsked('sub-orders', text('Sub Order ID\tCity', ...ids.map((id) => `${id}\tx`)), true),
    ).toEqual([asked])
    expect(await readAsked('line-items', lines(...ids.map((id) => `${id},SHIRT-42,1`)))).toEqual([asked])
  })

  it('in a long list bare numbers are, however many', async () => {
    const ids = Array.from({ length: 60 }, (_, at) => (at % 6 === 2 ? `${at + 3}` : `${1_253_231_242 + at}`))
    expect(await readAsked('sub-orders', text('Sub Order ID,City', ...ids.map((id) => `${id},x`)))).toEqual([
      'UNLIKE_THE_REST 4 10 16 22 28 34 40 46 52 58',
    ])
  })

  it('a number above a table whose own rows cannot be read', async () => {
    const content = text(
      'Sub Order ID,City',
      '1,PACKED',
      '',
      'City,Sub Order ID',
      'Pune,2.1e+17',
      'Agra,0001234577',
    )
    expect(await readAsked('sub-orders', content)).toEqual(['UNLIKE_THE_REST 2'])
  })

  it('what an unquoted separator of thousands has left of a price', async () => {
    const content = text('Amount,Sub Order ID,City', '1,199,1253231242', '99,1253231243,Agra')
    expect(await readAsked('sub-orders', content)).toEqual(['UNLIKE_THE_REST 2'])
  })
})

describe('a row whose cells have moved is asked about', () => {
  it.each([
    ['by one to the right', ['1253231242,A1,1', '1,1253231243,8', '1253231244,A1,1']],
    ['to the left, the SKU first', ['1253231242,A1,1', 'A2,1253231243,1', '1253231244,A1,1']],
    ['long SKUs', ['1253231242,SHIRT-42-M,1', 'SHIRT-43-M,1253231243,1', '1253231244,SHIRT-44-L,1']],
    ['SKUs of digits', ['1253231242,40420,1', '40421,1253231243,1', '1253231244,40423,1']],
    ['SKUs of seven digits', ['1253231242,4042000,1', '4042100,1253231243,1', '1253231244,4042300,1']],
  ])('%s', async (_, rows) => {
    expect(await readAsked('line-items', lines(...rows))).toEqual(['UNLIKE_THE_REST 3'])
  })

  it('of two rows both are, for nobody can say which', async () => {
    expect(
      await readAsked('line-items', lines('1253231242,SHIRT-42-M,1', 'SHIRT-43-M,1253231243,1')),
    ).toEqual(['UNLIKE_THE_REST 2 3'])
  })
})

describe('good short lists are not asked about', () => {
  it.each([
    ['one', ['7']],
    ['short numbers', ['7', '12', '110', '1001']],
    ['a counter over its border', ['999999998', '999999999', '1000000000', '1000000001']],
    ['IDs of two counters', ['1253231242', '8647326934', '1253231243']],
    ['several counters', ['1253231242', '8647326934', '9253231243', '7253231243', '1253231244']],
    ['marketplaces', ['1253231242', 'OD123456789012345677', 'FN00009881-A1', '402-1234567-1234567']],
    ['one of another marketplace', ['1253231242', '1253231243', '1253231244', 'OD123456789012345677']],
    ['suffixes', ['FN1-A1', 'FN1-A10', 'FN12-A1', 'FN2-B']],
    ['letters', ['A1', 'B2', 'C3']],
    ['five digits and one', ['00123', '7']],
    ['short and long of letters', ['A1001', 'A1002', '1253231242', '1253231243']],
    ['numbers of all lengths', ['12345', '1234567', '123456789', '12345678901']],
    ['a SKU or a word of another system', ['1253231242', 'A2', '1253231243']],
    ['zeros in front', ['1253231242', '00125', '1253231243', '1253231244']],
    ['a number of another length', ['1253231242', '20261101', '1253231243', '1253231244']],
    ['phone-like all of them', ['9820012345', '9820012346', '9820012347', '9820012348']],
  ])('%s', async (_, ids) => {
    expect(await readAsked('sub-orders', text('Sub Order ID', ...ids))).toEqual([])
    expect(await readAsked('line-items', lines(...ids.map((id) => `${id},SHIRT-42,1`)))).toEqual([])
  })

  it.each([
    ['SKUs like IDs', ['1253231242,8647326934,1', '1253231243,8647326935,2', '1253231244,8647326936,1']],
    ['mixed SKUs', ['1253231242,A1,1', '1253231243,8647326935,2', 'OD123456789012345677,B2,1']],
    ['one ID in several lines', ['1253231242,A1,1', '1253231242,A2,2', '1253231243,A1,1']],
  ])('%s', async (_, rows) => {
    expect(await readAsked('line-items', lines(...rows))).toEqual([])
  })
})
