import { expect, it } from '@jest/globals'
import { hindi } from '../../src/texts/hindi'
import { createMessages } from '../../src/texts/messages'
import { countIds, describeIssue } from '../../src/texts/describeIssue'

const columns = { subOrderId: ['Order {no}', 'Nr'], quantity: ['Pieces'] }

it('columns bear the names of the host’s OMS, and keep ours where it has none', () => {
  const { edit, steps, question } = createMessages('en', undefined, undefined, { columns })
  expect({
    names: edit.columnNames,
    sample: steps.sampleText,
    asks: question.column({ name: edit.columnNames['sub-orders'].subOrderId }),
  }).toEqual({
    names: {
      'sub-orders': { subOrderId: 'Order {no}', skuId: 'Increff SKU ID', quantity: 'Pieces' },
      'line-items': { subOrderId: 'Order {no}', skuId: 'Increff SKU ID', quantity: 'Pieces' },
    },
    sample: {
      'sub-orders': 'One column, the Order {no} in each row. Extra columns are fine.',
      'line-items': 'Order {no}, Increff SKU ID and Pieces in each row. Extra columns are fine.',
    },
    asks: 'Which column holds the Order {no}?',
  })
})

it('Hindi texts bear the names of the host’s OMS as well', () => {
  const { steps } = createMessages('hi-IN', hindi, undefined, { columns })
  expect(steps.sampleText['sub-orders']).toContain('Order {no}')
})

it('a text of the host wins over a name', () => {
  const texts = {
    'edit.columnNames.sub-orders.subOrderId': 'Shipment',
    'steps.sampleText.sub-orders': 'Fill it in.',
  }
  const { edit, steps } = createMessages('en', undefined, texts, { columns })
  expect([edit.columnNames['sub-orders'].subOrderId, steps.sampleText['sub-orders']]).toEqual([
    'Shipment',
    'Fill it in.',
  ])
})

it('without names of the host’s OMS every text stays as it is', () => {
  const plain = createMessages('en')
  const own = createMessages('en', undefined, undefined, { columns: {} })
  expect([own.edit.columnNames, own.steps.sampleText]).toEqual([
    plain.edit.columnNames,
    plain.steps.sampleText,
  ])
})

it('the hint of a host stands behind the refusal, and a bad SKU is told from it', () => {
  const idRule = { pattern: '^#\\d+$', hint: 'As #1001 {x} is.' }
  const messages = createMessages('en', undefined, undefined, { idRule })
  const issue = { row: 2, code: 'INVALID_ID', value: '#1 #2' } as const
  expect([
    describeIssue(issue, messages),
    describeIssue({ ...issue, column: 'Order' }, messages),
    describeIssue({ ...issue, column: 'Article', meaning: 'skuId' }, messages),
    describeIssue({ ...issue, hint: 'several-ids' }, messages),
    countIds(issue, messages),
  ]).toEqual([
    'Not an ID. As #1001 {x} is.',
    'Not an ID in "Order". As #1001 {x} is.',
    'Not a SKU ID in "Article". Use printable text of at most 255 characters.',
    'Holds 2 IDs: split them into rows of their own.',
    2,
  ])
})

it('a refused ID is quoted with its wrong characters, and a long one is cut', () => {
  const messages = createMessages('en')
  const describe = (value: string) => describeIssue({ row: 2, code: 'INVALID_ID', value }, messages)
  expect([describe(' SO 12/7 '), describe(`${'7'.repeat(39)}😀 and so on`)]).toEqual([
    '"SO 12/7" contains a space and "/". IDs have only letters, digits, "_", "." and "-".',
    `"${'7'.repeat(39)}…" contains "😀" and a space. IDs have only letters, digits, "_", "." and "-".`,
  ])
})
