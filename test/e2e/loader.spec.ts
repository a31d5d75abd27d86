import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { builtFolders } from '../../mocks/build'
import { type RunningServer, serveFolders } from '../../mocks/serveFolders'
import { expect, test } from '../support/browser'

/** The loader, as a portal's developer copies it from the page for hosts. */
async function readLoader(): Promise<string> {
  const readme = await readFile(join(import.meta.dirname, '../../docs/hosting.md'), 'utf8')
  const loader = /```js\n(async function loadReviewed[\s\S]*?)```/.exec(readme)?.[1]
  if (!loader) throw new Error('The page shows no loadReviewed')
  return loader
}

async function loadReviewed(page: Page, remote: string): Promise<string> {
  const manifest = await readFile(join(builtFolders.plugin, 'oms-plugin.json'), 'utf8')
  return page.evaluate(
    `(async () => {
      ${await readLoader()}
      return loadReviewed(${JSON.stringify(remote)}, ${manifest}).then(() => typeof subOrderCancellation, (error) => error.name)
    })()`,
  )
}

/** From the loaded release to its first heading. */
const MOUNT = `(async () => {
  await subOrderCancellation.init({})
  const { plugin } = (await subOrderCancellation.get('./plugin'))()
  const user = { id: 'priya.nair', tenant: 'acme-retail' }
  plugin.mount(document.body, { contract: '1.0.0', user, locale: 'en', api: { request: () => Promise.reject(new Error('none')) } })
  for (;;) {
    const heading = document.querySelector('h1')
    if (heading) return heading.textContent
    await new Promise(requestAnimationFrame)
  }
})()`

let remote: RunningServer

test.beforeEach(async ({ page }) => {
  remote = await serveFolders({ folders: [builtFolders.plugin] })
  await page.goto(`${remote.url}/mf-manifest.json`)
})

test.afterEach(() => remote.close())

test('the loader refuses a release that gives the page other bytes than the reviewer', async ({
  page,
  context,
  faults,
}) => {
  await context.route('**/__federation_expose_plugin*.js', (route) =>
    route.request().resourceType() === 'script'
      ? route.fulfill({ body: 'window.isForeign = true' })
      : route.continue(),
  )
  expect(await loadReviewed(page, remote.url)).not.toBe('object')
  expect(await page.evaluate('typeof isForeign')).toBe('undefined')
  expect(faults.filter((fault) => !/integrity/.test(fault))).toEqual([])
  faults.splice(0)
})

test('the loader of docs/hosting.md loads what was reviewed, and refuses a release of which one byte was changed', async ({
  page,
  context,
  faults,
}) => {
  const { files } = JSON.parse(await readFile(join(builtFolders.plugin, 'oms-plugin.json'), 'utf8')) as {
    files: Record<string, string>
  }
  for (const file of Object.keys(files)) {
    const bytes = await readFile(join(builtFolders.plugin, file))
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await context.route(`**/${file}`, (route) => route.fulfill({ body: bytes }))
    expect([file, await loadReviewed(page, remote.url)]).toEqual([file, 'TypeError'])
    expect(await page.evaluate('typeof subOrderCancellation')).toBe('undefined')
    await context.unroute(`**/${file}`)
  }
  expect(await loadReviewed(page, remote.url)).toBe('object')
  // Chromium reports each refused file, perhaps late.
  await expect.poll(() => faults.length).toBe(2 * Object.keys(files).length)
  expect(faults.filter((fault) => !/integrity/.test(fault))).toEqual([])
  faults.splice(0)

  // All scripts are here with their hashes: the screen fetches none without.
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  const heading = await page.evaluate(MOUNT)
  expect([heading, fetched]).toEqual(['Sub-Order Cancellation', []])
})
