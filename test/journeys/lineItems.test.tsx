import { expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/dom'
import type { UserEvent } from '@testing-library/user-event'
import { startPretendOms } from '../../mocks/node'
import {
  expectTable,
  findHeadline,
  openScreen,
  save,
  startCancellation,
  uploadCsv,
} from '../support/openScreen'

const subOrders = [
  {
    id: '1253231242',
    items: [
      { skuId: '8647326934', ordered: 4 },
      { skuId: '8647326935', ordered: 1 },
    ],
  },
  {
    id: '1253231259',
    items: [
      { skuId: '8647326934', ordered: 3 },
      { skuId: '8647326940', ordered: 2, inPicklist: 2 },
    ],
  },
]

const sheet = [
  'Sub Order ID,Increff SKU ID,Quantity,Channel',
  '1253231242,8647326934,2,Myntra',
  '1253231259,8647326934,1,Ajio',
  '1253231242,8647326935,1,Myntra',
  '1253231259,8647326940,2,Ajio',
  '',
].join('\r\n')

async function openTab(user: UserEvent): Promise<void> {
  await user.click(await screen.findByRole('tab', { name: 'Cancel Sub-order Line Items' }))
}

it('the sample of line items has three columns', async () => {
  const { user } = openScreen()
  await openTab(user)
  expect(screen.getByRole('note')).toHaveTextContent(
    'Only quantity that is not fulfilled and not in processing (picklist not yet released) can be cancelled.',
  )
  const sample = await save(user, screen.getByRole('button', { name: 'Download sample CSV' }))
  expect([sample.name, sample.text]).toEqual([
    'line-items-sample.csv',
    'Sub Order ID,Increff SKU ID,Quantity\r\nEXAMPLE,8647326934,2\r\n',
  ])
})

it('line items go out in one call for each sub-order, and the error CSV has a row for each line', async () => {
  const oms = startPretendOms({ subOrders })
  const { user } = openScreen()
  await openTab(user)
  await uploadCsv(user, sheet, 'lines.csv')
  await findHeadline('4 line items of 2 sub-orders ready')
  await expectTable([
    ['1253231242', '2', '3', 'NOT SENT', ''],
    ['1253231259', '2', '3', 'NOT SENT', ''],
  ])

  await user.click(screen.getByRole('button', { name: 'Start Cancellation' }))
  const dialog = await screen.findByRole('dialog', { name: /^Cancel 4 line items of 2 sub-orders\?/ })
  await user.click(within(dialog).getByRole('button', { name: 'Start' }))
  await findHeadline('Line items cancelled in 1 of 2 sub-orders')
  await expectTable([
    ['1253231242', '2', '3', 'SUCCESS', ''],
    ['1253231259', '2', '3', 'ERROR', 'Quantity is in processing, picklist is released'],
  ])
  expect(oms.calls.map(({ method, path, body }) => [method, path, body])).toEqual([
    [
      'PUT',
      'orders/1253231242/cancel-line-items',
      {
        orderItems: [
          { skuId: '8647326934', cancelledQuantity: 2 },
          { skuId: '8647326935', cancelledQuantity: 1 },
        ],
      },
    ],
    [
      'PUT',
      'orders/1253231259/cancel-line-items',
      {
        orderItems: [
          { skuId: '8647326934', cancelledQuantity: 1 },
          { skuId: '8647326940', cancelledQuantity: 2 },
        ],
      },
    ],
  ])
  const errors = await save(user, screen.getByRole('link', { name: 'Download Error CSV' }))
  expect([errors.name, errors.text]).toEqual([
    'lines-errors.csv',
    [
      'Sub Order ID,Increff SKU ID,Quantity,Channel,Status,Error Code,Error Message',
      '1253231259,8647326934,1,Ajio,ERROR,BAD_DATA,"Quantity is in processing, picklist is released"',
      '1253231259,8647326940,2,Ajio,ERROR,BAD_DATA,"Quantity is in processing, picklist is released"',
      '',
    ].join('\r\n'),
  ])
})

it('the ID of a sub-order opens a drawer with its line items', async () => {
  const { user } = openScreen()
  await openTab(user)
  await uploadCsv(user, sheet)
  await user.click(await screen.findByRole('link', { name: '1253231259' }))
  const drawer = await screen.findByRole('dialog', { name: 'Line items of 1253231259' })
  await expectTable(
    [
      ['8647326934', '1', '3'],
      ['8647326940', '2', '5'],
    ],
    'Line items of 1253231259',
  )
  await user.click(within(drawer).getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('a sub-order with one bad line is skipped as a whole', async () => {
  const oms = startPretendOms({ subOrders })
  const { user } = openScreen()
  await openTab(user)
  await uploadCsv(user, sheet.replace('8647326935,1,', '8647326935,0,'))
  await findHeadline('2 line items of 1 sub-order ready')
  await expectTable(
    [
      [
        '2',
        '1253231242',
        '8647326934',
        '2',
        'SUB_ORDER_HELD_BACK',
        'Another line of this sub-order has an issue (row 4), so the whole sub-order is skipped. Fix that line.',
        'Remove',
      ],
      [
        '4',
        '1253231242',
        '8647326935',
        '0',
        'INVALID_QUANTITY',
        'Not a quantity. Use a whole number from 1 up, without separators.',
        'Remove',
      ],
    ],
    'Issues',
  )
  await startCancellation(user)
  await findHeadline('Line items cancelled in 0 of 1 sub-order')
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(['1253231259'])
})
