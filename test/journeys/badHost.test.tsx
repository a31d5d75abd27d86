import { expect, it, jest } from '@jest/globals'
import { screen } from '@testing-library/dom'
import type { Host } from '../../src/host/contract'
import { plugin } from '../../src/plugin'
import { createTestHost, mountScreen } from '../support/openScreen'

it.each([
  ['no host', undefined, ['mount(element, host) was called without a host.']],
  [
    'an empty host',
    {},
    [
      'host.contract is missing. Give the version of the contract, "1.0.0".',
      'host.api.request is missing: it makes the calls. See the adapters for axios and fetch.',
      'host.user needs an id and a tenant, both non-empty text: a run belongs to one person.',
    ],
  ],
  [
    'a host of another contract and with a path that names no sub-order',
    { ...createTestHost(), contract: '2.0.0', settings: { paths: { cancelSubOrder: 'orders/cancel' } } },
    [
      'host.contract is "2.0.0", and this plugin needs ^1.0.0. The portal is newer: deploy a newer plugin.',
      'host.settings.paths.cancelSubOrder must contain {subOrderId}.',
    ],
  ],
])('%s gets a screen that says why', async (_, host, faults) => {
  const handle = mountScreen(host as Host)
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Sub-Order Cancellation cannot start in this portal',
  )
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(faults)
  expect(handle.status()).toEqual({ phase: 'idle', done: 0, total: 0 })
  handle.update(createTestHost())
  await screen.findByRole('button', { name: 'Download sample CSV' })
})

it('a host that throws what is no error gets its screen as well', async () => {
  const host = Object.defineProperty({ ...createTestHost() }, 'api', {
    get() {
      throw Object.create(null)
    },
  })
  mountScreen(host)
  expect(await screen.findByRole('alert')).toHaveTextContent('The host object threw when it was read')
})

it.each([
  ['no tokens at all', { tokens: null, mode: 'blue', nonce: 5 }],
  ['a number for a colour', { tokens: { colorPrimary: 5, borderRadius: 4 } }],
])('a theme with %s is drawn without them', async (_, theme) => {
  mountScreen({ ...createTestHost(), theme } as unknown as Host)
  expect(await screen.findByRole('button', { name: 'Download sample CSV' })).toBeVisible()
})

it('a theme that cannot be drawn has its screen, and the next one is tried', async () => {
  // React and jsdom both tell of it.
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const host = createTestHost()
  const handle = mountScreen(host)
  await screen.findByRole('button', { name: 'Download sample CSV' })
  handle.update({ ...host, theme: { tokens: { motionUnit: 'x' } } })
  expect(await screen.findByRole('alert')).toHaveTextContent('A run that was started goes on.')
  expect(screen.getByRole('listitem')).toHaveTextContent('The screen cannot be drawn')
  handle.update(host)
  await screen.findByRole('button', { name: 'Download sample CSV' })
})

it.each([null, {}, document, document.createTextNode('x')])(
  'a mount into %s throws nothing',
  async (place) => {
    const handle = plugin.mount(place as unknown as HTMLElement, createTestHost())
    expect(handle.status()).toEqual({ phase: 'idle', done: 0, total: 0 })
    await handle.unmount()
  },
)
