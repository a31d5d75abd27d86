import { describe, expect, it } from '@jest/globals'
import { readReported } from '../corpus/reportedCase'
import { tellOutcome } from './outcomeOf'

const file = (...records: readonly string[]) => `${records.join('\r\n')}\r\n`

async function tellFormat(content: string, isPasted = false): Promise<string> {
  const settings = { file: 'orders.csv', tab: 'sub-orders', isPasted } as const
  const read = await readReported(new TextEncoder().encode(content), settings)
  return read.type === 'refused' && !read.question ? `${read.problem.code} ${read.problem.found}` : read.type
}

const FORMATS: readonly (readonly [format: string, content: string])[] = [
  ['JSON', '{"error":"Unauthorized","code":401}'],
  ['JSON', '[{"subOrderId":"1253231242","city":"Pune"},{"subOrderId":"1253231243","city":"Agra"}]'],
  ['JSON', file('{', '  "Sub Order ID": "1253231242",', '  "City": "Pune"', '}')],
  ['JSON', file('{"Sub Order ID":"1253231242"}', '{"Sub Order ID":"1253231243"}')],
  ['JSON', file('[', '["Sub Order ID","City"],', '["1253231242","Pune"]', ']')],
  ['JSON', '["1253231242", "1253231243"]'],
  ['JSON', '[1253231242, 1253231243]'],
  ['JSON', "['1253231242', '1253231243']"],
  ['JSON', '\ufeff  {}'],
  ['JSON', '{subOrderId: 1253231242}'],
  ['RTF', file(String.raw`{\rtf1\ansi`, String.raw`Sub Order ID,City\par`, String.raw`1253231242,Pune\par}`)],
  ['SYLK', file('ID;PWXL;N;E', 'P;PGeneral', 'C;Y1;X1;K"Sub Order ID"', 'C;Y2;X1;K1253231242', 'E')],
  ['SYLK', file('ID;PCALCOOO32', 'C;X1;Y1;K"Sub Order ID"', 'C;X1;Y2;K1253231242', 'E')],
  ['DIF', file('TABLE', '0,1', '"EXCEL"', 'VECTORS', '0,1')],
  ['vCard', file('BEGIN:VCARD', 'VERSION:3.0', 'FN:Asha', 'END:VCARD')],
  ['iCalendar', file('BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR')],
  ['email', file('From: a@b.in', 'To: c@d.in', 'Subject: cancel', '', 'Please cancel 1253231242')],
  ['email', file('Received: from mx', 'Subject: cancel', '', '1253231242', '1253231243')],
  ['email', file('Von: Asha', 'Gesendet: Montag', 'An: Ravi', 'Betreff: Storno', '', '1253231242')],
  ['YAML', file('---', 'orders:', '  - 1253231242', '  - 1253231243')],
  ['YAML', file('orders:', '  - id: 1253231242', '    city: Pune')],
  ['INI', file('[orders]', 'id=1253231242')],
  ['SQL', "INSERT INTO orders VALUES (1253231242, 'Pune');"],
  ['SQL', 'SELECT sub_order_id, city FROM orders WHERE id IN (1253231242);'],
  ['HTTP', file('HTTP/1.1 401 Unauthorized', 'Content-Type: application/json')],
]

describe('a text that is no table is refused by name', () => {
  it.each(FORMATS)('%s: %j', async (format, content) => {
    expect(await tellFormat(content)).toBe(`FILE_IS_NO_TABLE ${format}`)
    expect(await tellFormat(content, true)).toBe(`FILE_IS_NO_TABLE ${format}`)
  })
})

it('a long page of XML is, whatever it begins with', async () => {
  const content = file(
    '<orders>',
    ...Array.from({ length: 3000 }, () => '<order><id>1253231242</id></order>'),
  )
  expect(await tellFormat(content)).toBe('FILE_IS_NO_TABLE XML')
})

describe('a table that begins like another kind of text is read', () => {
  it.each([
    ['a column of other IDs first', file('ID;Sub Order ID', '1;1253231242', '2;1253231243')],
    ['one that Excel takes for SYLK', file('ID;Price;Sub Order ID', 'B;12;1253231242', 'C;13;1253231243')],
    [
      'the head of a mail',
      file('From: Asha', 'Subject: cancel', '', 'Sub Order ID', '1253231242', '1253231243'),
    ],
    ['a title in brackets', file('[2026] Orders', 'Sub Order ID', '1253231242', '1253231243')],
    ['a title in braces', file('{Orders}', 'Sub Order ID', '1253231242', '1253231243')],
    ['a rule above', file('---', 'Sub Order ID', '1253231242', '1253231243')],
    ['a label above', file('orders:', 'Sub Order ID:', 'Sub Order ID', '1253231242', '1253231243')],
  ])('%s', async (_about, content) => {
    expect(await tellOutcome('sub-orders', content)).toMatch(/^1253231242 1253231243/)
  })
  it.each([
    ['ID', file('ID,City', '1253231242,Pune')],
    ['ID and a semicolon', file('ID;Place', '1253231242;Pune')],
    ['labels', file('From: 2026-11-01', 'To: 2026-11-30', '', 'Bestellung,Ort', '1253231242,Pune')],
  ])('or its column is asked for: %s', async (_about, content) => {
    expect(await tellOutcome('sub-orders', content)).toContain('MISSING_HEADER, asks columns')
  })
})
