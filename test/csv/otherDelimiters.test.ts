import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { unguardCell } from '../../src/csv/cells/formulaGuard'
import { writeCsv } from '../../src/csv/report/writeCsv'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { loadAs } from './sheets'
import { draws } from '../support/draws'

const DELIMITERS = [',', ';', '\t', '|']

async function write(records: readonly (readonly string[])[], delimiter: string): Promise<string> {
  return (await writeCsv(records, { delimiter, yieldIfDue: neverYield })).text()
}

/**
 * The cells that a spreadsheet makes of a text: a quote opens only at the beginning of a cell, characters behind
 * the closing quote are text, and a cell ends at a delimiter or a line end. Written plainly, one character after
 * the other.
 */
function seeCells(text: string, delimiter: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  let isStart = true
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (isQuoted && char === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (isQuoted) {
      if (char === '"') isQuoted = false
      else cell += char
    } else if (char === '"' && isStart) {
      isQuoted = true
      isStart = false
    } else if (char === delimiter || char === '\n' || char === '\r') {
      cells.push(cell)
      cell = ''
      isStart = true
    } else {
      cell += char
      isStart = false
    }
  }
  return [...cells, cell]
}

/**
 * Removes characters that a spreadsheet may skip. A tab may also be the file's own delimiter, and a line end the
 * end of a record.
 */
const FORMULA =
  /^[\s\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/

/** The cells that would be run, by the delimiter that the file is opened with. */
function findFormulas(text: string): Record<string, readonly string[]> {
  return Object.fromEntries(
    DELIMITERS.map((delimiter) => {
      const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\r\n' }).data.flat()
      return [delimiter, [...seeCells(text, delimiter), ...parsed].filter((cell) => FORMULA.test(cell))]
    }),
  )
}

const NONE = { ',': [], ';': [], '\t': [], '|': [] }

describe('a text that another delimiter cuts in two', () => {
  it.each([
    'x;=HYPERLINK("http://evil.example","Click")',
    'x|=1',
    'x\t=1',
    'x,=1',
    'x; \u00a0=1',
    'x;"=1',
    'x;""=1',
    'x;" "=1',
    'x;\u200b@SUM(1)',
    'x;\uff1d1',
    'x;;-1',
    'x;|=1',
    'x;\t=1',
    'x\n=1',
    'x\r\n+1',
    'x\r-1',
    'x\n"=1"',
    'x;\n=1',
    'x;',
    '=1;=1',
    ' ;=1',
    '";=1',
    '"=1',
  ])('%j begins no formula, wherever it stands, and comes back as it was', async (text) => {
    for (const delimiter of DELIMITERS) {
      const header = ['Sub Order ID', 'Note', 'Other', text]
      const records = [header, ['1', text, text, 'x'], ['2', 'x', text, text], ['3', '', '', text]]
      const written = await write(records, delimiter)
      expect(findFormulas(written)).toEqual(NONE)
      const sheet = await loadAs('sub-orders', written)
      expect([sheet.header, ...sheet.rows.map(({ cells }) => cells)]).toEqual(records)
    }
  })
})

it('texts in which nothing begins like a formula stay as they are, and so does what the file’s own delimiter parts', async () => {
  const plain = ['a; b', 'a;b=c', "x;'=1", 'a|b', '5, 6', 'a\tb', 'a\nb', "it's; fine", '1-2;3-4']
  expect(await write([plain], ',')).toBe(
    `"a; b","a;b=c","x;\u2060''=1","a|b","5, 6","a\tb","a\nb","it's; fine","1-2;3-4"\r\n`,
  )
  expect(await write([['a, -5', 'b; -5']], ',')).toBe('"a, -5","b;\u2060\' -5"\r\n')
  expect(await write([['a, -5', 'b; -5']], ';')).toBe('"a,\u2060\' -5";"b; -5"\r\n')
})

it('apostrophes of other files stay, as their users wrote them', async () => {
  const sheet = await loadAs('sub-orders', `Sub Order ID,Note\n1,x;'=1\n2,"a|'-b"\n3,"'a\n'=1"\n`)
  expect(sheet.rows.map(({ cells }) => cells[1])).toEqual(["x;'=1", "a|'-b", "'a\n'=1"])
  expect(unguardCell("x;\u2060'y")).toBe("x;\u2060'y")
})

const nasty = fc.string({
  unit: fc.constantFrom(
    ...'"\'=+-@,;|\t\r\n \u00a0\u200b\u2060\ufeff\uff1d\uff20a1',
    "\u2060'",
    ';=',
    '\r\n',
  ),
  maxLength: 12,
})
const tables = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(nasty, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  )

describe('whatever is in a table', () => {
  it('no cell begins a formula under any delimiter, and reading gives the same cells', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(...DELIMITERS), async (rows, delimiter) => {
        const header = ['Sub Order ID', ...(rows[0] ?? []).map((_, index) => `Column ${index}`)]
        const records = [header, ...rows.map((cells, index) => [String(index), ...cells])]
        const written = await write(records, delimiter)
        expect(findFormulas(written)).toEqual(NONE)
        const sheet = await loadAs('sub-orders', written)
        expect([sheet.header, ...sheet.rows.map(({ cells }) => cells)]).toEqual(records)
      }),
      { numRuns: draws(150, 2000) },
    )
  })

  it('nor does one where the first cell is any text', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(...DELIMITERS), async (rows, delimiter) => {
        expect(findFormulas(await write(rows, delimiter))).toEqual(NONE)
      }),
      { numRuns: draws(150, 2000) },
    )
  })
})
