import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { planFill } from '../../src/domain/edit/fillDown'
import { reapplyEdits } from '../../src/domain/edit/reapplyEdits'
import { editSheet } from '../../src/domain/edit/editSheet'
import type { Sheet } from '../../src/domain/sheet/sheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { describeChecked } from '../corpus/readCase'
import type { SheetRow } from '../../src/domain/sheet/sheetRow'
import { draws } from '../support/draws'

const createSheet = (records: readonly (readonly string[])[]): Sheet => ({
  kind: 'line-items',
  fileName: 'lines.csv',
  delimiter: ',',
  header: ['Sub Order ID', 'SKU ID', 'Quantity'],
  columns: { subOrderId: 0, skuId: 1, quantity: 2 },
  rows: records.map((cells, at): SheetRow => ({ row: at + 2, cells })),
})

async function fill(sheet: Sheet) {
  const checked = await validateRows(sheet, neverYield)
  const plan = planFill(checked)
  const filled = plan ? editSheet(sheet, plan) : sheet
  return { checked, plan, filled, after: await validateRows(filled, neverYield) }
}

describe('filling IDs down', () => {
  it('gives each line without an ID the ID above, and the row keeps its original', async () => {
    const { filled, after } = await fill(
      createSheet([
        ['="007"', 'A1', '2'],
        ['', 'A2', '1'],
        ['″', 'A3', '4'],
        ['1253231243', 'A1', '1'],
        ['do.', 'A2', '1'],
      ]),
    )
    expect(describeChecked(after)).toMatchObject({
      sent: [
        [2, '007', 'A1', 2],
        [3, '007', 'A2', 1],
        [4, '007', 'A3', 4],
        [5, '1253231243', 'A1', 1],
        [6, '1253231243', 'A2', 1],
      ],
      issues: [],
    })
    expect([...filled.rows].map(({ original }) => original?.cells[0])).toEqual([
      undefined,
      '',
      '″',
      undefined,
      'do.',
    ])
  })

  it('leaves out a row that only heads its lines, even with the sum of their quantities', async () => {
    const { after } = await fill(
      createSheet([
        ['1', '', ''],
        ['', 'A1', '2'],
        ['2', '', '5'],
        ['', 'A1', '2'],
        ['', 'A2', '3'],
        ['3', '', '4'],
        ['', 'A1', '2'],
      ]),
    )
    expect(describeChecked(after)).toMatchObject({
      sent: [
        [3, '1', 'A1', 2],
        [5, '2', 'A1', 2],
        [6, '2', 'A2', 3],
      ],
      issues: [
        [2, 'DROPPED_ROW'],
        [4, 'DROPPED_ROW'],
        [7, 'MISSING_SKU'],
        [8, 'SUB_ORDER_HELD_BACK'],
      ],
    })
  })

  it('fills neither totals nor lines of an unknown sub-order', async () => {
    const { plan } = await fill(
      createSheet([
        ['', 'A0', '1'],
        ['1', 'A1', '2'],
        ['', 'A2', '2'],
        ['2', 'A3', '2'],
      ]),
    )
    const { after } = await fill(
      createSheet([
        ['1', 'A1', '2'],
        ['', 'A2', '2'],
        ['', '', '4'],
        ['', 'A3', '4'],
      ]),
    )
    expect(plan).toBe(null)
    expect(describeChecked(after)).toMatchObject({
      sent: [],
      issues: [
        [2, 'SUB_ORDER_HELD_BACK'],
        [3, 'SUB_ORDER_HELD_BACK'],
        [4, 'MISSING_ID', 'total'],
        [5, 'MISSING_ID'],
      ],
    })
  })

  it('fills the other lines below a first line without an ID if the last line has no ID, either', async () => {
    const records = [
      ['', 'A0', '1'],
      ['1', 'A1', '2'],
      ['', 'A2', '2'],
      ['2', 'A1', '2'],
      ['', 'A2', '2'],
      ['Total', '', '9'],
    ]
    const { after } = await fill(createSheet(records))
    // The first line may be cut off from a sub-order above, or belong to the sub-order below.
    expect(describeChecked(after)).toMatchObject({
      sent: [
        [5, '2', 'A1', 2],
        [6, '2', 'A2', 2],
      ],
      issues: [
        [2, 'MISSING_ID'],
        [3, 'SUB_ORDER_HELD_BACK'],
        [4, 'SUB_ORDER_HELD_BACK'],
        [7, 'INVALID_ID', 'total'],
      ],
    })
  })

  it('takes the ID of a removed row, too, and never an ID that was typed below it', async () => {
    const sheet = createSheet([
      ['1', 'A1', '2'],
      ['2', 'A1', '2'],
      ['', 'A2', '2'],
      ['', 'A3', '2'],
    ])
    const dropped = editSheet(sheet, { type: 'remove', positions: [1] })
    const typed = editSheet(dropped, { type: 'edit', position: 2, cells: { subOrderId: '7' } })
    const { after } = await fill(typed)
    expect(describeChecked(after)).toMatchObject({
      sent: [
        [2, '1', 'A1', 2],
        [4, '7', 'A2', 2],
        [5, '2', 'A3', 2],
      ],
      issues: [[3, 'DROPPED_ROW']],
    })
  })

  it('can be taken back at once, and done again to the same file', async () => {
    const cell = fc.constantFrom('', '1', '2', '3', '"', 'nan', 'Total', '1E+9', 'x y')
    const record = fc.tuple(
      cell,
      fc.constantFrom('', 'A', 'B', 'C', 'D'),
      fc.constantFrom('', '1', '2', '3', 'x'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 14 }), async (records) => {
        const sheet = createSheet(records)
        const { plan, filled, checked, after } = await fill(sheet)
        if (!plan) return
        const restored = editSheet(filled, { type: 'restore', positions: plan.positions, before: sheet.rows })
        const undone = editSheet(filled, { type: 'undo', positions: plan.positions })
        const again = await reapplyEdits(sheet, filled, neverYield)
        expect([...restored.rows]).toEqual([...sheet.rows])
        expect([...undone.rows]).toEqual([...sheet.rows])
        expect([...again.rows]).toEqual([...filled.rows])
        // A fill cancels no sub-order that is not in the file.
        const ids = new Set<string>(records.map(([id]) => id))
        for (const { subOrderId } of after.requests) expect(ids.has(subOrderId)).toBe(true)
        expect(after.issues.some(({ hint }) => hint === 'id-above')).toBe(false)
        // A sub-order with lines above and below that have none was skipped before.
        const held = new Set(plan.sources.filter((at) => at >= 0).map((at) => sheet.rows.at(at)?.cells[0]))
        for (const { subOrderId } of checked.requests) expect(held.has(subOrderId)).toBe(false)
      }),
      { numRuns: draws(150, 1000) },
    )
  })
})
