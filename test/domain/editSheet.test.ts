import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { splitIds } from '../../src/domain/ids/splitIds'
import type { Edit, EditedCells } from '../../src/domain/edit/edit'
import { reapplyEdits } from '../../src/domain/edit/reapplyEdits'
import { editSheet, editSheetInSlices } from '../../src/domain/edit/editSheet'
import { findMeantCells } from '../../src/domain/edit/editRow'
import { createRowPacker, ROWS_A_BLOCK } from '../../src/domain/sheet/packedRows'
import { createRowList } from '../../src/domain/sheet/rowList'
import { isShifted } from '../../src/domain/sheet/rowShape'
import type { Sheet } from '../../src/domain/sheet/sheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { fitEdit, edits, sheets } from './arbitraryEdits'
import type { SheetRow } from '../../src/domain/sheet/sheetRow'
import { draws } from '../support/draws'

const listOf = ({ rows }: Sheet) => [...rows]

/** By row number: the rows of that number. */
function groupRows(sheet: Sheet): ReadonlyMap<number, readonly SheetRow[]> {
  const groups = new Map<number, SheetRow[]>()
  for (const row of sheet.rows) groups.set(row.row, [...(groups.get(row.row) ?? []), row])
  return groups
}

function findMeant(before: Sheet, some: Edit): ReadonlySet<number> {
  const positions = some.type === 'edit' ? [some.position] : some.positions
  return new Set(positions.map((position) => before.rows.at(position)?.row ?? 0))
}

/** Checks a sheet after one edit. */
function expectEdited(uploaded: Sheet, before: Sheet, after: Sheet, some: Edit): void {
  const meant = findMeant(before, some)
  const was = groupRows(before)
  const now = groupRows(after)
  expect([...now.keys()]).toEqual(listOf(uploaded).map(({ row }) => row))
  const found: unknown[] = []
  const expected: unknown[] = []
  const hold = (seen: unknown, wanted: unknown) => {
    found.push(seen)
    expected.push(wanted)
  }
  for (const original of uploaded.rows) {
    const group = now.get(original.row) ?? []
    const isMeant = meant.has(original.row)
    if (!isMeant) hold(group, was.get(original.row))
    for (const { removed, ...row } of group) {
      hold(row.original ?? row, original)
      if (isMeant && some.type === 'undo') hold({ ...row, removed }, original)
    }
  }
  expect(found).toEqual(expected)
}

describe('an edited sheet', () => {
  it('keeps all other rows, knows the original of each row, and undo brings the originals back', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, edits, async (uploaded, steps) => {
        let sheet = uploaded
        for (const step of steps) {
          const some = fitEdit(step, sheet)
          const before = listOf(sheet)
          const after = editSheet(sheet, some)
          expect(listOf(sheet)).toEqual(before)
          expectEdited(uploaded, sheet, after, some)
          sheet = after
          const { issues, requests, requestOfRow } = await validateRows(sheet, neverYield)
          const unsent = listOf(sheet).filter((_, at) => (requestOfRow[at] ?? -1) < 0)
          expect(issues.map(({ row }) => row)).toEqual(unsent.map(({ row }) => row))
          expect(new Set(requestOfRow.filter((one) => one >= 0)).size).toBe(requests.length)
        }
        const all = { type: 'undo', positions: listOf(sheet).map((_, at) => at) } as const
        expect(listOf(editSheet(sheet, all))).toEqual(listOf(uploaded))
      }),
      { numRuns: draws(100, 500) },
    )
  })

  it('holds the typed texts in rows as wide as its header', () => {
    fc.assert(
      fc.property(sheets, edits, (uploaded, steps) => {
        for (const step of steps) {
          const some = fitEdit(step, uploaded)
          if (some.type !== 'edit') continue
          const edited = editSheet(uploaded, some).rows.at(some.position) as SheetRow
          const old = uploaded.rows.at(some.position) as SheetRow
          const meant = findMeantCells(uploaded, edited)
          const typed = Object.keys(meant).map((key) => [key, some.cells[key as keyof typeof meant]] as const)
          const expected = {
            ...findMeantCells(uploaded, old),
            ...Object.fromEntries(typed.filter(([, text]) => text !== undefined)),
          }
          expect(meant).toEqual(expected)
          expect(edited.original ? edited.cells.length : uploaded.header.length).toBe(uploaded.header.length)
        }
      }),
    )
  })

  it('has a row for each ID of a split cell, and sends each', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async (uploaded) => {
        fc.pre(uploaded.kind === 'sub-orders')
        const positions = listOf(uploaded).map((_, at) => at)
        const { rows } = editSheet(uploaded, { type: 'split', positions })
        const expected = listOf(uploaded).flatMap((original) => {
          const { row, cells } = original
          const ids = isShifted(uploaded, original) ? [] : splitIds(cells[1] ?? '')
          return ids.length > 1 ? ids.map((one) => [row, one]) : [[row, cells[1]]]
        })
        expect([...rows].map(({ row, cells }) => [row, cells[1]])).toEqual(expected)
      }),
    )
  })

  it('gets the same edits when the file is read again', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, edits, async (uploaded, steps) => {
        let sheet = uploaded
        for (const step of steps) sheet = editSheet(sheet, fitEdit(step, sheet))
        const again = await reapplyEdits(uploaded, sheet, neverYield)
        expect(listOf(again)).toEqual(listOf(sheet))
        const [first, second] = await Promise.all([sheet, again].map((one) => validateRows(one, neverYield)))
        expect([second?.requests, second?.issues]).toEqual([first?.requests, first?.issues])
      }),
      { numRuns: draws(100, 500) },
    )
  })

  it('loses a removal or a split once the user takes it back, and keeps later edits of other rows', () => {
    const types = fc.constantFrom('remove' as const, 'split' as const)
    fc.assert(
      fc.property(
        sheets,
        edits,
        types,
        fc.array(fc.nat(40)),
        edits,
        (uploaded, steps, type, places, later) => {
          let before = uploaded
          for (const step of steps) before = editSheet(before, fitEdit(step, before))
          const positions = places.map((place) => place % before.rows.length)
          const meant = new Set(positions.map((position) => before.rows.at(position)?.row))
          let sheet = editSheet(before, { type, positions })
          let expected = before
          for (const step of later) {
            const fit = fitEdit(step, before)
            const number = fit.type === 'edit' && before.rows.at(fit.position)?.row
            if (fit.type !== 'edit' || meant.has(number || 0)) continue
            const position = listOf(sheet).findIndex(({ row }) => row === number)
            sheet = editSheet(sheet, { ...fit, position })
            expected = editSheet(expected, {
              ...fit,
              position: listOf(expected).findIndex(({ row }) => row === number),
            })
          }
          const restored = editSheet(sheet, { type: 'restore', positions, before: before.rows })
          expect(listOf(restored)).toEqual(listOf(expected))
          expect(restored.hasEdits).toBe(listOf(expected).some(({ original }) => original) || undefined)
        },
      ),
      { numRuns: draws(100, 500) },
    )
  })

  it('says that it has edits only as long as some row has another text than its upload', () => {
    fc.assert(
      fc.property(sheets, edits, (uploaded, steps) => {
        let sheet = uploaded
        for (const step of steps) {
          sheet = editSheet(sheet, fitEdit(step, sheet))
          expect(sheet.hasEdits).toBe(listOf(sheet).some(({ original }) => original) || undefined)
        }
      }),
    )
  })
})

const lines = (...records: string[][]): Sheet => ({
  kind: 'line-items',
  fileName: 'lines.csv',
  delimiter: ',',
  header: ['Sub Order ID', 'SKU ID', 'Quantity'],
  columns: { subOrderId: 0, skuId: 1, quantity: 2 },
  rows: records.map((cells, index) => ({ row: index + 2, cells })),
})

const check = async (sheet: Sheet) => {
  const { requests, issues } = await validateRows(sheet, neverYield)
  return { sent: requests, codes: issues.map(({ code }) => code) }
}

describe('a line item whose cells stand in the wrong columns', () => {
  it.each([
    ['a cell too many', ['1001x', 'AB', '2', '5']],
    ['a cell too few', ['1001x', '5']],
  ])('is sent only once a person has typed all of it: %s', async (_, cells) => {
    const uploaded = lines(cells)
    const edit = (sheet: Sheet, texts: EditedCells) =>
      editSheet(sheet, { type: 'edit', position: 0, cells: texts })
    expect(findMeantCells(uploaded, uploaded.rows.at(0) as SheetRow)).toEqual({
      subOrderId: '',
      skuId: '',
      quantity: '',
    })
    const first = edit(uploaded, { subOrderId: '1001' })
    expect(await check(first)).toEqual({ sent: [], codes: ['MISSING_SKU'] })
    const second = edit(first, { skuId: 'AB,2' })
    expect(await check(second)).toEqual({ sent: [], codes: ['MISSING_QUANTITY'] })
    const third = edit(second, { quantity: '5' })
    expect(third.rows.at(0)?.original?.cells).toEqual(cells)
    expect((await check(third)).sent).toEqual([
      { kind: 'line-items', subOrderId: '1001', row: 2, lineItems: [{ skuId: 'AB,2', quantity: 5, row: 2 }] },
    ])
  })

  it('is read as before if its extra cells are blank', () => {
    const uploaded = lines(['1001x', 'AB', '2', ' ', ''])
    const edited = editSheet(uploaded, { type: 'edit', position: 0, cells: { subOrderId: '1001' } })
    expect(edited.rows.at(0)?.cells).toEqual(['1001', 'AB', '2'])
  })
})

it('a whole sub-order with an extra cell keeps none of its cells, and is not split', () => {
  const uploaded: Sheet = {
    kind: 'sub-orders',
    fileName: 'a.csv',
    delimiter: ',',
    header: ['Note', 'Sub Order ID'],
    columns: { subOrderId: 1 },
    rows: [{ row: 2, cells: ['a', '1;2', '1001'] }],
  }
  expect(findMeantCells(uploaded, uploaded.rows.at(0) as SheetRow)).toEqual({ subOrderId: '' })
  expect(listOf(editSheet(uploaded, { type: 'split', positions: [0] }))).toEqual(listOf(uploaded))
  const edited = editSheet(uploaded, { type: 'edit', position: 0, cells: { subOrderId: '1001' } })
  expect(listOf(edited)).toEqual([{ row: 2, cells: ['', '1001'], original: uploaded.rows.at(0) }])
})

describe('a long sheet', () => {
  const packer = createRowPacker()
  for (let at = 0; at < 4 * ROWS_A_BLOCK; at += 1) packer.add(at + 2, [String(at), 'A', '1'], false)
  const uploaded: Sheet = { ...lines(), rows: createRowList(packer.finish()) }
  const positions = Int32Array.of(7, ROWS_A_BLOCK + 7, 3 * ROWS_A_BLOCK)

  it('is edited block by block, and the page has its turn between two blocks', async () => {
    let turns = 0
    const yieldIfDue = () => {
      turns += 1
      return Promise.resolve()
    }
    const dropped = await editSheetInSlices(uploaded, { type: 'remove', positions }, yieldIfDue)
    expect(turns).toBe(4)
    expect(listOf(dropped)).toEqual(listOf(editSheet(uploaded, { type: 'remove', positions })))
    turns = 0
    const again = await reapplyEdits(uploaded, dropped, yieldIfDue)
    expect(turns).toBe(8)
    expect(listOf(again)).toEqual(listOf(dropped))
  })

  it('has its blocks packed again once their edits are taken back', () => {
    const dropped = editSheet(uploaded, { type: 'remove', positions })
    const restored = editSheet(dropped, { type: 'restore', positions, before: uploaded.rows })
    expect(restored.rows).toMatchObject({ blocks: 'blocks' in uploaded.rows && uploaded.rows.blocks })
  })

  it('without edits is itself when it is read again', async () => {
    expect(await reapplyEdits(uploaded, { ...uploaded, rows: listOf(uploaded) }, neverYield)).toBe(uploaded)
  })
})
