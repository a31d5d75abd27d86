import { describe, expect, it } from '@jest/globals'
import { readFates, readHidden } from '../support/readWorkbook'
import { rowOf, stylePart, textCell, writeSheetXml } from '../support/workbookXml'

const HEADER = rowOf(textCell('Sub Order ID'), textCell('City'))
const row = (id: string, city = 'Pune') => rowOf(textCell(id), textCell(city))
const merge = (...refs: string[]) =>
  `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`

describe('rows whose value lies under a merged cell', () => {
  const rows = [HEADER, row('SO-1'), row('SO-2'), row('SO-2'), row('SO-3')]

  it.each([
    ['A2:A3', [3]],
    ['a2:$A$3', [3]],
    ['A3:A4', []],
    ['A2:A5', [3, 4, 5]],
    ['B2:B5', []],
    ['A1:B1', []],
    ['C1:D9', []],
    ['A5:A99', []],
    ['nonsense', []],
  ])('%s', async (ref, hidden) => {
    expect(await readHidden(writeSheetXml(rows, { behind: merge(ref) }))).toEqual(hidden)
  })

  it('are told of once, with several merges in any order and rows hidden by hand', async () => {
    const more = [...rows.slice(0, 4), rows[4]?.replace('<row>', '<row hidden="1">') ?? '']
    expect(await readHidden(writeSheetXml(more, { behind: merge('A4:A5', 'A2:A3', 'A4:A5') }))).toEqual([
      3, 5,
    ])
  })

  it('are those over which another column lies', async () => {
    const other = [
      rowOf(textCell('City'), textCell('Sub Order ID')),
      rowOf(textCell('Pune'), textCell('SO-1')),
    ]
    expect(await readHidden(writeSheetXml(other, { behind: merge('A2:B2') }))).toEqual([2])
  })

  it('are not blank ones: nothing is hidden there', async () => {
    const blank = [HEADER, row('SO-1'), '<row><c r="B3" t="str"><v>Agra</v></c></row>']
    expect(await readHidden(writeSheetXml(blank, { behind: merge('A2:A3') }))).toEqual([])
  })
})

describe('rows of a column that is hidden', () => {
  const rows = [HEADER, row('SO-1'), row('SO-2')]

  it.each([
    ['<cols><col min="1" max="1" hidden="1"/></cols>', [2, 3]],
    ['<cols><col min="1" max="1" width="0" customWidth="1"/></cols>', [2, 3]],
    ['<cols><col min="1" max="5" hidden="true"/></cols>', [2, 3]],
    ['<cols><col min="2" max="2" hidden="1"/></cols>', []],
    ['<cols><col min="1" max="1" width="12"/></cols>', []],
  ])('%s', async (before, hidden) => {
    expect(await readHidden(writeSheetXml(rows, { before }))).toEqual(hidden)
  })

  it('and of no height', async () => {
    const flat = [HEADER, row('SO-1').replace('<row>', '<row ht="0" customHeight="1">'), row('SO-2')]
    expect(await readHidden(writeSheetXml(flat))).toEqual([2])
  })
})

describe('a format that a cell has only where a condition is met', () => {
  const rule = (sqref: string, type: string, formulas = '') =>
    `<conditionalFormatting sqref="${sqref}"><cfRule type="${type.split(' ')[0] ?? ''}"${type.split(' ').slice(1).join(' ').replace(/^(.)/, ' $1')} dxfId="0" priority="1">${formulas}</cfRule></conditionalFormatting>`
  const rows = [HEADER, rowOf('<c><v>12345</v></c>', '<c><v>7</v></c>'), rowOf('<c><v>1253231242</v></c>')]
  const read = (behind: string, code = '00000000') =>
    readFates(writeSheetXml(rows, { behind, parts: stylePart([], [code]) }))

  it('is said, and nothing is sent without its zeros', async () => {
    const fates = ['!INVALID_ID unlike-shown: 12345 (shown as 00012345)', '1253231242']
    expect(await read(rule('A2:A3', 'expression', '<formula>LEN(A2)&lt;8</formula>'))).toEqual(fates)
    expect(await read(rule('A:A', 'duplicateValues'))).toEqual(fates)
    expect(await read(rule('C1 A2:B99', 'cellIs operator="lessThan"', '<formula>99999</formula>'))).toEqual(
      fates,
    )
  })

  it('is none where the condition is not met, elsewhere, or where it shows the digits', async () => {
    const fates = ['12345', '1253231242']
    expect(await read(rule('A2:A3', 'cellIs operator="lessThan"', '<formula>99</formula>'))).toEqual(fates)
    expect(
      await read(rule('A2:A3', 'cellIs operator="between"', '<formula>1</formula><formula>9</formula>')),
    ).toEqual(fates)
    expect(await read(rule('B2:B3', 'expression', '<formula>TRUE</formula>'))).toEqual(fates)
    expect(await read(rule('A2:A3', 'expression', '<formula>TRUE</formula>'), '#,##0')).toEqual(fates)
    expect(await read('')).toEqual(fates)
  })

  it('hides a number, or makes a date of it', async () => {
    expect(await read(rule('A2:A2', 'expression', '<formula>TRUE</formula>'), ';;;')).toEqual([
      '!INVALID_ID unlike-shown: 12345 (shown as nothing)',
      '1253231242',
    ])
    expect(await read(rule('A2:A2', 'expression', '<formula>TRUE</formula>'), 'yyyy-mm-dd')).toEqual([
      '!INVALID_ID unlike-shown: 12345 (shown as 1933-10-18 00:00)',
      '1253231242',
    ])
  })

  it('refuses every number where there are too many to be compared', async () => {
    const many = rule('C1', 'expression', '<formula>TRUE</formula>').repeat(300)
    expect(await read(many)).toEqual([
      '!INVALID_ID unlike-shown: 12345 (shown as ?)',
      '!INVALID_ID unlike-shown: 1253231242 (shown as ?)',
    ])
  })
})
