import { expect, it, jest } from '@jest/globals'
import { screen } from '@testing-library/dom'
import type { Plugin } from '../../src/host/contract'
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
  const handle = mountScreen(createTestHost(), plugin)
  handle.update(createTestHost({ can: () => false }))
  expect(handle.status()).toEqual(idle)
  expect(plugin.status()).toEqual(idle)
  expect(await screen.findByRole('alert')).toHaveTextContent('You may not cancel sub-orders')
  handle.update(createTestHost())
  expect(await screen.findByLabelText('Upload CSV')).toBeEnabled()
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
