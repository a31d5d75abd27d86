import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { findCutNumber } from '../../src/domain/sheet/cutNumber'
import { reapplyEdits } from '../../src/domain/edit/reapplyEdits'
import { editSheet } from '../../src/domain/edit/editSheet'
import { findWrongWidth } from '../../src/domain/sheet/rowShape'
import type { Sheet } from '../../src/domain/sheet/sheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { fitMend, mends, sheets } from '../domain/arbitraryEdits'
import { openBook } from './openBook'
import type { SheetRow } from '../../src/domain/sheet/sheetRow'
import type { Issue } from '../../src/domain/sheet/issue'
import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'
import { draws } from '../support/draws'

/** What the journal gives back of a sheet. */
async function bringBack(checked: CheckedSheet): Promise<CheckedSheet> {
  const { kind, fileName } = checked.sheet
  const book = openBook([...checked.requests], { plan: { checked, kind, fileName } })
  await book.take({ runId: 'run', total: checked.requests.length })
  const { checked: back } = await book.load()
  if (!back) throw new Error('the journal keeps no sheet')
  return back
}

/** The cells that have a meaning alone, of the row and of what it was. */
function keepMeant(sheet: Sheet, row: SheetRow): SheetRow {
  const { columns } = sheet
  const kept = [columns.subOrderId, columns.skuId, columns.quantity].filter((one) => one !== undefined)
  const isShaped = (one: SheetRow) => keepsShape(sheet, one)
  const keep = (one: SheetRow) => kept.map((column) => one.cells[column] ?? '')
  const blank = row.badQuotes ? [''] : kept.map(() => '')
  const own = { ...row, cells: isShaped(row) ? keep(row) : blank }
  return row.original
    ? { ...own, original: { ...row.original, cells: isShaped(row.original) ? keep(row.original) : [] } }
    : own
}

/** Whether it is known which cell of a row is which: of any other nothing is kept. */
function keepsShape(sheet: Sheet, row: SheetRow): boolean {
  return !row.badQuotes && !findWrongWidth(sheet, row) && findCutNumber(sheet, row) === undefined
}

function keepMeantIssue({ sheet }: CheckedSheet, issue: Issue): Issue {
  const rows = [...sheet.rows].filter(({ row }) => row === issue.row)
  return rows.every((row) => keepsShape(sheet, row)) ? issue : { ...issue, value: '' }
}

describe('a mended sheet in the journal', () => {
  it('comes back with its rows, what they were, its requests and its issues', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, mends, async (uploaded, steps) => {
        let sheet = uploaded
        for (const step of steps) sheet = editSheet(sheet, fitMend(step, sheet))
        const checked = await validateRows(sheet, neverYield)
        fc.pre(checked.requests.length > 0)
        const back = await bringBack(checked)
        expect([...back.sheet.rows]).toEqual([...sheet.rows].map((row) => keepMeant(sheet, row)))
        expect([back.requests, back.issues, [...back.requestOfRow]]).toEqual([
          checked.requests,
          checked.issues.map((issue) => keepMeantIssue(checked, issue)),
          [...checked.requestOfRow],
        ])
      }),
      { numRuns: draws(60, 200) },
    )
  })

  it('mends the file in the same way when that is chosen anew: the same requests as before', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, mends, async (uploaded, steps) => {
        let sheet = uploaded
        for (const step of steps) sheet = editSheet(sheet, fitMend(step, sheet))
        const checked = await validateRows(sheet, neverYield)
        fc.pre(checked.requests.length > 0)
        const again = await reapplyEdits(uploaded, (await bringBack(checked)).sheet, neverYield)
        const { requests, requestOfRow } = await validateRows(again, neverYield)
        expect([requests, [...requestOfRow]]).toEqual([checked.requests, [...checked.requestOfRow]])
      }),
      { numRuns: draws(60, 200) },
    )
  })
})
