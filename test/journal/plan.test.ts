import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { validateRows } from '../../src/domain/check/validateRows'
import { loadAs } from '../csv/sheets'
import { createLines, createWholes } from '../domain/requests'
import { describeTables, type OpenTables } from './describeTables'
import { openBook } from './openBook'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'

async function checkText(kind: SheetKind, text: string): Promise<CheckedSheet> {
  return validateRows(await loadAs(kind, text), neverYield)
}

/** Writes a sheet to a journal and reads it again. @returns its rows and requests as plain lists */
async function bringBack(open: OpenTables, checked: CheckedSheet): Promise<CheckedSheet | null> {
  const { kind, fileName } = checked.sheet
  const book = openBook([...checked.requests], { tables: await open(), plan: { checked, kind, fileName } })
  await book.take({ runId: 'run', total: checked.requests.length })
  const back = (await book.load()).checked
  return (
    back && { ...back, requests: [...back.requests], sheet: { ...back.sheet, rows: [...back.sheet.rows] } }
  )
}

/** A sheet as the journal keeps it: only the columns that have a meaning, in our order. */
function keepOwnColumns(checked: CheckedSheet): CheckedSheet {
  const { sheet } = checked
  const { subOrderId, skuId, quantity } = sheet.columns
  const columns = [subOrderId, skuId, quantity].filter((column) => column !== undefined)
  const kept: CheckedSheet['sheet']['columns'] =
    skuId === undefined ? { subOrderId: 0 } : { subOrderId: 0, skuId: 1, quantity: 2 }
  return {
    ...checked,
    sheet: {
      ...sheet,
      header: columns.map((column) => sheet.header[column] ?? ''),
      columns: kept,
      rows: [...sheet.rows].map(({ row, cells, badQuotes }) => {
        if (badQuotes) return { row, cells: [''], badQuotes }
        const isShaped = cells.length === sheet.header.length
        return { row, cells: columns.map((column) => (isShaped ? (cells[column] ?? '') : '')) }
      }),
    },
    // A run starts once each caution is decided, so that none is open in its record.
    cautions: checked.cautions.map((caution) => ({ ...caution, open: 0 })),
    // Of a row whose columns are not known, only its number and its issue are kept.
    issues: checked.issues.map((issue) => {
      const row = [...sheet.rows].find((one) => one.row === issue.row)
      return row?.cells.length === sheet.header.length ? issue : { ...issue, value: '' }
    }),
  }
}

describeTables((open) => {
  describe('a sheet comes back as it was checked, with the columns that have a meaning', () => {
    it('of whole sub-orders, with issues, a note of the user’s, and rows whose quotes are bad', async () => {
      const text = 'Note,Sub Order ID\nmine,00123\n,\nx,1E+9\n"a"b,8\nagain,00123\n\ny,7.0\nlong,9,more\n'
      const checked = await checkText('sub-orders', text)
      const back = await bringBack(open, checked)
      expect(back).toEqual(keepOwnColumns(checked))
      expect(back?.issues.map(({ code }) => code)).toEqual([
        'SCIENTIFIC_ID',
        'BAD_QUOTES',
        'DUPLICATE_ID',
        'TOO_MANY_COLUMNS',
      ])
    })

    it('of line items, whose columns stand in another order', async () => {
      const checked = await checkText(
        'line-items',
        'Qty;Note;SKU ID;Sub Order ID\n2;a;A;1\n1;b;B;1\n0;c;A;2\n3;d;C;3\n',
      )
      const back = await bringBack(open, checked)
      expect(back).toEqual(keepOwnColumns(checked))
      expect(back?.sheet).toMatchObject({ delimiter: ';', header: ['Sub Order ID', 'SKU ID', 'Qty'] })
    })

    it('with any content', async () => {
      const id = fc.constantFrom('1', '2', '="03"', '5.0', '', 'x', '1E+9', 'EXAMPLE', ' 7 ')
      const sku = fc.constantFrom('A', 'B', '', 'a,b', 'c"d')
      const quantity = fc.constantFrom('1', '2.0', '0', 'x', '')
      const rows = fc
        .array(fc.tuple(id, sku, quantity), { minLength: 1, maxLength: 30 })
        // A sheet of blank rows alone is refused as a file, and never reaches the journal.
        .filter((records) => records.flat().some((cell) => cell.trim() !== ''))
      await fc.assert(
        fc.asyncProperty(
          rows,
          fc.constantFrom<SheetKind>('sub-orders', 'line-items'),
          async (records, kind) => {
            const lines = records.map((cells) =>
              cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
            )
            const header = kind === 'sub-orders' ? 'Sub Order ID,Note,Other' : 'Sub Order ID,SKU ID,Qty'
            const checked = await checkText(kind, `${header}\n${lines.join('\n')}\n`)
            expect(await bringBack(open, checked)).toEqual(keepOwnColumns(checked))
          },
        ),
        { numRuns: 40 },
      )
    })
  })

  describe('the requests come back in their order', () => {
    it.each([0, 1, 999, 1000, 1001, 6_001])('%i whole sub-orders', async (count) => {
      const requests = createWholes(count)
      const book = openBook(requests, { tables: await open() })
      await book.take({ runId: 'run', total: count })
      expect([...(await book.load()).cancellation.requests]).toEqual(requests)
    })

    it('of line items, with all their lines', async () => {
      const requests = Array.from({ length: 1500 }, (_, index) =>
        createLines(
          `so-${index}`,
          ['A', index + 1],
          ...(index % 3 === 0 ? [['B', 2] as [string, number]] : []),
        ),
      )
      const book = openBook(requests, { tables: await open() })
      await book.take({ runId: 'run', total: requests.length })
      expect([...(await book.load()).cancellation.requests]).toEqual(requests)
    })
  })

  it('the list of a run over chosen requests comes back, and is gone with the next run over all', async () => {
    const book = openBook(createWholes(5), { tables: await open() })
    await book.take({ runId: 'first', total: 2, picks: [4, 1] })
    const { cancellation } = await book.load()
    expect(cancellation).toMatchObject({
      run: { id: 'first', picks: [4, 1], total: 2, done: 0 },
    })
    await book.take({ runId: 'second', total: 5 })
    expect((await book.load()).cancellation).toMatchObject({
      run: { id: 'second', picks: null, total: 5 },
    })
  })

  it('a single sub-order has no sheet', async () => {
    const book = openBook(createWholes(1), { tables: await open() })
    await book.take({ runId: 'run', total: 1 })
    expect((await book.load()).checked).toBeNull()
  })

  it('a run does not exist before its whole plan is written', async () => {
    const tables = await open()
    const book = openBook(createWholes(6_000), { tables })
    const seen: unknown[] = []
    await book.journal.create(
      {
        id: 'sheet-1',
        kind: 'single',
        fileName: '',
        fileHash: '',
        by: '',
        requests: createWholes(6_000),
        checked: null,
      },
      () => book.journal.list().then((runs) => void seen.push(runs)),
    )
    expect([seen.length > 0, seen.flat(), (await book.journal.list()).length]).toEqual([true, [], 1])
  })
})
