import { expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { editSheet } from '../../src/domain/edit/editSheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { type Key, STORE_NAMES } from '../../src/journal/tables/records'
import type { Tables } from '../../src/journal/tables/tables'
import { loadAs } from '../csv/sheets'
import { describeTables } from './describeTables'
import { openBook } from './openBook'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'

/** Stands in each cell that is the user's own. */
const OWN = 'Ravindra Kumar +9198 76543'

// Behind every key: lists come after texts.
const END: Key = ['\uffff']

/** Everything that a journal's tables hold, as one text. */
async function readAll(tables: Tables): Promise<string> {
  const all = await tables.read(STORE_NAMES, (tx) =>
    Promise.all(STORE_NAMES.map((store) => tx.getAll(store, { lower: '', upper: END }))),
  )
  return JSON.stringify(all)
}

const wholes = [
  `Name,Sub Order ID,${OWN}`,
  `${OWN},1,${OWN}`,
  `${OWN},no id,${OWN}`,
  `${OWN},,${OWN}`,
  `${OWN},1,${OWN}`,
  `${OWN},EXAMPLE,${OWN}`,
  `${OWN},EXAMPLE`,
  `${OWN},${OWN},5,${OWN}`,
  `${OWN},${OWN}`,
  OWN,
  `"${OWN}"x,6,"${OWN}"`,
  `"${OWN}"x`,
  `${OWN},1,253E+09 ${OWN}`,
  `${OWN},1,253E+09`,
  `${OWN},7 8,${OWN}`,
  `${OWN},total,${OWN}`,
  `${OWN},9,${OWN}`,
].join('\n')

const lines = [
  `Qty,Name,SKU ID,Sub Order ID`,
  `1,${OWN},A,1`,
  `0,${OWN},A,2`,
  `1,${OWN},A,2`,
  `1,${OWN},${OWN},A,3`,
  `1,${OWN},A`,
  OWN,
  `"1"x,${OWN},A,4`,
  `1,${OWN},,5`,
  `1,${OWN},A,6`,
  `2,${OWN},A,8`,
  `2,${OWN},A,9`,
].join('\n')

async function check(kind: SheetKind, text: string): Promise<CheckedSheet> {
  return validateRows(await loadAs(kind, text), neverYield)
}

/** The same sheet after each of its rows was edited, then removed, split or left. */
async function editAll({ sheet }: CheckedSheet): Promise<CheckedSheet> {
  let edited = sheet
  const rows = sheet.rows.length
  for (let position = 0; position < rows; position += 1) {
    const id = position % 4 === 3 ? 'no id' : String(900 + position)
    edited = editSheet(edited, { type: 'edit', position, cells: { subOrderId: id } })
  }
  const some = [0, 2, 4, 6, 8].filter((position) => position < rows)
  return validateRows(editSheet(edited, { type: 'remove', positions: some }), neverYield)
}

/** The same sheet with every second row removed as it was uploaded. */
async function dropAll({ sheet }: CheckedSheet): Promise<CheckedSheet> {
  const positions = Array.from({ length: sheet.rows.length - 1 }, (_, at) => at).filter((at) => at > 0)
  return validateRows(editSheet(sheet, { type: 'remove', positions }), neverYield)
}

describeTables((open) => {
  it.each([
    ['sub-orders', wholes],
    ['line-items', lines],
  ] as const)(
    'of a file of %s no word of the user’s own columns is kept, whatever is wrong with its rows',
    async (kind, text) => {
      const checked = await check(kind, text)
      for (const one of [checked, await editAll(checked), await dropAll(checked)]) {
        expect([one.requests.length > 0, one.issues.length > 3]).toEqual([true, true])
        const tables = await open()
        const { fileName } = one.sheet
        const book = openBook([...one.requests], { tables, plan: { checked: one, kind, fileName } })
        await book.take({ runId: 'run', total: one.requests.length })
        const all = await readAll(tables)
        expect([all.includes('orders.csv'), ...OWN.split(' ').map((word) => all.includes(word))]).toEqual([
          true,
          false,
          false,
          false,
          false,
        ])
        const { checked: back } = await book.load()
        const list = (of: CheckedSheet | null) =>
          of?.issues.map(({ row, code, column, hint }) => [row, code, column, hint])
        expect(list(back)).toEqual(list(one))
        expect([...(back?.sheet.rows ?? [])].map(({ row }) => row)).toEqual(
          [...one.sheet.rows].map(({ row }) => row),
        )
      }
    },
  )

  it('a long text in a column that has a meaning is cut, and no other ID comes of it', async () => {
    const blanks = ' '.repeat(5000)
    const long = 'x1'.repeat(5000)
    const text = `Sub Order ID,SKU ID,Qty\n1,A,1\n${long},A,1\n${blanks}2,A,1\n2,${blanks}B${blanks},0\n3,${long},1\n4,A,${'9'.repeat(3000)}\n`
    const checked = await check('line-items', text)
    const book = openBook([...checked.requests], {
      tables: await open(),
      plan: { checked, kind: 'line-items', fileName: 'orders.csv' },
    })
    await book.take({ runId: 'run', total: 1 })
    const { checked: back } = await book.load()
    const cut = `${'x1'.repeat(500)}…`
    expect([...(back?.sheet.rows ?? [])].map(({ cells }) => cells)).toEqual([
      ['1', 'A', '1'],
      [cut, 'A', '1'],
      ['2', 'A', '1'],
      ['2', 'B', '0'],
      ['3', cut, '1'],
      ['4', 'A', `${'9'.repeat(1000)}…`],
    ])
    expect(back?.issues.map(({ row, value }) => [row, value.length])).toEqual([
      [3, 1001],
      [4, 1],
      [5, 1],
      [6, 1001],
      [7, 1001],
    ])
  })

  it('a record of an earlier version opens with everything that it kept', async () => {
    const tables = await open()
    const checked = await check('sub-orders', 'Note,Sub Order ID\na,1\n"b"x,2\n')
    const book = openBook([...checked.requests], {
      tables,
      plan: { checked, kind: 'sub-orders', fileName: 'a.csv' },
    })
    await book.take({ runId: 'run', total: 1 })
    const issue = { row: 3, code: 'BAD_QUOTES', value: '"b"x,2' } as const
    await tables.write(['plan'], async (tx) => {
      const rows = {
        part: 'rows',
        rows: [2, 3],
        cells: [['1', '"b"x,2']],
        badQuotes: [1],
        requests: [0, -1],
      } as const
      tx.put('plan', [book.id, 'rows', 0], rows)
      tx.put('plan', [book.id, 'issues', 0], { part: 'issues', issues: [issue] })
    })
    const { checked: back } = await book.load()
    expect([[...(back?.sheet.rows ?? [])], back?.issues]).toEqual([
      [
        { row: 2, cells: ['1'] },
        { row: 3, cells: ['"b"x,2'], badQuotes: true },
      ],
      [issue],
    ])
  })
})
