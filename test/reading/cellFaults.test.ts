import { describe, expect, it } from '@jest/globals'
import { readFates } from '../support/readWorkbook'
import { rowOf, stylePart, textCell, writeSheetXml } from '../support/workbookXml'

const HEADER = rowOf(textCell('Sub Order ID'), textCell('City'))
const LINES = rowOf(textCell('Sub Order ID'), textCell('SKU ID'), textCell('Quantity'))

const readId = (cell: string, parts = {}) =>
  readFates(writeSheetXml([HEADER, rowOf(cell, textCell('Pune'))], { parts }))
const readSku = (cell: string, parts = {}) =>
  readFates(writeSheetXml([LINES, rowOf(textCell('SO-1'), cell, '<c><v>1</v></c>')], { parts }), 'line-items')
const readQuantity = (cell: string, parts = {}) =>
  readFates(writeSheetXml([LINES, rowOf(textCell('SO-1'), textCell('A'), cell)], { parts }), 'line-items')
/** The cell stands beside an ID, in a column of the user's own. */
const readBeside = (cell: string, parts = {}) =>
  readFates(writeSheetXml([HEADER, rowOf(textCell('SO-1'), cell)], { parts }))

describe.each([
  ['of a type that nobody knows', '<c t="x"><v>12</v></c>', '12'],
  ['of a style that there is not', '<c s="9"><v>12</v></c>', '12'],
  ['that points to a text that there is not', '<c t="s"><v>99</v></c>', '#TEXT!'],
  ['with two values', '<c><v>12</v><v>13</v></c>', '12 13'],
  ['with a text in two parts', '<c t="inlineStr"><is><t>12</t><t>3</t></is></c>', '123'],
  ['with a number and a text of its own', '<c t="n"><v>12</v><is><t>13</t></is></c>', '13'],
])('a cell %s', (_, cell, value) => {
  it('is refused, and no other', async () => {
    expect(await readId(cell)).toEqual([`!INVALID_ID broken-cell: ${value} (cannot be read)`])
    expect(await readSku(cell)).toEqual([`!INVALID_ID broken-cell: ${value} (cannot be read)`])
    expect(await readQuantity(cell)).toEqual([`!INVALID_QUANTITY broken-cell: ${value} (cannot be read)`])
    expect(await readBeside(cell)).toEqual(['SO-1'])
  })
})

it.each([
  ['<c t="N"><v>12</v></c>', '12'],
  ['<c t="STR"><v>SO-7</v></c>', 'SO-7'],
  ['<c t="InlineStr"><is><t>SO-8</t></is></c>', 'SO-8'],
  ['<c t="inlineStr"><v>0</v><is><t>SO-9</t></is></c>', 'SO-9'],
  ['<c t="inlineStr"><is><t>SO-9</t></is><v>5</v></c>', 'SO-9'],
  ['<c t="B"><v>1</v></c>', '!INVALID_ID: TRUE'],
  ['<c s="0"><v>12</v></c>', '12'],
  ['<c t="x"/>', '!MISSING_ID: '],
])('the cell %s is read', async (cell, fate) => {
  expect(await readId(cell)).toEqual([fate])
})

it('styles that are gone are missed by those cells alone that have one', async () => {
  const parts = { 'xl/styles.xml': null }
  expect(await readId('<c><v>12</v></c>', parts)).toEqual(['12'])
  expect(await readId(textCell('0012', ' s="3"'), parts)).toEqual(['0012'])
  expect(await readId('<c s="3"><v>12</v></c>', parts)).toEqual([
    '!INVALID_ID broken-cell: 12 (cannot be read)',
  ])
  expect(await readBeside('<c s="3"><v>12</v></c>', parts)).toEqual(['SO-1'])
  expect(await readId('<c s="1"><v>12</v></c>', stylePart(['0000']))).toEqual(['0012'])
})

describe('an error', () => {
  const error = (text: string) => `<c t="e"><v>${text}</v></c>`

  it.each([
    '#N/A',
    '#GETTING_DATA',
    '#SPILL!',
    '#CALC!',
    '#BLOCKED!',
    '#CONNECT!',
    '#FIELD!',
    '#BUSY!',
    '#PYTHON!',
    '#UNKNOWN!',
    '#EXTERNAL!',
  ])('%s is said to be one', async (text) => {
    expect(await readSku(error(text))).toEqual([`!INVALID_ID excel-error: ${text}`])
    expect(await readId(error(text))).toEqual([`!INVALID_ID excel-error: ${text}`])
    expect(await readQuantity(error(text))).toEqual([`!INVALID_QUANTITY excel-error: ${text}`])
  })

  it('is one by its type, whatever it says', async () => {
    expect(await readSku(error('A-1'))).toEqual(['!INVALID_ID excel-error: A-1 (an error)'])
    expect(await readId(error('12'))).toEqual(['!INVALID_ID excel-error: 12 (an error)'])
    expect(await readBeside(error('A-1'))).toEqual(['SO-1'])
  })
})

describe('cells without a plain name', () => {
  const header = `<row r="1">${textCell('Sub Order ID')}${textCell('City')}</row>`
  const read = (first: string, second: string) =>
    readFates(
      writeSheetXml([
        header,
        `<row r="2"><c r="${first}"><v>12</v></c>${textCell('Pune', ` r="${second}"`)}</row>`,
      ]),
    )

  it.each([
    ['a2', 'b2'],
    ['$A$2', '$B$2'],
    ['R2C1', 'R2C2'],
    ['0', '1'],
    ['1', '2'],
    ['2', '2'],
    ['A', 'B'],
    ['', ''],
    ['x y', '?'],
  ])('%s and %s take their place', async (first, second) => {
    expect(await read(first, second)).toEqual(['12'])
  })

  it.each([
    ['A2', 'A2'],
    ['A2', 'a2'],
    ['A3', 'B3'],
    ['0', '7'],
    ['B', 'A'],
  ])('%s and %s may be meant in two ways', async (first, second) => {
    expect(await read(first, second)).toBe('FILE_IS_XLSX')
  })
})

it('texts that are gone are the fault of the workbook: nobody knows its headers', async () => {
  const parts = { 'xl/sharedStrings.xml': null }
  expect(await readId('<c t="s"><v>0</v></c>', parts)).toBe('FILE_IS_XLSX')
  expect(await readId('<c><v>12</v></c>', parts)).toEqual(['12'])
})
