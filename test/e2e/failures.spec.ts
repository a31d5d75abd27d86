import type { Page } from '@playwright/test'
import { createPretendOms } from '../../mocks/oms'
import { expect, headline, startCancellation, test, uploadCsv, writeSheet } from '../support/browser'
import { writeWorkbook } from '../support/workbook'

const ids = ['1253231242', '1253231259', '1253231276']
const createOms = () => createPretendOms({ subOrders: ids.map((id) => ({ id })) })

/** Mounts again with a changed host. The change is JavaScript, since the page makes its functions. */
async function mountWith(page: Page, change: string): Promise<void> {
  await page.evaluate(`screenHandle.unmount().then(() => { screenHandle = mountScreen(${change}) })`)
}

async function waitForScreen(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Download sample CSV' })).toBeVisible()
}

for (const [what, change, says] of [
  ['a contract that is too old', "{ contract: '0.9.0' }", 'The portal is older: update it.'],
  ['a contract that is too new', "{ contract: '2.0.0' }", 'The portal is newer: deploy a newer plugin.'],
  ['a contract that is no version', '{ contract: {} }', 'host.contract is missing.'],
  ['no client', '{ api: undefined }', 'host.api.request is missing'],
  ['nobody signed in', '{ user: undefined }', 'host.user needs an id and a tenant'],
] as const) {
  test(`a host with ${what} gets a calm screen, and a right host starts the screen`, async ({
    page,
    hosts,
  }) => {
    await hosts.openPlain(createOms())
    await waitForScreen(page)
    await mountWith(page, change)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('Sub-Order Cancellation cannot start in this portal')
    await expect(alert).toContainText(says)
    await mountWith(page, '{}')
    await waitForScreen(page)
  })
}

test('a host whose can() throws allows nothing, and says so', async ({ page, hosts }) => {
  await hosts.openPlain(createOms())
  await waitForScreen(page)
  await mountWith(page, "{ can() { throw new Error('no session') } }")
  await expect(page.getByRole('alert')).toContainText('You may not cancel sub-orders')
  await uploadCsv(page, writeSheet(ids))
  await expect(page.getByRole('button', { name: 'Start Cancellation' })).toBeDisabled()
})

test('a host whose onEvent throws loses its audit, but no run', async ({ page, hosts }) => {
  await hosts.openPlain(createOms())
  await waitForScreen(page)
  await mountWith(page, "{ onEvent() { throw new Error('audit is down') } }")
  await uploadCsv(page, writeSheet(ids))
  await startCancellation(page)
  await expect(headline(page, 'All 3 sub-orders are cancelled')).toBeVisible()
})

for (const [what, request, says] of [
  [
    'throws before it sends',
    "() => { throw new Error('no client') }",
    'The connection was lost. Check your network, then press Continue.',
  ],
  [
    'answers with nothing of an answer',
    '() => Promise.resolve(42)',
    "The portal's client gave no readable answer. Tell your portal team, then press Continue.",
  ],
] as const) {
  test(`a client that ${what} pauses the run after one call`, async ({ page, hosts }) => {
    await hosts.openPlain(createOms())
    await waitForScreen(page)
    await mountWith(page, `{ api: { request: ${request} } }`)
    await uploadCsv(page, writeSheet(ids))
    await startCancellation(page)
    await expect(headline(page, 'Paused after 1 of 3')).toBeVisible()
    await expect(page.getByText(says)).toBeVisible()
  })
}

test('an old page keeps working after a release: its files are still there, or the page says what to do', async ({
  page,
  hosts,
  context,
}) => {
  const buffer = Buffer.from(
    writeWorkbook({
      sheets: [{ name: 'Orders', rows: [['Increff Sub Order ID'], ...ids.map((id) => [id])] }],
    }),
  )
  const choose = () =>
    page.getByLabel('Upload CSV').setInputFiles({ name: 'orders.xlsx', mimeType: '', buffer })
  let isGone = true
  const loaded: string[] = []
  page.on('response', (response) => loaded.push(response.url()))
  await hosts.openPlain(createOms())
  await waitForScreen(page)
  // The release before is gone, and with it the files not fetched yet: the worker's script and the reader of workbooks.
  const known = new Set(loaded)
  await context.route('**/*.js', (route) =>
    isGone && !known.has(route.request().url()) ? route.fulfill({ status: 404, body: '' }) : route.continue(),
  )
  await choose()
  const refused = page
    .getByRole('alert')
    .filter({ hasText: 'The part of this screen that reads such files could not be loaded' })
  await expect(refused).toContainText('orders.xlsx')
  await uploadCsv(page, writeSheet(ids), 'orders.csv')
  await expect(refused).toContainText('orders.csv')
  isGone = false
  await uploadCsv(page, writeSheet(ids), 'orders.csv')
  await expect(headline(page, '3 sub-orders ready')).toBeVisible()
  await choose()
  await expect(page.getByText('orders.xlsx').first()).toBeVisible()
  await expect(headline(page, '3 sub-orders ready')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('the portal says that the remote is out of reach, and a reload brings the screen', async ({
  page,
  hosts,
  context,
  faults,
}) => {
  await context.route('**/*.js', (route) =>
    /remoteEntry|plugin/.test(route.request().url()) ? route.abort() : route.continue(),
  )
  await hosts.openShell(createOms())
  await page.getByRole('menuitem', { name: 'Sub-Order Cancellation' }).click()
  await expect(page.getByRole('alert')).toContainText('Sub-Order Cancellation cannot be loaded')
  await expect(page.getByRole('alert')).toContainText('Nothing was sent.')
  await context.unroute('**/*.js')
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await waitForScreen(page)
  // The federation's runtime reports a remote that it cannot reach; that is the host's console to fill.
  faults.splice(0)
})
