import { describe, expect, it } from '@jest/globals'
import { readReported } from '../corpus/reportedCase'
import { writeWorkbook } from '../support/workbook'
import { tellOutcome } from './outcomeOf'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

const file = (...records: readonly string[]) => `${records.join('\r\n')}\r\n`
const S: SheetKind = 'sub-orders'
const L: SheetKind = 'line-items'

describe('a table that lies on its side is refused by name', () => {
  it.each([
    ['alone', file('Sub Order ID,1253231242,1253231243')],
    ['above other names', file('Sub Order ID,1253231242,1253231243', 'City,Pune,Agra', 'Pin,411001,411002')],
    ['below other names', file('City,Pune,Agra', 'Sub Order ID,1253231242,1253231243')],
    ['below a title', file('Report of today', 'City,Pune,Agra', 'Sub Order ID,1253231242,1253231243')],
    ['with a colon', file('Sub Order ID:,1253231242,1253231243')],
    ['with semicolons', file('Sub Order ID;SO-2026-12;SO-2026-13')],
    ['with one that Excel has rounded', file('Sub Order ID,1.25323E+09,1253231243', 'City,Pune,Agra')],
    ['with one ID', file('Sub Order ID,1253231242')],
    ['IDs without any name', file('1253231242,1253231243,1253231244')],
    ['as cards', file('Sub Order ID,1253231242', 'Pin,411001', 'Sub Order ID,1253231243', 'Pin,411002')],
    [
      'as cards apart',
      file('Sub Order ID,1253231242', 'Pin,411001', '', 'Sub Order ID,1253231243', 'Pin,411002'),
    ],
  ])('%s', async (_about, content) => {
    expect(await tellOutcome(S, content)).toBe('TABLE_ON_ITS_SIDE')
    expect(await tellOutcome(L, content)).toBe('TABLE_ON_ITS_SIDE')
    const pasted = content.replaceAll(/[,;]/g, '\t')
    expect(await tellOutcome(S, pasted, { isPasted: true })).toBe('TABLE_ON_ITS_SIDE')
  })
  it('of line items, and in a workbook', async () => {
    expect(
      await tellOutcome(L, file('Sub Order ID,1253231242,1253231243', 'SKU ID,A1,A2', 'Quantity,1,2')),
    ).toBe('TABLE_ON_ITS_SIDE')
    const rows = [
      ['Sub Order ID', 1253231242, 1253231243],
      ['City', 'Pune', 'Agra'],
    ]
    expect(await tellOutcome(S, writeWorkbook({ sheets: [{ name: 'A', rows }] }))).toBe('TABLE_ON_ITS_SIDE')
  })
  it.each([
    [
      'a filter above the header',
      file('Sub Order ID,1253231200', 'Sub Order ID,City', '1253231242,Pune'),
      '1253231242',
    ],
    ['years as headings', file('Sub Order ID,2025,2026', '1253231242,5,6'), '1253231242'],
    ['a header alone', file('Sub Order ID,City'), 'NO_ROWS'],
    [
      'a filter above a header in words that are not known',
      file('Sub Order ID,1253231200', '', 'Kaupunki,Alitilaus', 'Pune,4040'),
      'UNCLEAR_HEADER, asks heading in 3',
    ],
    [
      'the same above numbers',
      file('Sub Order ID,1253231200', '', 'Tilaus,Alitilaus', '1253231242,4040'),
      'UNCLEAR_HEADER, asks heading in 3',
    ],
  ])('%s is none', async (_about, content, outcome) => {
    expect(await tellOutcome(S, content)).toBe(outcome)
  })
})

describe('labels above a header in words that are not known', () => {
  const LABELS = ['Sorted by,Sub Order ID', 'From,2026-11-01', 'Page,1']
  it.each([
    ['of one row', file(...LABELS, '', 'Bestellnummer,Unterauftrag', '1253231242,4040'), 5],
    [
      'of two rows',
      file(...LABELS, '', 'Bestellnummer,Unterauftrag', '1253231242,4040', '1253231243,4041'),
      5,
    ],
    ['without a blank row', file(...LABELS, 'Commande,Sous-commande', '1253231242,4040'), 4],
    ['of long IDs', file(...LABELS, '', 'Tilaus,Alitilaus', '1253231242,40404040', '1253231243,40404041'), 5],
    ['of words', file(...LABELS, '', 'Kaupunki,Alitilaus', 'Pune,40404040'), 5],
    [
      'in German',
      file('Sortiert nach,Sub Order ID', 'Von,2026-11-01', '', 'Auftrag,Teilauftrag', '1253231242,4040'),
      4,
    ],
    [
      'of three columns',
      file('Sorted by,Sub Order ID,', 'Page,1,', '', 'Tilaus,Alitilaus,Kaupunki', '1,4040,Pune'),
      4,
    ],
  ])('are asked about: %s', async (_about, content, row) => {
    const asked = `UNCLEAR_HEADER, asks heading in ${row}`
    expect(await tellOutcome(S, content)).toBe(asked)
    expect(await tellOutcome(L, content)).toBe(asked)
    expect(await tellOutcome(S, content.replaceAll(',', '\t'), { isPasted: true })).toBe(asked)
  })
  it('are asked about where no row of words tells where it stands', async () => {
    const content = file(...LABELS, '', 'Unterauftrag', '1253231242')
    expect(await tellOutcome(S, content)).toBe('UNCLEAR_HEADER, asks columns in 1')
  })
  it.each([
    [
      'who created it',
      file('Created by,Sub Order ID', 'Asha,pending', 'Ravi,1253231242'),
      '1253231242; 2 INVALID_ID',
    ],
    ['short IDs of who created it', file('Created by,Sub Order ID', 'Asha,12', 'Ravi,13'), '12 13'],
    ['a colon behind a heading', file('Sub Order ID,Reason:', '12,x', '13,y'), '12 13'],
    [
      'a heading that is a label as well',
      file('Report,Sub Order ID', '1,1253231242', '2,1253231243'),
      '1253231242 1253231243',
    ],
    ['our own header below', file(...LABELS, '', 'Sub Order ID,City', '1253231242,Pune'), '1253231242'],
  ])('are none: %s', async (_about, content, outcome) => {
    expect(await tellOutcome(S, content)).toBe(outcome)
  })
})

describe('where several rows may head the table, all of them are offered', () => {
  const listOffers = async (content: string) => {
    const read = await readReported(new TextEncoder().encode(content), { file: 'orders.csv', tab: S })
    if (read.type !== 'refused' || read.question?.type !== 'columns') return read.type
    const { headerRow, offers = [] } = read.question
    return { likely: headerRow, offered: offers.map((offer) => [offer.headerRow, offer.columns.subOrderId]) }
  }
  it.each([
    [
      'a label',
      ['Sorted by,Sub Order ID', 'Page,1', '', 'Tilaus,Alitilaus', '1253231242,4040'],
      4,
      [
        [1, 1],
        [4, undefined],
      ],
    ],
    [
      'a filter',
      ['Sub Order ID,1253231200', '', 'Tilaus,Alitilaus', '1253231242,4040'],
      3,
      [
        [1, 0],
        [3, undefined],
      ],
    ],
    [
      'an unknown label',
      ['Järjestys,Sub Order ID', 'Sivu,1', 'Kopio,1', 'Sub Order ID,City', '1253231242,Pune'],
      4,
      [
        [1, 1],
        [4, 0],
      ],
    ],
  ])('%s and a header', async (_about, records, likely, offered) => {
    expect(await listOffers(file(...records))).toEqual({ likely, offered })
  })
  it('but none below IDs, which would be rows of no table', async () => {
    const wholes = [
      'Sub Order ID,City',
      '1253231242,Pune',
      'City,Sub Order ID,Status',
      'Agra,1253231243,OPEN',
    ]
    expect(await listOffers(file(...wholes))).toEqual({ likely: 1, offered: [] })
  })
  it('and the one that is chosen is read', async () => {
    const content = file('Sorted by,Sub Order ID', 'Page,1', '', 'Tilaus,Alitilaus', '1253231242,4040')
    const choose = (row: number, subOrderId: number) =>
      tellOutcome(S, content, { choice: { header: { row, columns: { subOrderId } } } })
    expect(await choose(4, 1)).toBe('4040')
    expect(await choose(4, 0)).toBe('1253231242')
    expect(await choose(1, 1)).toBe('1; 4 INVALID_ID; 5 OTHER_TABLE of 4')
  })
})
