import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { editSheet } from '../../src/domain/edit/editSheet'
import { createRowPacker } from '../../src/domain/sheet/packedRows'
import { createRowList } from '../../src/domain/sheet/rowList'
import type { Sheet } from '../../src/domain/sheet/sheet'
import type { ReadResult } from '../../src/domain/sheet/sheetReading'
import { validateRows } from '../../src/domain/check/validateRows'
import { createJoiner, writeMessages } from '../../src/reading/sheetMessages'
import { fitEdit, edits, sheets } from '../domain/arbitraryEdits'
import { draws } from '../support/draws'

/** Passes a result on as a worker does: every message a copy. */
function passOn(result: ReadResult): ReadResult | undefined {
  const join = createJoiner()
  const answers = [...writeMessages(result)].map((message) => join(structuredClone(message)))
  expect(answers.slice(0, -1).every((answer) => answer === undefined)).toBe(true)
  return answers.at(-1)
}

/** A result whose rows are a plain list, whatever they were kept in. */
function spellOut(result: ReadResult | undefined) {
  if (result?.type !== 'checked') return result
  const { sheet, requests, requestOfRow, ...rest } = result.checked
  return {
    ...result,
    checked: {
      ...rest,
      requests: [...requests],
      requestOfRow: [...requestOfRow],
      sheet: { ...sheet, rows: [...sheet.rows] },
    },
  }
}

function packSheet(sheet: Sheet): Sheet {
  const packer = createRowPacker()
  for (const { row, cells, badQuotes = false } of sheet.rows) packer.add(row, cells, badQuotes)
  return { ...sheet, rows: createRowList(packer.finish()) }
}

/** The same rows many times over, so that they fill several messages. */
function repeatRows(sheet: Sheet, times: number): Sheet {
  const rows = Array.from({ length: times }, () => [...sheet.rows]).flat()
  return {
    ...sheet,
    rows: rows.map(({ cells, badQuotes }, index) =>
      badQuotes
        ? { row: index + 2, cells, badQuotes }
        : { row: index + 2, cells: cells.map((cell) => (/^\d$/.test(cell) ? `${cell}${index}` : cell)) },
    ),
  }
}

describe('a result that is passed on in parts', () => {
  it('is the same when it is joined, whatever the sheet holds, edited or not', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, edits, fc.boolean(), async (uploaded, steps, isEdited) => {
        let sheet = packSheet(uploaded)
        if (isEdited) for (const step of steps) sheet = editSheet(sheet, fitEdit(step, sheet))
        const result: ReadResult = {
          type: 'checked',
          checked: await validateRows(sheet, neverYield),
          fileHash: 'f',
        }
        expect(spellOut(passOn(result))).toEqual(spellOut(result))
      }),
    )
  })

  it('is the same when its rows, requests and issues fill many parts', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async (uploaded) => {
        const sheet = packSheet(repeatRows(uploaded, 2000))
        const result: ReadResult = {
          type: 'checked',
          checked: await validateRows(sheet, neverYield),
          fileHash: 'f',
        }
        // Node compares thousands of rows in a tenth of the time that `toEqual` takes; copies have prototypes of
        // their own.
        const [joined, passed] = [passOn(result), result].map((one) => structuredClone(spellOut(one)))
        expect(isDeepStrictEqual(joined, passed)).toBe(true)
      }),
      { numRuns: draws(2, 10) },
    )
  })

  it('may be anything but a sheet', () => {
    const others: ReadResult[] = [
      { type: 'stopped' },
      { type: 'refused', problem: { code: 'EMPTY_FILE', fileName: 'orders.csv' } },
      { type: 'asks', question: { type: 'worksheet', names: ['North', 'South'] } },
    ]
    for (const result of others) expect(passOn(result)).toEqual(result)
  })
})
