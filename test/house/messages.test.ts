import { expect, it } from '@jest/globals'
import { SAMPLE_FILE_NAMES } from '../../src/csv/report/writeSample'
import { manifest } from '../../src/app/manifest'
import { createMessages } from '../../src/texts/messages'
import { describeState, statusLabels } from '../../src/texts/describeState'

const messages = createMessages('en')

/** The labels that the contract fixes, sections 2 and 5, each with the place that holds it. */
const fixed: readonly (readonly [label: string, held: string])[] = [
  ['Sub-Order Cancellation', messages.title],
  ['Cancel Sub-Orders', messages.tabs['sub-orders']],
  ['Cancel Sub-order Line Items', messages.tabs['line-items']],
  ['Cancellation Type', messages.cancellationType],
  ['Multiple Sub-Orders', messages.multiple],
  ['Single Sub-Order', messages.single],
  ['Download sample CSV', messages.downloadSample],
  ['Upload CSV', messages.upload],
  ['Row', messages.columns.row],
  ['Increff Sub Order ID', messages.columns.increffSubOrderId],
  ['Status', messages.columns.status],
  ['Error Message', messages.columns.message],
  ['Start Cancellation', messages.start],
  ['Start', messages.dialog.start],
  ['Go back', messages.dialog.back],
  ['SUCCESS', statusLabels.succeeded],
  ['ERROR', statusLabels.failed],
  ['SENDING', statusLabels.sending],
  ['UNKNOWN', statusLabels.unknown],
  ['NOT SENT', statusLabels['not-sent']],
  ['Stop', messages.stop],
  ['Continue', messages.continue],
  ['Download Error CSV', messages.downloadErrors],
  ['Retry failed', messages.retry],
  ['Download all results', messages.downloadAll],
  ['Submit', messages.singleForm.submit],
  ['Sub Order ID', messages.columns.subOrderId],
  ['Line Items', messages.columns.lineItems],
  ['Quantity', messages.columns.quantity],
  ['Increff SKU ID', messages.columns.skuId],
  ['Download skipped rows', messages.issues.download],
]

it.each(fixed)('the label “%s” stands as the contract has it', (label, held) => {
  expect(held).toBe(label)
})

it('the dialog names the number, and that nothing can be taken back', () => {
  const { question, consequence } = messages.dialog
  expect(`${question({ n: 148 })} ${consequence}`).toBe(
    'Cancel 148 sub-orders? The marketplace is told at once. This cannot be undone.',
  )
})

it('the figures of the dialog are written as the locale writes them, and one is one', () => {
  expect([
    createMessages('en-IN').dialog.question({ n: 123_456 }),
    messages.dialog.question({ n: 1 }),
  ]).toEqual(['Cancel 1,23,456 sub-orders?', 'Cancel 1 sub-order?'])
})

it('the note on line items says what can be cancelled', () => {
  expect(messages.lineItemsNote).toBe(
    'Only quantity that is not fulfilled and not in processing (picklist not yet released) can be cancelled.',
  )
})

it('a sub-order that had been cancelled before is a success that says so', () => {
  expect(describeState({ status: 'succeeded', how: 'already-cancelled' }, messages)).toEqual({
    status: 'SUCCESS',
    code: '',
    message: 'already cancelled',
  })
})

it('no button is named Cancel: the word means the business act alone', () => {
  const labels = Object.values({ ...messages, ...messages.dialog, ...messages.table }).filter(
    (value) => typeof value === 'string',
  )
  expect(labels.filter((label) => /^cancel$/i.test(label))).toEqual([])
})

it('the menu entry bears the title of the screen', () => {
  expect(manifest.menu.label).toBe(messages.title)
})

it('the samples have the names that the contract gives them', () => {
  expect(SAMPLE_FILE_NAMES).toEqual({
    'sub-orders': 'sub-orders-sample.csv',
    'line-items': 'line-items-sample.csv',
  })
})
