import { expect, it } from '@jest/globals'
import { createMessages } from '../../src/texts/messages'
import { adviseFailure } from '../../src/texts/describeFailure'

const messages = createMessages('en-GB')

const advise = (message: string, code = 'BAD_DATA', httpStatus = 400) =>
  adviseFailure({ code, message, httpStatus }, messages)

const words = {
  processing: 'ask the warehouse, then retry',
  shipped: 'use the returns flow',
  notFound: 'check the ID and the organisation',
  quantity: 'lower the quantity',
  sku: 'check the Increff SKU ID (not the EAN, not the channel SKU)',
  channel: 'look at the seller panel, then retry',
  other: 'see what the server says, then fix or retry',
  permission: 'ask for the permission, then retry',
}

it.each<[string, keyof typeof words]>([
  ['Quantity is in processing, picklist is released', 'processing'],
  ['Sub order is invoiced, cancellation is not allowed', 'shipped'],
  ['Order has been dispatched', 'shipped'],
  ['Sub order 1253231242 does not exist', 'notFound'],
  ['Order with id 7 was not found', 'notFound'],
  ['Requested 5, cancellable 2', 'quantity'],
  ['SKU 8647326999 is not in sub order 1253231242', 'sku'],
  ['Channel rejected the cancellation', 'channel'],
])('a whole phrase tells what to do: %s', (message, advice) => {
  expect(advise(message)).toBe(words[advice])
})

it.each([
  'Order is not shipped yet, it is on hold',
  "Order hasn't been invoiced, wait for it",
  'Order is not cancellable',
  'SKU master is locked',
  'Sales channel calendar is closed',
  'Not in processing hours',
  'Courier not found',
])('a stray word tells nothing: %s', (message) => {
  expect(advise(message)).toBe(words.other)
})

it.each<[string, keyof typeof words]>([
  ['SKU_NOT_FOUND', 'sku'],
  ['order-not-found', 'notFound'],
  ['OrderShipped', 'shipped'],
  ['QUANTITY_EXCEEDED', 'quantity'],
])('a code that is known goes before any words: %s', (code, advice) => {
  expect(advise('Channel rejected it: sub order is invoiced', code)).toBe(words[advice])
})

it('a 403 is a matter of rights, whatever it says', () => {
  expect(advise('Sub order is invoiced', 'BAD_DATA', 403)).toBe(words.permission)
})

it('the advice of the server goes before ours', () => {
  const failure = { code: 'SKU_NOT_FOUND', message: 'No', httpStatus: 404, advice: 'Ask the hub' }
  expect(adviseFailure(failure, messages)).toBe('Ask the hub')
})
