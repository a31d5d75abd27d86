import { describe, expect, it } from '@jest/globals'
import { readSheet } from '../../src/csv/readSheet'
import { writeIssueRecords } from '../../src/csv/report/reportRecords'
import { SAMPLE_FILE_NAMES, writeSample } from '../../src/csv/report/writeSample'
import { writeCsv } from '../../src/csv/report/writeCsv'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { ColumnNames } from '../../src/domain/sheet/columnNames'
import type { IdRule } from '../../src/domain/ids/idRule'
import { editSheet } from '../../src/domain/edit/editSheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { loadAs, readAs } from './sheets'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

const createRule = (pattern: string): IdRule => ({ pattern, hint: 'As the OMS shows it.' })
const hash = createRule('^#\\d{4,10}$')
const words = createRule('^(?!EXAMPLE$)\\w{4,20}$')

async function check(kind: SheetKind, content: string, options: Parameters<typeof loadAs>[2] = {}) {
  const checked = await validateRows(await loadAs(kind, content, options), neverYield)
  return {
    sent: [...checked.requests].map(({ subOrderId }) => subOrderId),
    issues: checked.issues.map(({ row, code, hint }) => (hint ? [row, code, hint] : [row, code])),
    checked,
  }
}

describe.each<[string, string]>([
  ['^#\\d{4,10}$', '#1001'],
  ['^SO/\\d{4}/\\d{5}$', 'SO/2026/00012'],
  ['^gid://shopify/Order/\\d+$', 'gid://shopify/Order/123'],
  ['^[A-Za-z0-9+/]{6,}={0,2}$', 'bXlPcmRlcg=='],
  ['^(?!EXAMPLE$)[A-Z0-9]{6,12}$', 'QXZKWPAB'],
  ['^[=+@-]\\w+$', '=SUM1'],
])('by the rule %s', (pattern, id) => {
  const idRule = createRule(pattern)

  it.each([',', ';', '\t'])(`${id} is sent on both tabs, the cells apart by %j`, async (delimiter) => {
    const whole = [`Sub Order ID${delimiter}Note`, `${id}${delimiter}n`, `not one${delimiter}n`].join('\r\n')
    expect(await check('sub-orders', whole, { idRule })).toMatchObject({
      sent: [id],
      issues: [[3, 'INVALID_ID']],
    })
    const lines = [
      ['Sub Order ID', 'SKU ID', 'Qty'],
      [id, 'S', '1'],
      [id, 'T', '2'],
    ]
    const text = lines.map((cells) => cells.join(delimiter)).join('\n')
    expect(await check('line-items', text, { idRule })).toMatchObject({ sent: [id], issues: [] })
  })

  it('comes back from a download of ours as it was', async () => {
    const content = await writeCsv([['Sub Order ID'], [id]], { delimiter: ',', yieldIfDue: neverYield })
    const { sent } = await check('sub-orders', await content.text(), { idRule })
    expect(sent).toEqual([id])
  })

  it('a pasted list needs no header, where no word stands above numbers', async () => {
    const read = await readAs('sub-orders', `${id}\n${id}1\n`, { idRule, isPasted: true })
    expect(read.ok).toBe(/\d/.test(id))
  })
})

it('what is edited later is judged by the rule that the file was read with', async () => {
  const sheet = await loadAs('sub-orders', 'Sub Order ID\n#1001 #1002\nx\n', { idRule: hash })
  const split = editSheet(editSheet(sheet, { type: 'split', positions: [0] }), {
    type: 'edit',
    position: 2,
    cells: { subOrderId: '#1003' },
  })
  const { requests, issues } = await validateRows(split, neverYield)
  expect([[...requests].map(({ subOrderId }) => subOrderId), issues]).toEqual([
    ['#1001', '#1002', '#1003'],
    [],
  ])
})

it('a total or a header further down is no ID, although the rule lets words through', async () => {
  const columnNames = { subOrderId: ['Order_Code', 'Order_Key'] }
  const rows = [
    'Order_Code',
    'QXZKWP',
    'Total',
    'Order_Code',
    'order_key',
    'SubOrderID',
    'Totally',
    'EXAMPLE',
  ]
  const { sent, issues } = await check('sub-orders', rows.join('\n'), { idRule: words, columnNames })
  expect({ sent, issues }).toEqual({
    sent: ['QXZKWP', 'Totally'],
    issues: [
      [3, 'INVALID_ID', 'total'],
      [4, 'INVALID_ID', 'repeated-header'],
      [5, 'INVALID_ID', 'repeated-header'],
      [6, 'INVALID_ID', 'repeated-header'],
      [8, 'EXAMPLE_ROW'],
    ],
  })
})

it('a pasted list that begins with a word is asked about', async () => {
  const read = await readAs('sub-orders', 'Orders\nQXZKWP\n', { idRule: words, isPasted: true })
  expect(read).toMatchObject({ ok: false, question: { type: 'columns', looksHeaderless: true } })
  expect((await readAs('sub-orders', 'QXZKWP', { idRule: words, isPasted: true })).ok).toBe(true)
})

const columnNames: ColumnNames = {
  subOrderId: ['Order Number', 'Bestellnummer'],
  skuId: ['Article'],
  quantity: ['Pieces to cancel', 'Stück'],
}

describe('the columns of another system', () => {
  it.each(['Order Number', 'ORDER_NUMBER', ' bestell-nummer ', 'Sub Order ID'])(
    '%j is the ID',
    async (header) => {
      const sheet = await loadAs('sub-orders', `Note,${header}\nn,1001\n`, { columnNames })
      expect([sheet.columns, sheet.header[0]]).toEqual([{ subOrderId: 1 }, 'Note'])
    },
  )

  it('are found on the tab of line items, title rows above and semicolons between', async () => {
    const text = 'Export\n\nStück;Article;Bestellnummer\n2;S;1001\n'
    const sheet = await loadAs('line-items', text, { columnNames })
    expect(sheet.columns).toEqual({ subOrderId: 2, skuId: 1, quantity: 0 })
  })

  it.each<[SheetKind, string, object]>([
    ['line-items', 'Order Number\n1001\n', { code: 'WRONG_SHEET', belongsTo: 'sub-orders' }],
    [
      'sub-orders',
      'Order Number,Article,Stück\n1001,S,1\n',
      { code: 'WRONG_SHEET', belongsTo: 'line-items' },
    ],
    [
      'sub-orders',
      'Order Number,Bestellnummer\n1,2\n',
      { code: 'DUPLICATE_HEADER', columns: ['Order Number'] },
    ],
    ['sub-orders', 'Note\nx\n', { code: 'MISSING_HEADER', columns: ['Order Number'] }],
    [
      'line-items',
      'Order Number,SKU\n1,S\n',
      { code: 'MISSING_HEADER', columns: ['Article', 'Pieces to cancel'] },
    ],
  ])('on %s, %j is refused by their names', async (kind, text, problem) => {
    expect(await readAs(kind, text, { columnNames })).toMatchObject({ ok: false, problem })
  })

  it('are named in the heads of a file that has none, and such a file can be uploaded again', async () => {
    const pasted = await loadAs('sub-orders', '1001\nx\n', { columnNames, isPasted: true })
    expect(pasted.header).toEqual(['Order Number'])
    const records = writeIssueRecords(await validateRows(pasted, neverYield), () => 'wrong')
    const text = await (await writeCsv(records, { delimiter: ',', yieldIfDue: neverYield })).text()
    expect((await loadAs('sub-orders', text, { columnNames })).header).toEqual(['Order Number'])
    const choice = { header: { row: null, columns: { subOrderId: 1, skuId: 0, quantity: 2 } } }
    const lines = await loadAs('line-items', 'S,1001,2\n', { columnNames, choice })
    expect(lines.header).toEqual(['Article', 'Order Number', 'Pieces to cancel'])
  })

  it.each<[SheetKind, string]>([
    ['sub-orders', 'Order Number\r\nEXAMPLE\r\n'],
    ['line-items', 'Order Number,Article,Pieces to cancel\r\nEXAMPLE,8647326934,2\r\n'],
  ])('are those of the sample of %s, which loads and sends nothing', async (kind, text) => {
    const sample = await writeSample(kind, neverYield, columnNames)
    expect(await sample.text()).toBe(text)
    const file = new File([sample], SAMPLE_FILE_NAMES[kind])
    const read = await readSheet(file, {
      kind,
      maxRows: 9,
      maxBytes: 999,
      yieldIfDue: neverYield,
      columnNames,
    })
    expect(read.ok && (await validateRows(read.sheet, neverYield)).issues.map(({ code }) => code)).toEqual([
      'EXAMPLE_ROW',
    ])
  })

  it('a bad SKU is blamed as one, whatever its column is called', async () => {
    const { checked } = await check('line-items', 'Order Number,Article,Stück\n1,"a\nb",2\n', { columnNames })
    expect(checked.issues).toMatchObject([{ code: 'INVALID_ID', column: 'Article', meaning: 'skuId' }])
  })
})
