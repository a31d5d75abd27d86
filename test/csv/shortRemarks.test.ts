import { describe, expect, it } from '@jest/globals'
import { readHints } from './hintsOf'

const file = (...records: readonly string[]) => `${records.join('\r\n')}\r\n`
const REMARKS: readonly (readonly [text: string, hint: 'total' | 'rule' | undefined])[] = [
  ['(3 rows)', 'total'],
  ['2 rows selected.', 'total'],
  ['Total: 3', 'total'],
  ['Summe', 'total'],
  ['कुल 3', 'total'],
  ['----+----', 'rule'],
  ['=========', 'rule'],
  ['RETURNS', undefined],
  ['1253231259', undefined],
]

describe('a row with too few cells says what it is', () => {
  it.each(REMARKS)('%s', async (text, hint) => {
    const lines = file('Sub Order ID,SKU ID,Quantity', '1253231242,A1,1', '1253231243,A2,1', text)
    expect(await readHints('line-items', lines)).toEqual([hint])
    const list = file('City,Sub Order ID', 'Pune,1253231242', 'Agra,1253231243', text)
    expect(await readHints('sub-orders', list)).toEqual([hint])
  })
})
