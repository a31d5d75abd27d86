import { expect, it } from '@jest/globals'
import { neverYield } from '../../../src/domain/time/yieldIfDue'
import { readAndCheck } from '../../../src/reading/readAndCheck'
import { findSlow } from '../measureGrowth'
import type { SheetKind } from '../../../src/domain/sheet/columnMeaning'

/** Processor time, because the machine does other work too. */
const PATIENCE_MS = 60_000

async function read(kind: SheetKind, content: string): Promise<void> {
  const file = new File([content], 'orders.csv')
  const request = { kind, maxRows: 1e6, maxBytes: 1e9 }
  await readAndCheck(file, request, neverYield, () => undefined)
}

const repeat = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length))

const count = (rows: number, write: (row: number) => string) =>
  Array.from({ length: Math.floor(rows) }, (_, row) => write(row)).join('')

/** Damage that reading looks for, repeated to the given length. */
const damaged: readonly (readonly [string, SheetKind, (length: number) => string])[] = [
  [
    'a month in each ID',
    'sub-orders',
    (length) => `Sub Order ID\n${count(length / 6, (row) => `${row}-Jan\n`)}`,
  ],
  ['an ID of month names', 'sub-orders', (length) => `Sub Order ID\n1-${repeat('jan-', length)}\n`],
  ['an ID of dates', 'sub-orders', (length) => `Sub Order ID\n${repeat('12-Jan-2026-', length)}x\n`],
  ['escapes without end', 'sub-orders', (length) => `Sub Order ID\n1${repeat('_x000D_', length)}\n2\n`],
  ['escapes cut short', 'sub-orders', (length) => `Sub Order ID\n1${repeat('_x000', length)}\n2\n`],
  [
    'an escape in each SKU',
    'line-items',
    (length) => `Sub Order ID,SKU ID,Qty\n${count(length / 8, (row) => `1,a${row}_x000D_,1\n`)}`,
  ],
  [
    'a long heading of our words',
    'sub-orders',
    (length) => `Sub Order ID,${repeat('sku qty ', length)}\n1,2\n`,
  ],
  [
    'a heading of joined words',
    'sub-orders',
    (length) => `Sub Order ID,${repeat('SubOrderId', length)}\n1,2\n`,
  ],
  [
    'a title of headings',
    'sub-orders',
    (length) => `${repeat('Sub Order ID ', length)}\nSub Order ID,City\n1,x\n`,
  ],
  [
    'thirty rows that may be the header',
    'sub-orders',
    (length) => `${`${repeat('Sub Order ID,', length / 300)}City\n`.repeat(29)}Sub Order ID,City\n1,2\n`,
  ],
  [
    'thirty wide rows above the header',
    'line-items',
    (length) => `${`${repeat('SKU ID,x,', length / 300)}\n`.repeat(28)}Sub Order ID,SKU ID,Qty\n1,a,2\n`,
  ],
  [
    'another header after each row',
    'line-items',
    (length) => `Sub Order ID,SKU ID,Qty\n${repeat('1,a,1\nSKU ID,Qty,Sub Order ID\na,1,2\n', length)}`,
  ],
  [
    'another table after each row',
    'sub-orders',
    (length) => `Sub Order ID,City\n${repeat('1,x\n\nSKU ID,Stock\n7,3\n', length)}`,
  ],
  ['words below the list', 'sub-orders', (length) => `Sub Order ID,City\n1,x\n${repeat('End,of\n', length)}`],
  ['totals', 'sub-orders', (length) => `Sub Order ID,City\n1,x\n${repeat('Total,7\n', length)}`],
  [
    'counts below the list',
    'sub-orders',
    (length) => `Sub Order ID,City\n1253231242,x\n${repeat('7,\n', length)}`,
  ],
  [
    'a quoted cell of many rows',
    'line-items',
    (length) => `Sub Order ID,SKU ID,Qty,Note\n1,a,1,"x\n${repeat('1,b,1,y\n', length)}"\n2,a,1,z\n`,
  ],
  [
    'a quoted cell of many lines',
    'sub-orders',
    (length) => `Sub Order ID,Note\n1,"x\n${repeat('a\n', length)}"\n2,z\n`,
  ],
  [
    'many quoted cells of some rows',
    'line-items',
    (length) => `Sub Order ID,SKU ID,Qty,Note\n${repeat('1,a,1,"x\n1,b,1,y\n1,c,1,z"\n', length)}`,
  ],
  [
    'cells that end one row and begin another',
    'line-items',
    (length) => `Qty,Note,Sub Order ID,SKU ID\n${repeat('1,"x,1253231242,A1\n2,y",1253231243,A2\n', length)}`,
  ],
  [
    'many cells of many lines in a record',
    'sub-orders',
    (length) => `Sub Order ID,Note\n1,x\n2${repeat(',"a,1\n2,b"', Math.min(length, 120_000))}\n`,
  ],
  [
    'IDs with marks in them',
    'line-items',
    (length) =>
      `Sub Order ID,SKU ID,Qty\n1253231242,A,1\n${repeat(`${'*'.repeat(900)}1253\u0000231242 1253231243,A,1\n`, length)}`,
  ],
  ['rules', 'line-items', (length) => `Sub Order ID,SKU ID,Qty\n1,A,1\n${repeat('---,---,---\n', length)}`],
  [
    'lines without an ID',
    'line-items',
    (length) => `Sub Order ID,SKU ID,Qty\n1,a0,1\n${count(length / 6, (row) => `,a${row},1\n`)}`,
  ],
  [
    'group lines',
    'line-items',
    (length) => `Sub Order ID,SKU ID,Qty\n${count(length / 12, (row) => `${row},,\n,a,1\n`)}`,
  ],
  ['fillers', 'line-items', (length) => `Sub Order ID,SKU ID,Qty\n${repeat('1,NULL,1\n', length)}`],
  [
    'rows without their last cells',
    'sub-orders',
    (length) => `Sub Order ID,City,Note\n${count(length / 6, (row) => `${row},x\n`)}`,
  ],
  [
    'rows packed in a cell',
    'line-items',
    (length) => `"Sub Order ID,SKU ID,Qty"\n${repeat('"1,a,1"\n', length)}`,
  ],
  [
    'one value a line',
    'sub-orders',
    (length) => `Sub Order ID\nSKU ID\nQty\n${count(length / 10, (row) => `${row}\na\n1\n`)}`,
  ],
  ['tags', 'sub-orders', (length) => repeat('<td>1\n', length)],
  ['a style without end', 'sub-orders', (length) => `<style>${repeat(' .a{}\n', length)}`],
  [
    'IDs that are nearly the same',
    'sub-orders',
    (length) => `Sub Order ID\n${count(length / 10, (row) => `${'0'.repeat(row % 40)}12a\n`)}`,
  ],
  [
    'zeros',
    'sub-orders',
    (length) => `Sub Order ID\n${count(255, (row) => `${repeat('0', (length * row) / 25_500)}1\n`)}`,
  ],
  [
    'shapes that all differ',
    'sub-orders',
    (length) => `Sub Order ID\n${count(length / 20, (row) => `${'a1'.repeat(row % 100)}${row}\n`)}`,
  ],
]

it.each(damaged)(
  'a sheet with %s is read in time that grows with its length',
  async (name, kind, write) => {
    expect(await findSlow((text) => read(kind, text), [[name, write]])).toEqual([])
  },
  PATIENCE_MS,
)
