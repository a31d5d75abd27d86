import { expect, it } from '@jest/globals'
import { array, assert, asyncProperty, constantFrom, integer, oneof, tuple } from 'fast-check'
import { findCautions } from '../../src/domain/cautions/findCautions'
import { createHiddenTaker } from '../../src/domain/cautions/hiddenTaker'
import type { Sheet } from '../../src/domain/sheet/sheet'
import { takeSteps } from '../../src/domain/time/steps'
import { validateRows } from '../../src/domain/check/validateRows'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { draws } from '../support/draws'

const ANYTHING = { traits: -1, areEquallyLong: false, areOfOneShape: false }

const odd = [
  '12-Jan',
  '2-Sep',
  '2026-11-01',
  '01.02.2026',
  '12 Mar',
  '1月2日',
  '10:30',
  '2026-11-01T10:00:00.123456789Z',
]
const text = oneof(
  integer({ min: 90, max: 110 }).map(String),
  constantFrom(
    '1253231242',
    '01253231242',
    'ab-7',
    'AB-7',
    'Ab-7',
    '00ab7',
    '1234567890123400',
    '12345678901234560',
    ...odd,
  ),
  integer({ min: 0, max: 10_000 }).map((tail) => `12345678901${String(tail).padStart(5, '0')}`),
)
const sku = oneof(text, constantFrom('Äa1', 'äa1', 'rot-M', 'ROT-m', 'ж1', 'Ж1'))

function createSheet(records: readonly (readonly string[])[]): Sheet {
  const isLines = records[0]?.length === 2
  return {
    kind: isLines ? 'line-items' : 'sub-orders',
    fileName: 'orders.csv',
    delimiter: '\t',
    header: isLines ? ['Sub Order ID', 'SKU ID', 'Quantity'] : ['Sub Order ID'],
    columns: isLines ? { subOrderId: 0, skuId: 1, quantity: 2 } : { subOrderId: 0 },
    rows: records.map((record, index) => ({
      row: index + 2,
      cells: isLines ? [...record, '1'] : [...record],
    })),
  }
}

const ids = array(tuple(text), { minLength: 1, maxLength: 40 })
const lines = array(tuple(text, sku), { minLength: 1, maxLength: 40 })

it('finds everything that a search through all rows finds, whatever the rows hold', async () => {
  await assert(
    asyncProperty(oneof(ids, lines), async (records) => {
      const sheet = createSheet(records)
      const checked = await validateRows(sheet, neverYield)
      const verdicts = { ...checked, requests: [...checked.requests] }
      const hidden = createHiddenTaker(sheet).finish()
      const all = takeSteps(findCautions(sheet, verdicts, hidden, { ids: ANYTHING, skus: ANYTHING }))
      expect(checked.cautions).toEqual(all.cautions)
    }),
    { numRuns: draws(300, 1000) },
  )
})
