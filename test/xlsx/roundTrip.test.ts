import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { writeWorkbook } from '../support/workbook'
import { draws } from '../support/draws'
import { readAll } from './readAll'

const RUNS = draws(150, 1000)

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(
      '\r',
      '\n',
      '\t',
      ' ',
      '\0',
      '\ud800',
      '\uffff',
      '_x000D_',
      '_',
      'x',
      '&amp;',
      ']]>',
      '0',
    ),
    maxLength: 8,
  }),
)
const wholeNumber = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })
const tables = fc.array(fc.array(fc.oneof(text, wholeNumber), { maxLength: 6 }), { maxLength: 12 })

/** The rows as a spreadsheet shows them: without blank cells at the right, and without blank rows. */
function expectRows(rows: readonly (readonly (string | number)[])[]) {
  return rows.flatMap((cells, index) => {
    const texts = cells.map((cell) => String(cell === 0 ? 0 : cell))
    const length = texts.findLastIndex((one) => one !== '') + 1
    return length === 0 ? [] : [[index + 1, texts.slice(0, length)]]
  })
}

it('whatever texts and whole numbers are written are read', async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.boolean(), async (table, inlineStrings) => {
      // A sheet of nothing is not offered.
      const rows = [['Sub Order ID'], ...table]
      const expected = expectRows(rows)
      const read = await readAll(writeWorkbook({ sheets: [{ name: 'S', rows }], inlineStrings }))
      expect(read).toEqual(expected)
    }),
    { numRuns: RUNS },
  )
})

it('a damaged file is read as it was or not at all: no crash, no hang, no other ID', async () => {
  const rows = Array.from({ length: 40 }, (_, row) => [`SO-${row * 7919}`, 1_253_231_242 + row, row % 7])
  const bytes = writeWorkbook({ sheets: [{ name: 'S', rows }] })
  const expected = expectRows(rows)
  const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
  const length = fc.oneof(fc.constant(bytes.length), fc.nat(bytes.length))
  let refused = 0
  await fc.assert(
    fc.asyncProperty(damage, length, async (changes, end) => {
      const damaged = bytes.slice(0, end)
      for (const [at, byte] of changes) if (at < end) damaged[at] = byte
      const read = await readAll(damaged)
      const isRefused = !Array.isArray(read)
      if (isRefused) refused += 1
      expect(isRefused ? expected : read).toEqual(expected)
    }),
    { numRuns: RUNS },
  )
  expect(refused).toBeGreaterThan(RUNS / 2)
})
