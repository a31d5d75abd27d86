import { describe, expect, it } from '@jest/globals'
import type { CautionCode } from '../../src/domain/sheet/caution'
import { readReported } from '../corpus/reportedCase'
import { writeWorkbook } from '../support/workbook'
import { readHints } from './hintsOf'
import { tellOutcome } from './outcomeOf'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

const file = (...records: readonly string[]) => `${records.join('\r\n')}\r\n`

/** Each number of digits alone as a number, as a spreadsheet has it. */
const toWorkbook = (content: string): Uint8Array => {
  const rows = content
    .trim()
    .split('\r\n')
    .map((record) => record.split(',').map((text) => (/^[1-9]\d*$/.test(text) ? Number(text) : text || null)))
  return writeWorkbook({ sheets: [{ name: 'List', rows }] })
}

/** The outcome as CSV, which pasted lines and a workbook of plain values must come to as well. */
async function tellEachWay(tab: SheetKind, content: string): Promise<string> {
  const told = await tellOutcome(tab, content)
  expect(await tellOutcome(tab, content.replaceAll(',', ';'))).toBe(told)
  expect(await tellOutcome(tab, content.replaceAll(',', '\t'), { isPasted: true })).toBe(told)
  expect(await tellOutcome(tab, toWorkbook(content), { file: 'orders.xlsx' } as object)).toBe(told)
  return told
}

async function readCautions(
  content: string,
  tab: SheetKind = 'sub-orders',
): Promise<readonly (readonly [CautionCode, ...number[]])[]> {
  const read = await readReported(new TextEncoder().encode(content), { file: 'orders.csv', tab })
  if (read.type !== 'checked') return []
  return read.checked.cautions.map(({ code, rows }) => [code, ...rows] as const)
}

const THREE = '1253231242 1253231243 1253231244'

/** A list of two groups with a line below each group and a line below the list. */
const grouped = (lines: readonly [string, string, string], header = 'City,Sub Order ID,Amount') => {
  const [first, second, all] = lines
  return file(header, 'Pune,1253231242,199', 'Pune,1253231243,99', first, 'Agra,1253231244,42', second, all)
}

describe('counts in the midst of a list, as a spreadsheet writes them below each group', () => {
  it.each<readonly [about: string, content: string]>([
    ['with its words', grouped(['Pune Count,2,', 'Agra Count,1,', 'Grand Count,3,'])],
    ['with a sum beside', grouped(['Pune Count,2,298', 'Agra Count,1,42', 'Grand Count,3,340'])],
    ['without words', grouped([',2,', ',1,', ',3,'])],
    ['in German', grouped(['Pune - Anzahl,2,', 'Agra - Anzahl,1,', 'Gesamtanzahl,3,'])],
    ['in French', grouped(['Nb Pune,2,', 'Nb Agra,1,', 'Nb général,3,'])],
    ['in Spanish', grouped(['Cuenta Pune,2,', 'Cuenta Agra,1,', 'Cuenta general,3,'])],
    ['in Hindi', grouped(['Pune गिनती,2,', 'Agra गिनती,1,', 'कुल गिनती,3,'])],
    ['in Japanese', grouped(['Pune データの個数,2,', 'Agra データの個数,1,', '総合計,3,'])],
    ['of groups that are counted wrong', grouped(['Pune Count,7,', 'Agra Total,9,', 'Total,30,'])],
  ])('%s', async (_about, content) => {
    expect(await tellEachWay('sub-orders', content)).toBe(
      `${THREE}; 4 INVALID_ID; 6 INVALID_ID; 7 INVALID_ID`,
    )
    expect(await readHints('sub-orders', content)).toEqual(['total', 'total', 'total'])
    expect(await readCautions(content)).toEqual([])
  })

  it('where the ID stands first', async () => {
    const rows = ['1253231242,Pune', '1253231243,Pune', '2,Pune Count', '1253231244,Agra', '1,Agra Count']
    expect(await tellEachWay('sub-orders', file('Sub Order ID,City', ...rows, '3,Grand Count'))).toBe(
      `${THREE}; 4 INVALID_ID; 6 INVALID_ID; 7 INVALID_ID`,
    )
  })

  it('groups of as many rows have one count each', async () => {
    const content = file(
      'City,Sub Order ID',
      'Pune,1253231242',
      'Pune,1253231243',
      'Pune Count,2',
      'Agra,1253231244',
      'Agra,1253231245',
      'Agra Count,2',
      'Goa,1253231246',
      'Goa,1253231242',
      'Goa Count,2',
      'Grand Count,6',
    )
    expect(await tellEachWay('sub-orders', content)).toBe(
      `${THREE} 1253231245 1253231246; 4 INVALID_ID; 7 INVALID_ID; 9 DUPLICATE_ID of 2; 10 INVALID_ID; 11 INVALID_ID`,
    )
    expect(await readHints('sub-orders', content)).toEqual(['total', 'total', undefined, 'total', 'total'])
  })

  it('sums of the IDs themselves', async () => {
    const content = grouped(['Pune Total,2506462485,', 'Agra Total,1253231244,', 'Grand Total,3759693729,'])
    expect(await tellEachWay('sub-orders', content)).toBe(
      `${THREE}; 4 INVALID_ID; 6 DUPLICATE_ID of 5; 7 INVALID_ID`,
    )
    expect(
      await tellEachWay('sub-orders', file('Sub Order ID', '1253231242', '1253231243', '2506462485')),
    ).toBe('1253231242 1253231243; 4 INVALID_ID')
    expect(
      await tellEachWay(
        'sub-orders',
        file('Sub Order ID,Amount', '1253231242,1', '1253231243,2', '2,20', '2506462485,'),
      ),
    ).toBe('1253231242 1253231243; 4 INVALID_ID; 5 INVALID_ID')
  })

  it('of line items', async () => {
    const content = file(
      'Sub Order ID,SKU ID,Quantity',
      '1253231242,A1,2',
      '1253231243,A1,1',
      '2,1,3',
      '1253231244,A2,5',
      '1253231244,A3,5',
      '2,2,10',
      '4,3,13',
    )
    expect(await tellEachWay('line-items', content)).toBe(
      '1253231242|A1x2 1253231243|A1x1 1253231244|A2x5|A3x5; 4 INVALID_ID; 7 INVALID_ID; 8 INVALID_ID',
    )
  })
})

describe('a summary in the columns of the list', () => {
  const rows = ['Packed,1253231242', 'Open,1253231243', 'Packed,1253231244']
  const header = 'Status,Sub Order ID'

  it.each<readonly [about: string, content: string, outcome: string]>([
    [
      'above it',
      file(header, 'Packed,2', 'Open,1', '', header, ...rows),
      `${THREE}; 2 INVALID_ID; 3 INVALID_ID; 5 INVALID_ID`,
    ],
    [
      'above it, with its total',
      file(header, 'Packed,2', 'Open,1', 'Total,3', '', header, ...rows),
      `${THREE}; 2 INVALID_ID; 3 INVALID_ID; 4 INVALID_ID; 6 INVALID_ID`,
    ],
    [
      'below it',
      file(header, ...rows, '', header, 'Packed,2', 'Open,1'),
      `${THREE}; 6 INVALID_ID; 7 INVALID_ID; 8 INVALID_ID`,
    ],
    [
      'below a word',
      file(header, ...rows, '', 'Summary,', 'Packed,2', 'Open,1'),
      `${THREE}; 6 MISSING_ID; 7 INVALID_ID; 8 INVALID_ID`,
    ],
    ['of one line on top', file(header, 'Total,3', ...rows), `${THREE}; 2 INVALID_ID`],
  ])('%s', async (_about, content, outcome) => {
    expect(await tellEachWay('sub-orders', content)).toBe(outcome)
  })

  it('is asked about where its numbers do not add up to the rows', async () => {
    const content = file(header, 'Packed,12', 'Open,30', '', header, ...rows)
    expect(await tellOutcome('sub-orders', content)).toBe(`12 30 ${THREE}; 5 INVALID_ID`)
    expect(await readCautions(content)).toEqual([['UNLIKE_THE_REST', 2, 3]])
  })
})

describe('a number far shorter than the IDs around it', () => {
  it('is asked about in a short list, too', async () => {
    const pages = file(
      'Sub Order ID,City',
      '1253231242,Pune',
      '1253231243,Agra',
      '1,',
      '1253231244,Goa',
      '4,',
    )
    expect(await readCautions(pages)).toEqual([['UNLIKE_THE_REST', 4, 6]])
    const shifted = file('Sub Order ID,SKU ID,Quantity', '1253231242,A1,2', '8,1253231243,1')
    expect(await readCautions(shifted, 'line-items')).toEqual([['UNLIKE_THE_REST', 3]])
  })

  it('is sent where a person has typed it', async () => {
    expect(await tellOutcome('sub-orders', file('Sub Order ID', '1253231242', '4321', '1253231243'))).toBe(
      '1253231242 4321 1253231243',
    )
  })
})

describe('nothing is said of good lists', () => {
  const column = (...ids: readonly (string | number)[]) => file('Sub Order ID', ...ids.map(String))
  const list = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

  it.each<readonly [about: string, content: string]>([
    ['short numbers', column(1, 2, 3, 4, 5)],
    ['one number', column(7)],
    ['short numbers of all lengths', column(7, 8, 9, 10, 99, 100, 101, 1000)],
    ['counted up from one', column(...list(1, 12_000))],
    ['a stretch of a counter', column(...list(9_990, 10_020))],
    ['numbers of another shop', column(...list(1253231242, 1253231250), 1041, 1042, 1043)],
    ['zeros before a number', column('1253231242', '0012', '1253231243')],
    ['short IDs with letters', column('A1', 'A2', 'B1', '12')],
    ['sorted groups', file('City,Sub Order ID', 'Agra,1253231244', 'Agra,1253231245', 'Pune,1253231246')],
    ['a city named Sum', file('City,Sub Order ID', 'Sum,1253231242', 'Total,1253231243', 'Count,1253231244')],
    [
      'reasons',
      file('Sub Order ID,Reason', '1253231242,Total loss', '1253231243,Total', '1253231244,Page 1'),
    ],
    ['round numbers', column(10_000_000, 20_000_000, 30_000_000)],
    ['short numbers that add up', column(100_001, 100_002, 200_003)],
    ['IDs that begin differently', column(...list(1, 9).map((digit) => `${digit}253231242`))],
  ])('%s', async (_about, content) => {
    const count = content.trim().split('\r\n').length - 1
    const read = await readReported(new TextEncoder().encode(content), { file: 'a.csv', tab: 'sub-orders' })
    expect(read.type === 'checked' && read.checked.requests.length).toBe(count)
    expect(await readCautions(content)).toEqual([])
  })
})
