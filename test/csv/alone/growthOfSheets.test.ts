import { describe, expect, it } from '@jest/globals'
import { neverYield } from '../../../src/domain/time/yieldIfDue'
import { readAndCheck } from '../../../src/reading/readAndCheck'
import { writeWorkbook } from '../../support/workbook'
import { fewShapes, findSlow } from '../measureGrowth'
import type { SheetKind } from '../../../src/domain/sheet/columnMeaning'

/** Processor time, because the machine does other work too. */
const PATIENCE_MS = 60_000

function read(kind: SheetKind, content: string | Uint8Array, isPasted = false) {
  const file = new File([content as BlobPart], 'orders.csv')
  const request = { kind, maxRows: 1e6, maxBytes: 1e9, isPasted }
  return readAndCheck(file, request, neverYield, () => undefined)
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`

/** Where in a file the text stands. */
const files: readonly (readonly [string, SheetKind, (text: string) => string])[] = [
  ['the text alone', 'sub-orders', (text) => text],
  ['the ID, quoted', 'sub-orders', (text) => `Sub Order ID,Note\n${quote(text)},x\n`],
  ['the ID as it is', 'sub-orders', (text) => `Sub Order ID,Note\n${text},x\n1,x\n`],
  ['a note beside no ID', 'sub-orders', (text) => `Note,Sub Order ID\n${quote(text)},\n`],
  ['a row behind bad quotes', 'sub-orders', (text) => `Sub Order ID,Note\n"1"x,${text}\n2,x\n`],
  ['a row too wide', 'sub-orders', (text) => `Sub Order ID\n1,${text}\n2\n`],
  ['a header', 'sub-orders', (text) => `Sub Order ID,${quote(text)}\n1,2\n`],
  ['a title', 'sub-orders', (text) => `${quote(text)}\nSub Order ID\n1\n`],
  ['no header at all', 'sub-orders', (text) => `${quote(text)}\n1\n`],
  ['the SKU', 'line-items', (text) => `Sub Order ID,SKU ID,Qty\n1,${quote(text)},2\n1,b,1\n`],
  ['the quantity', 'line-items', (text) => `Sub Order ID,SKU ID,Qty\n1,a,${quote(text)}\n1,b,1\n`],
  ['the ID of a line', 'line-items', (text) => `Sub Order ID;SKU ID;Qty\n${quote(text)};a;1\n`],
  ['lines behind bad quotes', 'line-items', (text) => `Sub Order ID,SKU ID,Qty\n1,a,1\n"1"x,${text}\n`],
]

describe.each(files)('a text file with an odd text as %s', (_, kind, write) => {
  it(
    'is read and checked in time that grows with its length',
    async () => {
      expect(await findSlow((text) => read(kind, write(text)), fewShapes)).toEqual([])
    },
    PATIENCE_MS,
  )
})

it(
  'a list that is pasted is read in time that grows with its length',
  async () => {
    expect(await findSlow((text) => read('sub-orders', text, true), fewShapes)).toEqual([])
  },
  PATIENCE_MS,
)

it.each([true, false])(
  'a workbook with an odd text in its cells (shared: %s) is read in time that grows with its length',
  async (isShared) => {
    // The longest cell of a workbook.
    const short = fewShapes.map(([name, create]): (typeof fewShapes)[number] => [
      name,
      (length) => create(length * 0.8),
    ])
    const slow = await findSlow((text) => {
      const rows = [
        ['Sub Order ID', 'Note'],
        [text, text],
      ]
      return read('sub-orders', writeWorkbook({ sheets: [{ name: 'S', rows }], inlineStrings: !isShared }))
    }, short)
    expect(slow).toEqual([])
  },
  PATIENCE_MS,
)

/** A text of many rows, each short. */
const manyRows: readonly (readonly [string, (rows: number) => string])[] = [
  ['bad quotes in each row', (rows) => `Sub Order ID,Note\n${'"1"x,y\n'.repeat(rows)}`],
  ['the same ID in each row', (rows) => `Sub Order ID,Note\n${'1,y\n'.repeat(rows)}`],
  [
    'a long header, and an ID that is none in each row',
    (rows) => `Sub Order ID${' '.repeat(rows)},Note${'x'.repeat(rows)}\n${'y,y\n'.repeat(rows)}`,
  ],
  ['a header in each row', (rows) => 'Sub Order ID,Note\n'.repeat(rows)],
  ['a quote in each row', (rows) => `Sub Order ID,Note\n${'1,a"\n'.repeat(rows)}`],
  ['quoted line ends', (rows) => `Sub Order ID,Note\n${'1,"\n\n"\n'.repeat(rows)}`],
  ['blank rows', (rows) => `Sub Order ID,Note\n${'\n'.repeat(rows)}1,2\n`],
  ['all IDs in one cell', (rows) => `Sub Order ID,Note\n"${'12\n'.repeat(rows)}",x\n`],
]

it.each(manyRows)(
  'a file with %s is read in time that grows with its rows',
  async (_, write) => {
    const slow = await findSlow((text) => read('sub-orders', text), [['rows', (length) => write(length / 4)]])
    expect(slow).toEqual([])
  },
  PATIENCE_MS,
)

const manyLines: readonly (readonly [string, (rows: number) => string])[] = [
  ['one sub-order in all lines', (rows) => `Sub Order ID,SKU ID,Qty\n${'1,a,1\n'.repeat(rows)}`],
  [
    'another SKU in each line of one sub-order',
    (rows) => `Sub Order ID,SKU ID,Qty\n${Array.from({ length: rows }, (_, row) => `1,${row},1\n`).join('')}`,
  ],
  [
    'lines that cannot be read and speak of one sub-order',
    (rows) => `Sub Order ID,SKU ID,Qty\n1,a,1\n${'1,a,1,1\n'.repeat(rows)}`,
  ],
]

it.each(manyLines)(
  'line items with %s are read in time that grows with the lines',
  async (_, write) => {
    expect(
      await findSlow((text) => read('line-items', text), [['rows', (length) => write(length / 4)]]),
    ).toEqual([])
  },
  PATIENCE_MS,
)
