import { expect, it } from '@jest/globals'
import { screen } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import { reply } from '../../mocks/script'
import {
  expectColumn,
  findHeadline,
  openScreen,
  save,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'

const ids = ['1253231242', '1253231259', '1253231276', '1253231293', '1253231310']

it('Retry failed sends what was refused once more, with new keys, and keeps the rest', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  oms.script('1253231242', [reply(400, { code: 'BAD_DATA', message: 'Order is locked' })])
  oms.script('1253231276', [reply(400, { code: 'BAD_DATA', message: 'Order is locked' }), reply(422)])
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(ids))
  await startCancellation(user)
  await findHeadline('3 of 5 sub-orders are cancelled')
  const advice = await screen.findByText('see what the server says, then fix or retry')
  expect(screen.getByRole('alert')).toContainElement(advice)
  expect(screen.getByRole('alert')).toHaveTextContent('2 ×Order is locked: see')
  await user.click(screen.getByRole('button', { name: 'Retry failed' }))
  await findHeadline('4 of 5 sub-orders are cancelled')
  await expectColumn('Status', ['SUCCESS', 'SUCCESS', 'ERROR', 'SUCCESS', 'SUCCESS'])
  expect(oms.calls.map((call) => call.subOrderId)).toEqual([...ids, ids[0], ids[2]])
  expect(new Set(oms.calls.map((call) => call.idempotencyKey)).size).toBe(7)
  const errors = await save(user, screen.getByRole('link', { name: 'Download Error CSV' }))
  expect(errors.text).toBe(
    'Increff Sub Order ID,Status,Error Code,Error Message\r\n1253231276,ERROR,,The server refused it without giving a reason (HTTP 422).\r\n',
  )
})
