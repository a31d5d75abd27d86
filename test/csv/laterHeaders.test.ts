import { describe, expect, it } from '@jest/globals'
import { tellOutcome } from './outcomeOf'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

const file = (...records: readonly string[]) => `${records.join('\r\n')}\r\n`
const ASKS_FIRST = 'UNCLEAR_HEADER, asks heading in 1'

type Case = readonly [about: string, tab: SheetKind, content: string, outcome: string]
const CASES: readonly Case[] = [
  [
    'columns in another order',
    'sub-orders',
    file('Sub Order ID,City', '1253231242,Pune', 'City,Sub Order ID,Status', 'Agra,1253231243,OPEN'),
    ASKS_FIRST,
  ],
  [
    'a longer table below',
    'sub-orders',
    file(
      'Sub Order ID,City',
      '1253231242,Pune',
      'City,Sub Order ID,Status',
      'Agra,SO-2026-11,OPEN',
      'Goa,SO-2026-12,OPEN',
    ),
    ASKS_FIRST,
  ],
  [
    'another table below a caption',
    'sub-orders',
    file(
      'Sub Order ID,City',
      '1253231242,Pune',
      '',
      'Returned orders',
      'Sub Order ID,Reason',
      '1253231243,damaged',
    ),
    ASKS_FIRST,
  ],
  [
    'IDs of all kinds above',
    'sub-orders',
    file(
      'Sub Order ID,City',
      '1253231242,Pune',
      'SO-1,Goa',
      'A_77,Goa',
      'City,Sub Order ID,Status',
      'Agra,1253231243,OPEN',
    ),
    ASKS_FIRST,
  ],
  [
    'one column above two',
    'sub-orders',
    file('Sub Order ID', '1253231242', 'City,Sub Order ID', 'Agra,1253231243', 'Goa,1253231244'),
    ASKS_FIRST,
  ],
  [
    'labels in a language that is not known are offered to nobody',
    'sub-orders',
    file('Järjestys,Sub Order ID', 'Sivu,1', 'Kopio,1', 'Sub Order ID,City', '1253231242,Pune'),
    'UNCLEAR_HEADER, asks heading in 4',
  ],
]

describe('where two rows may head the table, the one with IDs below it is offered first', () => {
  it.each(CASES)('%s', async (_about, tab, content, outcome) => {
    expect(await tellOutcome(tab, content)).toBe(outcome)
  })
  it('and what stands below the other is listed once it is taken', async () => {
    const content = file(
      'Sub Order ID,City',
      '1253231242,Pune',
      'City,Sub Order ID,Status',
      'Agra,1253231243,OPEN',
    )
    const header = { row: 1, columns: { subOrderId: 0 } }
    expect(await tellOutcome('sub-orders', content, { choice: { header } })).toBe(
      '1253231242; 3 TOO_MANY_COLUMNS; 4 OTHER_TABLE of 3',
    )
  })
})
