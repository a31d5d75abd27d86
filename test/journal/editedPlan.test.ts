import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { findCutNumber } from '../../src/domain/sheet/cutNumber'
import { reapplyEdits } from '../../src/domain/edit/reapplyEdits'
import { editSheet } from '../../src/domain/edit/editSheet'
import { findWrongWidth } from '../../src/domain/sheet/rowShape'
import type { Sheet } from '../../src/domain/sheet/sheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { fitEdit, edits, sheets } from '../domain/arbitraryEdits'
import { openBook } from './openBook'
import type { SheetRow } from '../../src/domain/sheet/sheetRow'
import type { Issue } from '../../src/domain/sheet/issue'
import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'
import { draws } from '../support/draws'

/** Writes a sheet to a journal and reads it again. */
async function bringBack(checked: CheckedSheet): Promise<CheckedSheet> {
  const { kind, fileName } = checked.sheet
  const book = openBook([...checked.requests], { plan: { checked, kind, fileName } })
  await book.take({ runId: 'run', total: checked.requests.length })
  const { checked: back } = await book.load()
  if (!back) throw new Error('the journal keeps no sheet')
  return back
}

/** Keeps only the cells that have a meaning, of a row and of its original. */
function keepMeant(sheet: Sheet, row: SheetRow): SheetRow {
  const { columns } = sheet
  const kept = [columns.subOrderId, columns.skuId, columns.quantity].filter((column) => column !== undefined)
  const isShaped = (version: SheetRow) => keepsShape(sheet, version)
  const keep = (version: SheetRow) => kept.map((column) => version.cells[column] ?? '')
  const blank = row.badQuotes ? [''] : kept.map(() => '')
  const own = { ...row, cells: isShaped(row) ? keep(row) : blank }
  return row.original
    ? { ...own, original: { ...row.original, cells: isShaped(row.original) ? keep(row.original) : [] } }
    : own
}

/** Whether the columns of a row's cells are known. Of any other row no cell is kept. */
function keepsShape(sheet: Sheet, row: SheetRow): boolean {
  return !row.badQuotes && !findWrongWidth(sheet, row) && findCutNumber(sheet, row) === undefined
}

function keepMeantIssue({ sheet }: CheckedSheet, issue: Issue): Issue {
  const rows = [...sheet.rows].filter(({ row }) => row === issue.row)
  return rows.every((row) => keepsShape(sheet, row)) ? issue : { ...issue, value: '' }
}

describe('an edited sheet in the journal', () => {
  it('comes back with its rows, their originals, its requests and its issues', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, edits, async (uploaded, steps) => {
        let sheet = uploaded
        for (const step of steps) sheet = editSheet(sheet, fitEdit(step, sheet))
        const checked = await validateRows(sheet, neverYield)
        fc.pre(checked.requests.length > 0)
        const back = await bringBack(checked)
        expect([...back.sheet.rows]).toEqual([...sheet.rows].map((row) => keepMeant(sheet, row)))
        expect([[...back.requests], back.issues, [...back.requestOfRow]]).toEqual([
          checked.requests,
          checked.issues.map((issue) => keepMeantIssue(checked, issue)),
          [...checked.requestOfRow],
        ])
      }),
      { numRuns: draws(60, 200) },
    )
  })

  it('gives the same file, chosen again, the same edits and the same requests', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, edits, async (uploaded, steps) => {
        let sheet = uploaded
        for (const step of steps) sheet = editSheet(sheet, fitEdit(step, sheet))
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
