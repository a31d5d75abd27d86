import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { holdBreath } from '../../src/domain/breathe'
import { splitIds } from '../../src/domain/identifiers'
import { type Mend, mendAgain, mendSheet, readMeantCells } from '../../src/domain/mendSheet'
import type { Sheet, SheetRow } from '../../src/domain/sheet'
import { validateRows } from '../../src/domain/validateRows'
import { fitMend, mends, sheets } from './arbitraryMends'

const listOf = ({ rows }: Sheet) => [...rows]

/** The rows that stand where one was uploaded, for each. */
function groupRows(sheet: Sheet): ReadonlyMap<number, readonly SheetRow[]> {
  const groups = new Map<number, SheetRow[]>()
  for (const row of sheet.rows) groups.set(row.row, [...(groups.get(row.row) ?? []), row])
  return groups
}

function findMeant(before: Sheet, some: Mend): ReadonlySet<number> {
  const positions = some.type === 'edit' ? [some.position] : some.positions
  return new Set(positions.map((position) => before.rows.at(position)?.row ?? 0))
}

/** What must be true of a sheet after one mend. */
function expectMended(uploaded: Sheet, before: Sheet, after: Sheet, some: Mend): void {
  const meant = findMeant(before, some)
  const was = groupRows(before)
  const now = groupRows(after)
  expect([...now.keys()]).toEqual(listOf(uploaded).map(({ row }) => row))
  for (const original of uploaded.rows) {
    const group = now.get(original.row) ?? []
    const isMeant = meant.has(original.row)
    expect(isMeant ? [] : group).toEqual(isMeant ? [] : was.get(original.row))
    for (const { dropped, ...row } of group) {
      expect(row.was ?? row).toEqual(original)
      const isUndone = isMeant && some.type === 'undo'
      expect(isUndone ? { ...row, dropped } : original).toEqual(original)
    }
  }
}

describe('a sheet that is mended', () => {
  it('keeps all rows that are not meant, knows what each was, and undo gives that back', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, mends, async (uploaded, steps) => {
        let sheet = uploaded
        for (const step of steps) {
          const some = fitMend(step, sheet)
          const before = listOf(sheet)
          const after = mendSheet(sheet, some)
          expect(listOf(sheet)).toEqual(before)
          expectMended(uploaded, sheet, after, some)
          sheet = after
          const { issues, requests, requestOfRow } = await validateRows(sheet, holdBreath)
          const unsent = listOf(sheet).filter((_, at) => (requestOfRow[at] ?? -1) < 0)
          expect(issues.map(({ row }) => row)).toEqual(unsent.map(({ row }) => row))
          expect(new Set(requestOfRow.filter((one) => one >= 0)).size).toBe(requests.length)
        }
        const all = { type: 'undo', positions: listOf(sheet).map((_, at) => at) } as const
        expect(listOf(mendSheet(sheet, all))).toEqual(listOf(uploaded))
      }),
      { numRuns: 500 },
    )
  })

  it('holds the texts that were typed, as wide as its header', () => {
    fc.assert(
      fc.property(sheets, mends, (uploaded, steps) => {
        for (const step of steps) {
          const some = fitMend(step, uploaded)
          if (some.type !== 'edit') continue
          const mended = mendSheet(uploaded, some).rows.at(some.position) as SheetRow
          const old = uploaded.rows.at(some.position) as SheetRow
          const meant = readMeantCells(uploaded, mended)
          const typed = Object.keys(meant).map((key) => [key, some.cells[key as keyof typeof meant]] as const)
          const expected = {
            ...readMeantCells(uploaded, old),
            ...Object.fromEntries(typed.filter(([, text]) => text !== undefined)),
          }
          expect(meant).toEqual(expected)
          expect(mended.was ? mended.cells.length : uploaded.header.length).toBe(uploaded.header.length)
        }
      }),
    )
  })

  it('has a row for each ID of a cell that is split, and sends each', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async (uploaded) => {
        fc.pre(uploaded.kind === 'sub-orders')
        const positions = listOf(uploaded).map((_, at) => at)
        const { rows } = mendSheet(uploaded, { type: 'split', positions })
        const expected = listOf(uploaded).flatMap(({ row, cells }) => {
          const ids = splitIds(cells[1] ?? '')
          return ids.length > 1 ? ids.map((one) => [row, one]) : [[row, cells[1]]]
        })
        expect([...rows].map(({ row, cells }) => [row, cells[1]])).toEqual(expected)
      }),
    )
  })

  it('is mended in the same way when the file is read anew', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, mends, async (uploaded, steps) => {
        let sheet = uploaded
        for (const step of steps) sheet = mendSheet(sheet, fitMend(step, sheet))
        const again = mendAgain(uploaded, sheet)
        expect(listOf(again)).toEqual(listOf(sheet))
        const [first, second] = await Promise.all([sheet, again].map((one) => validateRows(one, holdBreath)))
        expect([second?.requests, second?.issues]).toEqual([first?.requests, first?.issues])
      }),
      { numRuns: 500 },
    )
  })
})
