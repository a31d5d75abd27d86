import type { Page } from '@playwright/test'
import { createPretendOms } from '../../mocks/oms'
import { BASE_PATH } from '../../mocks/requests'
import { confirmStart, expect, headline, startCancellation, test, uploadCsv } from '../support/browser'

// Chromium logs each 4xx and 5xx with its address.
const CHROMIUM = 'Failed to load resource'

const lines = [
  'Sub Order ID,Increff SKU ID,Quantity',
  '1253232242,8647326934,2',
  '1253232242,8647326935,1',
  '1253232259,8647326934,1',
  '1253232259,8647326934,1',
]
const wholes = ['Increff Sub Order ID', '1253231242', '1253231259', '1.25323E+09', '1253231999']

const createOms = () =>
  createPretendOms({
    subOrders: ['1253231242', '1253231259', '1253232242'].map((id) => ({
      id,
      items: [
        { skuId: '8647326934', ordered: 2 },
        { skuId: '8647326935', ordered: 2 },
      ],
    })),
  })

/** Collects all violations of the page's policy from now on, by any script. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const violations: string[] = []
    Object.assign(window, { violations })
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      violations.push(`${violatedDirective} ${blockedURI} ${sample}`)
    })
  })
  return () => page.evaluate(() => (window as unknown as { violations: string[] }).violations)
}

/** Collects all calls by scripts of the page, and all lines of the console. */
function listen(page: Page): { readonly calls: string[]; readonly said: string[] } {
  const calls: string[] = []
  const said: string[] = []
  page.on('request', (request) => {
    const isCall = ['fetch', 'xhr', 'ping', 'eventsource', 'websocket'].includes(request.resourceType())
    if (isCall) calls.push(new URL(request.url()).pathname)
  })
  page.on('console', (message) => said.push(message.text()))
  return { calls, said }
}

async function save(page: Page, role: 'button' | 'link', name: string): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole(role, { name, exact: true }).click(),
  ])
  expect((await download.path()).length).toBeGreaterThan(0)
}

test('the whole job violates no strict policy, makes no call of its own, and logs no ID', async ({
  page,
  hosts,
}) => {
  const readViolations = await watchPolicy(page)
  const { calls, said } = listen(page)
  const oms = createOms()
  await hosts.openPlain(oms, { isStrict: true })
  await save(page, 'button', 'Download sample CSV')
  await uploadCsv(page, wholes.join('\r\n'))
  await save(page, 'button', 'Download skipped rows')
  await page.getByRole('button', { name: 'Start Cancellation' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Go back' }).click()
  await startCancellation(page)
  await expect(headline(page, '2 of 3 sub-orders are cancelled')).toBeVisible()
  await save(page, 'link', 'Download Error CSV')
  await save(page, 'button', 'Download all results')

  await page.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
  await uploadCsv(page, lines.join('\r\n'))
  await page.getByRole('link', { name: '1253232242' }).click()
  await expect(page.getByRole('dialog').getByRole('row', { name: /8647326935/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await startCancellation(page)
  await expect(headline(page, /cancelled/)).toBeVisible()

  await page.getByRole('tab', { name: 'Cancel Sub-Orders' }).click()
  await page.getByText('Single Sub-Order').click()
  await page.getByRole('textbox', { name: 'Increff Sub Order ID' }).fill('1253231555')
  await page.getByRole('button', { name: 'Submit' }).click()
  await confirmStart(page)
  await expect(page.getByText('ERROR', { exact: true })).toBeVisible()
  expect(await readViolations()).toEqual([])
  // The page's own calls, and the calls of the host's client.
  expect(calls).toEqual(['/config.json', ...oms.calls.map(({ path }) => `${BASE_PATH}${path}`)])
  expect(said.filter((text) => /125323|864732/.test(text) && !text.startsWith(CHROMIUM))).toEqual([])
})
