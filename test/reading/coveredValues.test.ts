import { describe, expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { planFill } from '../../src/domain/edit/fillDown'
import { editSheet } from '../../src/domain/edit/editSheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { readBook, readFates, readHidden } from '../support/readWorkbook'
import { rowOf, textCell, writeSheetXml } from '../support/workbookXml'

const HEADER = rowOf(textCell('Sub Order ID'), textCell('SKU ID'), textCell('Quantity'))
const line = (id: string, sku: string, quantity: string) =>
  rowOf(textCell(id), textCell(sku), textCell(quantity))
const merge = (...refs: string[]) =>
  `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
const read = (rows: readonly string[], ...refs: string[]) =>
  readFates(writeSheetXml([HEADER, ...rows], { behind: merge(...refs) }), 'line-items')

describe('a line whose ID lies under a merged cell', () => {
  const rows = [line('FN1-A1', 'A1', '1'), line('FN2-A1', 'A2', '1'), line('FN1-A1', 'A3', '1')]

  it('is a line of the sub-order that is seen, which is skipped as a whole', async () => {
    expect(await read([...rows, line('FN3-A1', 'A1', '1')], 'A2:A3')).toEqual([
      '!SUB_ORDER_HELD_BACK: FN1-A1',
      '!INVALID_ID id-above: FN2-A1 (under a merged cell)',
      '!SUB_ORDER_HELD_BACK: FN1-A1',
      'FN3-A1 A1 1',
    ])
  })

  it('the sub-order that is written there is skipped, too', async () => {
    expect(await read([...rows, line('FN2-A1', 'A1', '1')], 'A2:A3')).toEqual([
      '!SUB_ORDER_HELD_BACK: FN1-A1',
      '!INVALID_ID id-above: FN2-A1 (under a merged cell)',
      '!SUB_ORDER_HELD_BACK: FN1-A1',
      '!SUB_ORDER_HELD_BACK: FN2-A1',
    ])
  })

  it('in a merge over three rows, and in several merges', async () => {
    const three = [
      line('FN1', 'A1', '1'),
      line('FN2', 'A2', '1'),
      line('', 'A3', '1'),
      line('FN4', 'A1', '1'),
    ]
    expect(await read(three, 'A2:A4')).toEqual([
      '!SUB_ORDER_HELD_BACK: FN1',
      '!INVALID_ID id-above: FN2 (under a merged cell)',
      '!MISSING_ID id-above: ',
      'FN4 A1 1',
    ])
    const two = [
      line('FN1', 'A1', '1'),
      line('FN2', 'A2', '1'),
      line('FN3', 'A1', '1'),
      line('FN4', 'A2', '1'),
    ]
    expect(await read(two, 'A4:A5', 'A2:A3')).toEqual([
      '!SUB_ORDER_HELD_BACK: FN1',
      '!INVALID_ID id-above: FN2 (under a merged cell)',
      '!SUB_ORDER_HELD_BACK: FN3',
      '!INVALID_ID id-above: FN4 (under a merged cell)',
    ])
  })

  it('gets the ID that is seen by a click, and is sent', async () => {
    const bytes = writeSheetXml([HEADER, ...rows], { behind: merge('A2:A3') })
    const found = await readBook(bytes, 'line-items')
    if (found.type !== 'checked') throw new Error(found.type)
    const plan = planFill(found.checked)
    if (!plan) throw new Error('nothing is offered')
    const checked = await validateRows(editSheet(found.checked.sheet, plan), neverYield)
    expect(checked.issues).toEqual([])
    expect([...checked.requests].map(({ subOrderId }) => subOrderId)).toEqual(['FN1-A1'])
  })

  it('under a cell of another column', async () => {
    const header = rowOf(...['City', 'Sub Order ID', 'SKU ID', 'Quantity'].map((text) => textCell(text)))
    const own = [
      rowOf(textCell('Pune'), line('FN1', 'A1', '1').slice(5, -6)),
      rowOf(textCell('Agra'), line('FN1', 'A2', '1').slice(5, -6)),
    ]
    const bytes = writeSheetXml([header, ...own], { behind: merge('A3:B3') })
    expect(await readFates(bytes, 'line-items')).toEqual([
      '!SUB_ORDER_HELD_BACK: FN1',
      '!INVALID_ID id-above: FN1 (under a merged cell)',
    ])
  })
})

describe('a line of which something else lies under a merged cell', () => {
  const rows = [line('FN1', 'A1', '1'), line('FN1', 'A2', '2'), line('FN3', 'A1', '1')]

  it.each([
    ['its SKU', 'B2:B3', '!INVALID_ID covered: A2 (under a merged cell)'],
    ['its quantity', 'C2:C3', '!INVALID_QUANTITY covered: 2 (under a merged cell)'],
    ['SKU and quantity', 'B2:B3 C2:C3', '!INVALID_ID covered: A2 (under a merged cell)'],
  ])('%s: its sub-order is skipped', async (_, refs, fate) => {
    expect(await read(rows, ...refs.split(' '))).toEqual(['!SUB_ORDER_HELD_BACK: FN1', fate, 'FN3 A1 1'])
  })
})

describe('a row of which nothing is seen', () => {
  it('is hidden, and its sub-order’s other lines are sent', async () => {
    const rows = [line('FN1', 'A1', '1'), line('FN2', 'A2', '2'), line('FN2', 'A1', '1')]
    const bytes = writeSheetXml([HEADER, ...rows], { behind: merge('A2:A3', 'B2:B3', 'C2:C3') })
    expect(await readHidden(bytes, 'line-items')).toEqual([3])
    expect(await readFates(bytes, 'line-items')).toEqual(['FN1 A1 1', '!LEFT_OUT: FN2', 'FN2 A1 1'])
  })

  it('of whole sub-orders is hidden, for only its ID counts', async () => {
    const rows = [textCell('Sub Order ID'), textCell('FN1'), textCell('FN2'), textCell('FN3')]
    const bytes = writeSheetXml(
      rows.map((cell) => rowOf(cell)),
      { behind: merge('A2:A3') },
    )
    expect(await readFates(bytes)).toEqual(['FN1', '!LEFT_OUT: FN2', 'FN3'])
  })
})

describe('what is seen is read without a word', () => {
  it.each([
    ['the same text in each cell', [line('FN1', 'A1', '1'), line('FN1', 'A2', '1')], 'A2:A3'],
    ['a merge beside the columns that count', [line('FN1', 'A1', '1'), line('FN1', 'A2', '1')], 'D2:D3'],
  ])('%s', async (_, rows, ref) => {
    expect(await read(rows, ref)).toEqual(['FN1 A1 1', 'FN1 A2 1'])
  })
})
