import { expect, it } from '@jest/globals'
import { screen } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import { createGate, held } from '../../mocks/script'
import {
  expectColumn,
  expectTable,
  findHeadline,
  openScreen,
  save,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'

const BOM = [0xef, 0xbb, 0xbf]

/** Two that are cancelled, two that the OMS refuses. */
const subOrders = [
  { id: '1253231242' },
  { id: '00125', invoiced: true },
  { id: '1253231276', items: [{ skuId: '8647326934', ordered: 2, inPicklist: 2 }] },
  { id: '1253231293' },
]
const sheet =
  'Channel,Increff Sub Order ID,Note\r\nMyntra,1253231242,\r\nAjio,00125,"call back, please"\r\nAmazon,1253231276,=A1\r\nNykaa,1253231293,\r\n'

const refusedCsv = [
  'Channel,Increff Sub Order ID,Note,Status,Error Code,Error Message',
  'Ajio,00125,"call back, please",ERROR,BAD_DATA,"Sub order is invoiced, cancellation is not allowed"',
  `Amazon,1253231276,'=A1,ERROR,BAD_DATA,"Quantity is in processing, picklist is released"`,
  '',
].join('\r\n')

it('the sample has its header and one example row, with a mark for Excel', async () => {
  const { user } = openScreen()
  const sample = await save(user, await screen.findByRole('button', { name: 'Download sample CSV' }))
  expect({ ...sample, bytes: sample.bytes.slice(0, 3) }).toEqual({
    name: 'sub-orders-sample.csv',
    text: 'Increff Sub Order ID\r\nEXAMPLE\r\n',
    bytes: BOM,
  })
})

it('the error CSV of a run, uploaded again unchanged, runs exactly the failed ones', async () => {
  const oms = startPretendOms({ subOrders })
  const { user } = openScreen()
  await uploadCsv(user, sheet, 'monday.csv')
  await findHeadline('4 sub-orders ready')
  await expectTable([
    ['2', '1253231242', 'NOT SENT', ''],
    ['3', '00125', 'NOT SENT', ''],
    ['4', '1253231276', 'NOT SENT', ''],
    ['5', '1253231293', 'NOT SENT', ''],
  ])

  await startCancellation(user)
  await findHeadline('2 of 4 sub-orders are cancelled')
  await expectTable([
    ['2', '1253231242', 'SUCCESS', ''],
    ['3', '00125', 'ERROR', 'Sub order is invoiced, cancellation is not allowed'],
    ['4', '1253231276', 'ERROR', 'Quantity is in processing, picklist is released'],
    ['5', '1253231293', 'SUCCESS', ''],
  ])
  expect(screen.getByRole('alert')).toHaveTextContent('2 sub-orders could not be cancelled')
  const errors = await save(user, screen.getByRole('link', { name: 'Download Error CSV' }))
  expect([errors.name, errors.text, errors.bytes.slice(0, 3)]).toEqual(['monday-errors.csv', refusedCsv, BOM])

  oms.put({ id: '00125' })
  await uploadCsv(user, errors.text, errors.name)
  await findHeadline('2 sub-orders ready')
  await startCancellation(user)
  await findHeadline('1 of 2 sub-orders is cancelled')
  await expectTable([
    ['2', '00125', 'SUCCESS', ''],
    ['3', '1253231276', 'ERROR', 'Quantity is in processing, picklist is released'],
  ])
  expect(oms.calls.map(({ method, path, body, inFlight }) => [method, path, body, inFlight])).toEqual([
    ...subOrders.map(({ id }) => ['PUT', `orders/${id}/cancel`, {}, 1]),
    ['PUT', 'orders/00125/cancel', {}, 1],
    ['PUT', 'orders/1253231276/cancel', {}, 1],
  ])
  expect(new Set(oms.calls.map((call) => call.idempotencyKey)).size).toBe(6)
  const stillRefused = await save(user, screen.getByRole('link', { name: 'Download Error CSV' }))
  expect(stillRefused.text).toBe(
    refusedCsv
      .split('\r\n')
      .filter((line) => !line.startsWith('Ajio'))
      .join('\r\n'),
  )
})

it('all results can be downloaded in the midst of a run', async () => {
  const oms = startPretendOms({ subOrders })
  const gate = createGate()
  oms.script('1253231276', [held(gate.opened)])
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(subOrders.map(({ id }) => id)), 'monday.csv')
  await startCancellation(user)
  await expectColumn('Status', ['SUCCESS', 'ERROR', 'SENDING', 'NOT SENT'])

  const results = await save(user, screen.getByRole('button', { name: 'Download all results' }))
  expect([results.name, results.text]).toEqual([
    'monday-results.csv',
    [
      'Increff Sub Order ID,Status,Error Code,Error Message',
      '1253231242,SUCCESS,,',
      '00125,ERROR,BAD_DATA,"Sub order is invoiced, cancellation is not allowed"',
      '1253231276,SENDING,,',
      '1253231293,NOT SENT,,',
      '',
    ].join('\r\n'),
  ])
  gate.open()
  await findHeadline('2 of 4 sub-orders are cancelled')
})

it('a sub-order that had been cancelled before is a success that says so', async () => {
  startPretendOms({ subOrders: [{ id: '1253231242', status: 'CANCELLED' }] })
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['1253231242']))
  await startCancellation(user)
  const headline = await findHeadline('The sub-order is cancelled')
  expect(headline.parentElement).toHaveTextContent(
    '1 of them had been cancelled before. Nothing is left to do.',
  )
  await expectTable([['2', '1253231242', 'SUCCESS', 'already cancelled']])
  expect(screen.getByText('1 already cancelled')).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
})
