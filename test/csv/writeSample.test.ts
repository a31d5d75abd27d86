import { expect, it } from '@jest/globals'
import { SAMPLE_FILE_NAMES, writeSample } from '../../src/csv/report/writeSample'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { validateRows } from '../../src/domain/check/validateRows'
import { loadAs } from './sheets'

it.each([
  ['sub-orders', 'sub-orders-sample.csv', 'Increff Sub Order ID\r\nEXAMPLE\r\n'],
  ['line-items', 'line-items-sample.csv', 'Sub Order ID,Increff SKU ID,Quantity\r\nEXAMPLE,8647326934,2\r\n'],
] as const)('the sample of %s is %s, loads as it is, and sends nothing', async (kind, fileName, text) => {
  const sample = await writeSample(kind, neverYield)
  const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await sample.arrayBuffer())
  expect([SAMPLE_FILE_NAMES[kind], written]).toEqual([fileName, `\ufeff${text}`])
  const { issues, requests } = await validateRows(await loadAs(kind, sample), neverYield)
  expect([issues.map(({ row, code }) => [row, code]), requests]).toEqual([[[2, 'EXAMPLE_ROW']], []])
})
