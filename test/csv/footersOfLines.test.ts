import { describe, expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { planFill } from '../../src/domain/edit/fillDown'
import { editSheet } from '../../src/domain/edit/editSheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { readReported } from '../corpus/reportedCase'
import { readHints } from './hintsOf'
import { tellOutcome } from './outcomeOf'

const lines = (...rows: readonly string[]): string =>
  `${['Sub Order ID,SKU ID,Quantity', ...rows].join('\n')}\n`

/** The outcome as CSV, which pasted lines must come to as well. */
async function tellBoth(content: string): Promise<string> {
  const told = await tellOutcome('line-items', content)
  expect(await tellOutcome('line-items', content.replaceAll(',', '\t'), { isPasted: true })).toBe(told)
  return told
}

/** The lines that are sent after `Fill down`. */
async function fillDown(content: string): Promise<readonly string[]> {
  const read = await readReported(new TextEncoder().encode(content), {
    file: 'orders.csv',
    tab: 'line-items',
  })
  if (read.type !== 'checked') return []
  const fill = planFill(read.checked)
  const filled = fill ? await validateRows(editSheet(read.checked.sheet, fill), neverYield) : read.checked
  return [...filled.requests].map((request) =>
    request.kind === 'whole'
      ? ''
      : [request.subOrderId, ...request.lineItems.map(({ skuId, quantity }) => `${skuId}x${quantity}`)].join(
          '|',
        ),
  )
}

const BOTH = '1253231242|A1x2 1253231243|A1x1'

describe('what a page hands on to the next is no line of the sub-order above', () => {
  it.each([
    'Page total',
    'Page Total:',
    'Total of page 1',
    'c/f',
    'C/F',
    'b/f',
    'Carried forward',
    'Total carried forward',
    'brought forward',
    'Balance c/f',
    'Carried over',
    'Übertrag',
    'Seite gesamt',
    'Zwischensumme',
    'à reporter',
    'Suma y sigue',
    'Riporto',
    'A transportar',
    'К переносу',
    'अग्रेनीत',
    '次頁繰越',
    '2 items',
    '1 SKU',
  ])('%s', async (words) => {
    const content = lines('1253231242,A1,2', `,${words},2`, '1253231243,A1,1', `,${words},3`)
    expect(await tellBoth(content)).toBe(`${BOTH}; 3 MISSING_ID; 5 MISSING_ID`)
    expect(await readHints('line-items', content)).toEqual(['total', 'total'])
  })

  it('below lines without an ID either, and is not filled down', async () => {
    const content = lines('1253231242,A1,2', ',A2,1', ',Page total,3', '1253231243,A1,1', ',c/f,4')
    expect(await tellBoth(content)).toBe(
      '1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 MISSING_ID of 2; 4 MISSING_ID; 6 MISSING_ID',
    )
    expect(await fillDown(content)).toEqual(['1253231242|A1x2|A2x1', '1253231243|A1x1'])
  })
})

describe('a count and a sum below lines, without a word', () => {
  it('is none of them', async () => {
    const content = lines('1253231242,A1,2', ',A2,1', '1253231243,A1,1', ',3,4')
    expect(await readHints('line-items', content)).toEqual([undefined, 'id-above', 'total'])
    expect(await fillDown(content)).toEqual(['1253231242|A1x2|A2x1', '1253231243|A1x1'])
    expect(await tellBoth(lines('1253231242,A1,2', '1253231243,A1,1', ',2,3'))).toBe(`${BOTH}; 4 MISSING_ID`)
  })

  it('below each group, and below all', async () => {
    const rows = ['1253231242,A1,2', '1253231243,A1,1', ',2,3', '1253231244,A2,4', '1253231245,A3,4', ',2,8']
    expect(await tellBoth(lines(...rows, ',4,11'))).toBe(
      `${BOTH} 1253231244|A2x4 1253231245|A3x4; 4 MISSING_ID; 7 MISSING_ID; 8 MISSING_ID`,
    )
  })

  it('is filled in by nobody where it may be a line', async () => {
    const content = lines('1253231242,A1,2', ',A2,1', '1253231243,A1,1', ',7,4')
    expect(await tellBoth(content)).toContain('4 SUB_ORDER_HELD_BACK of 5')
    expect(await fillDown(content)).toEqual(['1253231242|A1x2|A2x1'])
  })

  it('is a line among SKU IDs that are numbers', async () => {
    const content = lines('1253231242,1,2', ',2,1', '1253231243,1,1', ',3,4')
    expect(await readHints('line-items', content)).toEqual([undefined, 'id-above', undefined, 'id-above'])
  })
})

it('a date in the place of a SKU ID is filled in by nobody', async () => {
  const content = lines('1253231242,A1,2', ',A2,1', '1253231243,A1,1', ',24-11-2026,1')
  expect(await fillDown(content)).toEqual(['1253231242|A1x2|A2x1'])
})

describe('a count above its lines', () => {
  it('is left out where they are filled in', async () => {
    const content = lines('1253231242,2 items,3', ',A1,2', ',A2,1', '1253231243,A1,1')
    expect(await tellBoth(content)).toBe(
      '1253231243|A1x1; 2 INVALID_ID; 3 MISSING_ID of 2; 4 MISSING_ID of 2',
    )
    expect(await fillDown(content)).toEqual(['1253231242|A1x2|A2x1', '1253231243|A1x1'])
  })

  it('no sub-order is skipped where each of them has its ID', async () => {
    const content = lines('1253231242,2 items,3', '1253231242,A1,2', '1253231242,A2,1', '1253231243,A1,1')
    expect(await tellBoth(content)).toBe('1253231242|A1x2|A2x1 1253231243|A1x1; 2 INVALID_ID')
    expect(await readHints('line-items', content)).toEqual(['total'])
  })
})

describe('labels below line items', () => {
  it.each<readonly [about: string, footers: readonly string[], listed: string]>([
    ['where the SKU ID stands', [',Prepared by,user7', ',Checked,1'], '4 MISSING_ID; 5 MISSING_ID'],
    ['with a place for its ID', ['BLR2,Page,1'], '4 INVALID_ID'],
    ['several', ['user7,Printed by,1', 'BLR2,Page,1'], '4 INVALID_ID; 5 INVALID_ID'],
    ['in German', [',Geprüft,1', ',Seite,1'], '4 MISSING_ID; 5 MISSING_ID'],
    ['with a phone', [',Phone,98200'], '4 MISSING_ID'],
  ])('%s: no line', async (_about, footers, listed) => {
    const content = lines('1253231242,A1,2', '1253231243,A1,1', ...footers)
    expect(await tellBoth(content)).toBe(`${BOTH}; ${listed}`)
    expect(await readHints('line-items', content)).toEqual(footers.map(() => 'label'))
  })

  it('a sub-order is skipped for one with a quantity as long as an ID follows', async () => {
    const content = lines('1253231242,A1,2', ',Page,1', '1253231243,A1,1')
    expect(await tellBoth(content)).toBe('1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 MISSING_ID')
  })
})

describe('SKU cells that name a column, a count or a sum', () => {
  it.each([
    ['SKU ID', 'repeated-header'],
    ['sku id', 'repeated-header'],
    ['Sum:', 'total'],
    ['2 items', 'total'],
    ['12 Artikel', 'total'],
    ['3 SKUs', 'total'],
  ])('%s is not sent', async (sku, hint) => {
    const content = lines(`1253231242,${sku},2`, '1253231243,A1,1')
    expect(await tellBoth(content)).toBe('1253231243|A1x1; 2 INVALID_ID')
    expect(await readHints('line-items', content)).toEqual([hint])
  })

  it.each([
    'Totalizer',
    'SUMO-1',
    'SKU-1',
    'SKU12',
    'Recount',
    'Pageboy',
    '2 red items',
    'Page',
    'Copy',
    '2-items',
    'Version',
    'Store',
  ])('%s is one', async (sku) => {
    const content = lines(`1253231242,${sku},2`, '1253231243,A1,1', `1253231244,${sku},1`)
    expect(await tellBoth(content)).toBe(`1253231242|${sku}x2 1253231243|A1x1 1253231244|${sku}x1`)
  })

  it('a line without its ID is one as well', async () => {
    const content = lines('1253231242,Box,2', ',Store,1', ',Page,2', '1253231243,A1,1')
    expect(await tellBoth(content)).toContain('2 SUB_ORDER_HELD_BACK of 3')
    const merged = lines('1253231242,A1,2', ',A,1', ',To,2', ',red,1')
    expect(await fillDown(merged)).toEqual(['1253231242|A1x2|Ax1|Tox2|redx1'])
  })
})
