import { expect, it, jest } from '@jest/globals'
import { screen } from '@testing-library/dom'
import { openLater } from '../../src/app/openLater'
import { setStage } from '../../src/app/stage'
import type { Host, Plugin } from '../../src/host/contract'
import { createTestHost, mountScreen } from '../support/openScreen'

/** The plugin of a page that has just fetched it: the modules of the screen are not evaluated yet. */
async function fetchPlugin(): Promise<Plugin> {
  jest.resetModules()
  const { plugin } = await import('../../src/plugin')
  return plugin
}

const idle = { phase: 'idle', done: 0, total: 0 }

it('a screen that is mounted at once shows itself to the host that was given last', async () => {
  const plugin = await fetchPlugin()
  const can = jest.fn(() => true)
  const handle = mountScreen(createTestHost({ can }), plugin)
  handle.update(createTestHost({ can: () => false }))
  expect(handle.status()).toEqual(idle)
  expect(plugin.status()).toEqual(idle)
  expect(await screen.findByRole('alert')).toHaveTextContent('You may not cancel sub-orders')
  handle.update(createTestHost())
  expect(await screen.findByLabelText('Upload CSV')).toBeEnabled()
  expect(can).not.toHaveBeenCalled()
})

it('a screen that is unmounted before it is drawn leaves nothing and is never drawn', async () => {
  const plugin = await fetchPlugin()
  const first = mountScreen(createTestHost(), plugin)
  await first.unmount()
  expect(document.querySelector('main')).toBeEmptyDOMElement()
  // The second screen is drawn once the same modules are evaluated.
  mountScreen(createTestHost(), plugin)
  await screen.findByLabelText('Upload CSV')
  expect(screen.getAllByRole('heading', { name: 'Sub-Order Cancellation' })).toHaveLength(1)
  expect(first.status()).toEqual(idle)
})

it('a user who leaves before the screen is drawn finds it signed out', async () => {
  const plugin = await fetchPlugin()
  let say: (user: null) => void = () => undefined
  const onSessionChange: Host['onSessionChange'] = (listener) => {
    say = listener
    return () => undefined
  }
  mountScreen(createTestHost({ onSessionChange }), plugin)
  say(null)
  expect(await screen.findByRole('alert')).toHaveTextContent('You are signed out')
  expect(screen.queryByLabelText('Upload CSV')).toBeNull()
})

it('of two screens the one whose host spoke last has the user who is signed in', async () => {
  const plugin = await fetchPlugin()
  const first = mountScreen(createTestHost(), plugin)
  mountScreen(createTestHost(), plugin)
  first.update(createTestHost({ user: { id: 'another', tenant: 'acme' } }))
  await screen.findByLabelText('Upload CSV')
  const [own, other] = document.querySelectorAll('main')
  expect(own).not.toHaveTextContent('You are signed out')
  expect(other).toHaveTextContent('You are signed out')
})

it('a screen whose modules cannot be evaluated says so, unless it was unmounted', async () => {
  const element = document.body.appendChild(document.createElement('main'))
  const open = (name: string) =>
    openLater(
      Promise.reject(new Error('a module is broken')),
      setStage(element, name),
      name,
      createTestHost(),
    )
  await open('gone').unmount()
  expect(element).toBeEmptyDOMElement()
  const handle = open('here')
  expect(await screen.findByRole('alert')).toHaveTextContent('a module is broken')
  await handle.unmount()
  expect(element).toBeEmptyDOMElement()
})
