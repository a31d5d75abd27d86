import { expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import { createGate, held } from '../../mocks/script'
import { findHeadline, openScreen, startCancellation, uploadCsv, writeSheet } from '../support/openScreen'

const sheet = writeSheet(['1253231242', '1253231259', '1253231276'])

it('progress is spoken, and the focus goes where the user looks next', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const gate = createGate()
  oms.script('1253231276', [held(gate.opened)])
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  const start = await screen.findByRole('button', { name: 'Start Cancellation' })
  await user.click(start)
  await waitFor(() => expect(screen.getByRole('button', { name: 'Go back' })).toHaveFocus())
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(start).toHaveFocus()
  expect(oms.calls).toEqual([])

  await startCancellation(user)
  const headline = await findHeadline('Cancelling: 2 of 3 done')
  await waitFor(() => expect(headline).toHaveFocus())
  expect(screen.getAllByRole('status').map((told) => told.textContent)).toContain('1 of 3 done.')
  screen.getByRole('button', { name: 'Stop' }).focus()
  gate.open()
  await findHeadline('All 3 sub-orders are cancelled')
  await waitFor(() => expect(headline).toHaveFocus())
})

it('a user who types at the end of a run keeps the focus', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const gate = createGate()
  oms.script('1253231276', [held(gate.opened)])
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await startCancellation(user)
  await findHeadline('Cancelling: 2 of 3 done')
  await user.type(await screen.findByRole('textbox', { name: 'Search by ID' }), '259')
  gate.open()
  await findHeadline('All 3 sub-orders are cancelled')
  expect(screen.getByRole('textbox', { name: 'Search by ID' })).toHaveFocus()
})
