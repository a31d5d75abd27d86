import { expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { startPretendOms } from '../../mocks/node'
import { createGate, held } from '../../mocks/script'
import type { User } from '../../src/host/contract'
import { plugin } from '../../src/plugin'
import {
  createTestHost,
  expectColumn,
  findHeadline,
  mountScreen,
  openScreen,
  startCancellation,
  submitSingle,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'

const ids = ['1253231242', '1253231259', '1253231276', '1253231293']
const sheet = writeSheet(ids)
const IDLE = { phase: 'idle', done: 0, total: 0 }

/** A run of four that stands at its second call until the gate opens. */
async function startHeld() {
  const oms = startPretendOms({ knowsEveryId: true })
  const gate = createGate()
  oms.script('1253231259', [held(gate.opened)])
  const opened = openScreen()
  await uploadCsv(opened.user, sheet)
  await startCancellation(opened.user)
  await waitFor(() => expect(oms.calls.length).toBe(2))
  return { oms, gate, ...opened }
}

it('without the permission the screen says so, and nothing can be started', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const asked: string[] = []
  const { user } = openScreen({
    can: (permission) => {
      asked.push(permission)
      return false
    },
  })
  expect(await screen.findByRole('alert')).toHaveTextContent('You may not cancel sub-orders')
  await uploadCsv(user, sheet)
  expect(await screen.findByRole('button', { name: 'Start Cancellation' })).toBeDisabled()
  await submitSingle(user, '1253231242')
  expect(screen.getByRole('button', { name: 'Submit' })).toBeDisabled()
  expect([screen.queryByRole('dialog'), oms.calls, [...new Set(asked)]]).toEqual([
    null,
    [],
    ['sub-order:cancel'],
  ])
})

it('a permission that is granted later unlocks the screen', async () => {
  const { user, handle, host } = openScreen({ can: () => false })
  await uploadCsv(user, sheet)
  await findHeadline('4 sub-orders ready')
  handle.update({ ...host, can: () => true })
  await waitFor(() => expect(screen.getByRole('button', { name: 'Start Cancellation' })).toBeEnabled())
  expect(screen.queryByRole('alert')).toBeNull()
})

it('a permission that is taken away holds the run before the next call, and Continue goes on once it is back', async () => {
  const { oms, gate, user, host, handle } = await startHeld()
  handle.update({ ...host, can: () => false })
  gate.open()
  await findHeadline('Paused after 2 of 4')
  expect(screen.getByText(/Your permission to cancel sub-orders was taken away/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Continue' })).toBeDisabled()
  expect(host.events.at(-1)).toMatchObject({ type: 'run-paused', reason: 'not-allowed' })

  handle.update({ ...host, can: () => true })
  await waitFor(() => expect(screen.getByRole('button', { name: 'Continue' })).toBeEnabled())
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await findHeadline('All 4 sub-orders are cancelled')
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(ids)
})

it('a change of user stops the run before the next call, and shows nothing of it until the user is back', async () => {
  const { oms, gate, user, host, handle } = await startHeld()
  host.changeSession(null)
  expect(await screen.findByRole('alert')).toHaveTextContent('You are signed out')
  expect(screen.queryByRole('table')).toBeNull()
  gate.open()
  await waitFor(() =>
    expect(host.events.at(-1)).toMatchObject({ type: 'run-paused', reason: 'principal-changed', done: 2 }),
  )
  // How far it has come concerns nobody else.
  expect([handle.status(), plugin.status()]).toEqual([IDLE, IDLE])

  host.changeSession(host.user)
  await findHeadline('Paused after 2 of 4')
  expect(screen.getByRole('alert')).toHaveTextContent(
    'The signed-in user changed. Check that you are the right one, then press Continue.',
  )
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await findHeadline('All 4 sub-orders are cancelled')
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(ids)
})

it('a screen that is opened with nobody signed in stops the run of the one that was closed', async () => {
  const { oms, gate, host, handle } = await startHeld()
  await handle.unmount()
  mountScreen({ ...host, user: undefined as unknown as User })
  await screen.findByRole('alert')
  gate.open()
  await waitFor(() =>
    expect(host.events.at(-1)).toMatchObject({ type: 'run-paused', reason: 'principal-changed', done: 2 }),
  )
  expect(plugin.status()).toEqual(IDLE)
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(ids.slice(0, 2))
})

it('a host whose old subscription cannot be taken back is heard by its new one', async () => {
  const { handle, host } = openScreen({
    onSessionChange: () => () => {
      throw new Error('gone')
    },
  })
  await screen.findByRole('button', { name: 'Download sample CSV' })
  let tell: (user: User | null) => void = () => undefined
  handle.update({
    ...host,
    onSessionChange: (listener) => {
      tell = listener
      return () => undefined
    },
  })
  tell(null)
  expect(await screen.findByRole('alert')).toHaveTextContent('You are signed out')
})

it('in a shadow root the dialog lies beside its styles', async () => {
  startPretendOms({ knowsEveryId: true })
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  const place = root.appendChild(document.createElement('div'))
  const handle = plugin.mount(place, createTestHost())
  await userEvent.click(await within(place).findByRole('radio', { name: 'Single Sub-Order' }))
  const layersIn = (parent: ParentNode) => [...parent.children].filter((child) => child.hasAttribute('lang'))
  expect([layersIn(root).length, layersIn(document.body).length]).toEqual([1, 0])
  await handle.unmount()
  expect(root.childElementCount).toBe(1)
})

it('another user gets a screen of their own, and the run of the first one stops', async () => {
  const { oms, gate, host, handle } = await startHeld()
  handle.update({ ...host, user: { ...host.user, id: 'arjun.rao' } })
  await screen.findByRole('heading', { name: 'Get the sample' })
  expect([screen.queryByRole('table'), handle.status(), plugin.status()]).toEqual([null, IDLE, IDLE])
  gate.open()

  handle.update(host)
  await findHeadline('Paused after 2 of 4')
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(ids.slice(0, 2))
})

it('a run goes on while the screen is unmounted, and is there again on the next mount', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const gate = createGate()
  oms.script('1253231259', [held(gate.opened)])
  const { user, host, handle } = openScreen()
  await uploadCsv(user, sheet, 'monday.csv')
  await startCancellation(user)
  await waitFor(() => expect(oms.calls.length).toBe(2))
  await handle.unmount()
  expect(document.querySelector('main')).toBeEmptyDOMElement()
  await waitFor(() => expect(plugin.status()).toEqual({ phase: 'running', done: 1, total: 4 }))
  mountScreen(host)
  await findHeadline('Cancelling: 1 of 4 done')
  gate.open()
  await findHeadline('All 4 sub-orders are cancelled')
  expect([screen.getByText('monday.csv')]).toHaveLength(1)
  await expectColumn(
    'Status',
    ids.map(() => 'SUCCESS'),
  )
})

it('theme and locale are taken over without a new mount', async () => {
  const { user, host, handle } = openScreen({ locale: 'en-GB' })
  await uploadCsv(user, writeSheet(Array.from({ length: 1200 }, (_, index) => `SO-${index}`)))
  const headline = await findHeadline('1,200 sub-orders ready')
  await user.type(await screen.findByRole('textbox', { name: 'Search by ID' }), '119')
  handle.update({ ...host, locale: 'de-DE', theme: { mode: 'dark' } })
  expect(await findHeadline('1.200 sub-orders ready')).toBe(headline)
  expect(headline.closest('.dark')).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Search by ID' })).toHaveValue('119')
  expect(screen.getByRole('textbox', { name: 'Search by ID' })).toHaveFocus()
})
