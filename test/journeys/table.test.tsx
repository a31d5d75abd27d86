import { expect, it } from '@jest/globals'
import { screen } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import { obstacles } from '../../mocks/replies'
import { respondWith } from '../../mocks/script'
import {
  expectColumn,
  findHeadline,
  openScreen,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'

const sheet = writeSheet(['1253231242', '1253231259', '1253231276'])

it('the table is filtered by status and searched by ID', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  oms.script('1253231259', [respondWith(obstacles.forbidden)])
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await startCancellation(user)
  await findHeadline('2 of 3 sub-orders are cancelled')
  const expectIds = (ids: string[]) => expectColumn('Increff Sub Order ID', ids)

  await user.click(await screen.findByRole('button', { name: 'Error 1', pressed: false }))
  await expectIds(['1253231259'])
  await user.click(screen.getByRole('button', { name: 'Success 2' }))
  await expectIds(['1253231242', '1253231276'])
  await user.type(screen.getByRole('textbox', { name: 'Search by ID' }), '276')
  await expectIds(['1253231276'])
  await user.click(screen.getByRole('button', { name: 'Unconfirmed 0' }))
  await expectIds([])
  expect(screen.getByText(/^No row matches/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show all rows' }))
  await expectIds(['1253231242', '1253231259', '1253231276'])
})
