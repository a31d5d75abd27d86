import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { createRowPacker, ROWS_A_BLOCK } from '../../src/domain/sheet/packedRows'
import { changeBlocks, createRowList, unpackRows } from '../../src/domain/sheet/rowList'
import { takeSteps } from '../../src/domain/time/steps'
import type { SheetRow } from '../../src/domain/sheet/sheetRow'
import { draws } from '../support/draws'

const cells = fc.array(fc.string({ unit: fc.constantFrom('', 'a', ',', '"', '\n', '€', '😀', '\ud800') }), {
  maxLength: 5,
})
const record = fc.record({ gap: fc.integer({ min: 1, max: 3 }), cells, isBad: fc.boolean() })

/** Rows as a file gives them, and more than fit into one block. */
const rowLists = fc
  .tuple(fc.array(record, { maxLength: 20 }), fc.constantFrom(1, 1, 1, 200))
  .map(([records, times]) => {
    let row = 1
    return Array.from({ length: times }, () => records).flatMap((some) =>
      some.map(({ gap, cells: texts, isBad }): SheetRow => {
        row += gap
        return isBad ? { row, cells: texts, badQuotes: true } : { row, cells: texts }
      }),
    )
  })

function pack(rows: readonly SheetRow[]) {
  const packer = createRowPacker()
  for (const { row, cells: texts, badQuotes = false } of rows) packer.add(row, texts, badQuotes)
  expect(packer.length).toBe(rows.length)
  return createRowList(packer.finish())
}

describe('packed rows of any content', () => {
  it('are the added rows: one by one, in a slice, and all', () => {
    fc.assert(
      fc.property(rowLists, fc.nat(), fc.nat(), (rows, one, other) => {
        const packed = pack(rows)
        expect([packed.length, [...packed]]).toEqual([rows.length, rows])
        const at = rows.length > 0 ? one % rows.length : 0
        expect(packed.at(at)).toEqual(rows[at])
        const from = one % (rows.length + 2)
        const to = from + (other % 30)
        expect(packed.slice(from, to)).toEqual(rows.slice(from, to))
        expect([packed.at(-1), packed.at(rows.length)]).toEqual([undefined, undefined])
      }),
      { numRuns: draws(30, 150) },
    )
  })

  it('are cut into blocks', () => {
    const rows = Array.from({ length: 2 * ROWS_A_BLOCK + 1 }, (_, at) => ({ row: at + 2, cells: [`${at}`] }))
    expect(pack(rows).blocks.map((chunk) => ('text' in chunk ? chunk.rows.length : 0))).toEqual([
      ROWS_A_BLOCK,
      ROWS_A_BLOCK,
      1,
    ])
  })

  it('keep all other rows when some are replaced or split, and the old list does not change', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.array(cells, { minLength: 1, maxLength: 3 })), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(rowLists, changes, (rows, wanted) => {
        fc.pre(rows.length > 0)
        const byPosition = new Map(
          wanted.map(([place, records]) => {
            const position = place % rows.length
            const row = rows[position]?.row ?? 0
            return [position, records.map((texts): SheetRow => ({ row, cells: texts }))] as const
          }),
        )
        const packed = pack(rows)
        const isMeant = (start: number, length: number) =>
          [...byPosition.keys()].some((position) => position >= start && position < start + length)
        const changed = takeSteps(
          changeBlocks(packed, (chunk, start) => {
            const own = [...unpackRows(chunk)]
            if (!isMeant(start, own.length)) return chunk
            return own.flatMap((row, place) => byPosition.get(start + place) ?? [row])
          }),
        )
        const expected = rows.flatMap((row, position) => byPosition.get(position) ?? [row])
        expect([changed.length, [...changed]]).toEqual([expected.length, expected])
        expect(expected.map((_, position) => changed.at(position))).toEqual(expected)
        expect([...packed]).toEqual(rows)
      }),
      { numRuns: draws(30, 150) },
    )
  })
})

it('rows of long texts come in blocks of a megabyte and a row, so that no copy takes long', () => {
  const packer = createRowPacker()
  const text = 'x'.repeat(300_000)
  for (let row = 1; row <= 10; row += 1) packer.add(row, [text], false)
  const stretches = packer.finish().map(({ rows, text: packed }) => [rows.length, packed.length])
  expect(stretches).toEqual([
    [4, 1_200_000],
    [4, 1_200_000],
    [2, 600_000],
  ])
})
