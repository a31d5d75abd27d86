import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { draws } from '../support/draws'
import { encodeTable, tables, writeTable, writings } from './arbitraryTable'
import { loadAs, readAs } from './sheets'

/** Nothing that anybody sees, written down anew. */
const isBlankCell = (cell: string) =>
  Array.from(cell).every((char) =>
    /[\s\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/.test(char),
  )

const MAY_BE_HEADINGS: ReadonlySet<string | undefined> = new Set(['UNCLEAR_HEADER', 'CELLS_IN_LINES'])

describe('whatever a table holds, and however it is written', () => {
  it('its cells, row numbers and order are read as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(tables, writings, async (rows, writing) => {
        const header = ['Sub Order ID', ...(rows[0] ?? []).slice(1).map((_, index) => `Column ${index + 1}`)]
        const bytes = encodeTable(writeTable([header, ...rows], writing), writing.encoding)
        fc.pre(bytes !== undefined)
        const expected = rows.flatMap((cells, index) =>
          cells.every(isBlankCell) ? [] : [{ row: index + 2, cells }],
        )
        const read = await readAs('sub-orders', bytes)
        // A cell may say `ID` or `Value` by chance: then it may be a heading as well, and the file is refused by
        // that name.
        fc.pre(read.ok || !MAY_BE_HEADINGS.has(read.problem?.code))
        const found = read.ok ? [read.sheet.header, [...read.sheet.rows]] : read.problem?.code
        expect(found).toEqual(expected.length > 0 ? [header, expected] : 'NO_ROWS')
      }),
      { numRuns: draws(150, 1000) },
    )
  })

  it('rows above its header are titles, and count', async () => {
    const titles = fc.array(fc.constantFrom('', 'Cancel list', 'Pune; north, 24.11.', '"'), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(titles, tables, writings, async (above, rows, writing) => {
        const header = ['Note', 'Sub Order ID', ...(rows[0] ?? []).map((_, index) => `Column ${index + 1}`)]
        const records = rows.map((cells) => ['x', '1', ...cells])
        const text = writeTable([...above.map((title) => [title]), header, ...records], writing)
        const bytes = encodeTable(text, writing.encoding)
        fc.pre(bytes !== undefined)
        const sheet = await loadAs('sub-orders', bytes)
        const expected = records.map((cells, index) => ({ row: above.length + index + 2, cells }))
        const titled = above.filter((title) => title !== '').length
        expect([sheet.header, sheet.rows]).toEqual([header, expected])
        expect(sheet.notes?.find(({ code }) => code === 'TITLE_ROWS')?.count ?? 0).toBe(titled)
      }),
      { numRuns: draws(100, 300) },
    )
  })
})
