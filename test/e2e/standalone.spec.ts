import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { findScenario, type Scenario } from '../../mocks/scenarios'
import {
  confirmStart,
  expect,
  headline,
  readRows,
  startCancellation,
  test,
  uploadCsv,
} from '../support/browser'
import { expectResults, writeBytes } from '../support/expectedFiles'

/** Neither the pace nor the pretend OMS makes the test wait. */
const FAST = 'callsPerMinute=600000&latencyMs=0'

async function save(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return download
}

async function readSaved(download: Download): Promise<{ name: string; bytes: Buffer }> {
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** Saves the scenario's own sheet from the dev bar, and uploads that file from the disk. */
async function uploadReadySheet(page: Page, label: 'sub-orders.csv' | 'line-items.csv'): Promise<void> {
  const download = await save(page, () => page.getByRole('link', { name: label }).click())
  const path = test.info().outputPath(download.suggestedFilename())
  await download.saveAs(path)
  await page.getByLabel('Upload CSV').setInputFiles(path)
}

/** Drops a file on an element of the page. */
async function dropFile(page: Page, text: string, name: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([content, fileName]) => {
      const data = new DataTransfer()
      data.items.add(new File([content], fileName, { type: 'text/csv' }))
      return data
    },
    [text, name] as const,
  )
  await page.getByText('Drop it here, or click to choose it').dispatchEvent('drop', { dataTransfer })
}

/** The header and the first rows of a sheet. */
function cutSheet(csv: string, rows: number): string {
  return csv
    .split('\r\n')
    .slice(0, rows + 1)
    .join('\r\n')
}

test('all well: the sheet of the scenario is cancelled to its end', async ({ page, hosts }) => {
  const scenario = findScenario('all-well')
  await hosts.openStandalone(`?scenario=all-well&${FAST}`)
  await uploadReadySheet(page, 'sub-orders.csv')
  await startCancellation(page)
  await expect(headline(page, 'All 148 sub-orders are cancelled')).toBeVisible({ timeout: 50_000 })
  const saved = await readSaved(
    await save(page, () => page.getByRole('button', { name: 'Download all results' }).click()),
  )
  expect(saved).toEqual({
    name: 'all-well-sub-orders-results.csv',
    bytes: writeBytes(expectResults(scenario, 'sub-orders', 'all')),
  })
})

for (const kind of ['sub-orders', 'line-items'] as const) {
  test(`some refused, ${kind}: the error CSV holds the refused rows, byte for byte`, async ({
    page,
    hosts,
  }) => {
    const scenario = findScenario('some-refused')
    await hosts.openStandalone(`?scenario=some-refused&${FAST}`)
    if (kind === 'line-items') await page.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
    await uploadReadySheet(page, `${kind}.csv`)
    await startCancellation(page)
    await expect(
      headline(page, /^\d+ of 147 sub-orders are cancelled$|^Line items cancelled in \d+ of 147 sub-orders$/),
    ).toBeVisible({ timeout: 50_000 })
    const saved = await readSaved(
      await save(page, () => page.getByRole('link', { name: 'Download Error CSV' }).click()),
    )
    const records = expectResults(scenario, kind, 'failed')
    expect(saved).toEqual({ name: `some-refused-${kind}-errors.csv`, bytes: writeBytes(records) })
    await page.getByLabel('Upload CSV').setInputFiles({ ...saved, mimeType: 'text/csv', buffer: saved.bytes })
    await expect(headline(page, /ready$/)).toBeVisible()
    const ids = new Set(records.slice(1).map(([id]) => id))
    await expect(page.getByRole('table', { name: /^Sub-orders/ })).toHaveAttribute(
      'aria-rowcount',
      String(ids.size + 1),
    )
  })
}

for (const kind of ['sub-orders', 'line-items'] as const) {
  test(`session expires, ${kind}: after signing in again, Continue finishes the rest`, async ({
    page,
    hosts,
  }) => {
    const scenario: Scenario = findScenario('session-expires')
    const csv = kind === 'sub-orders' ? scenario.subOrdersCsv : scenario.lineItemsCsv
    await hosts.openStandalone(`?scenario=session-expires&theme=dark&${FAST}`)
    if (kind === 'line-items') await page.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
    await dropFile(page, cutSheet(csv, 40), 'dropped.csv')
    await startCancellation(page)
    await expect(headline(page, /^Paused after 20 of \d+$/)).toBeVisible({ timeout: 30_000 })
    await expect
      .poll(async () => {
        const statuses = (await readRows(page, /^Sub-orders/)).map((cells) => cells.at(-2))
        return [statuses.filter((status) => status === 'SUCCESS').length, [...new Set(statuses)]]
      })
      .toEqual([20, ['SUCCESS', 'NOT SENT']])

    await page.getByRole('button', { name: 'Sign in again' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(
      headline(page, /^All \d+ sub-orders are cancelled$|^Line items cancelled in (\d+) of \1 sub-orders$/),
    ).toBeVisible({ timeout: 30_000 })
    await expect
      .poll(async () => [...new Set((await readRows(page, /^Sub-orders/)).map((cells) => cells.at(-2)))])
      .toEqual(['SUCCESS'])
  })
}

test('a single sub-order is cancelled, and a second time it goes out only on purpose', async ({
  page,
  hosts,
}) => {
  await hosts.openStandalone(`?scenario=all-well&${FAST}`)
  await page.getByRole('radio', { name: 'Single Sub-Order' }).check()
  const field = page.getByRole('textbox', { name: 'Increff Sub Order ID' })
  const result = page.getByRole('status').filter({ hasText: '1253231242' })
  for (const said of [/SUCCESS/, /NOT SENT\s*Skipped: cancelled in the run of 1253231242, /]) {
    await field.fill('1253231242')
    await field.press('Enter')
    await confirmStart(page)
    await expect(result).toHaveText(said)
  }
  await page.getByRole('button', { name: 'Cancel again anyway' }).click()
  await expect(result).toHaveText(/SUCCESS\s*already cancelled/)
})

test('the samples and the issues are saved byte for byte', async ({ page, hosts }) => {
  await hosts.openStandalone(`?${FAST}`)
  const readSample = async () =>
    readSaved(await save(page, () => page.getByRole('button', { name: 'Download sample CSV' }).click()))
  expect(await readSample()).toEqual({
    name: 'sub-orders-sample.csv',
    bytes: writeBytes([['Increff Sub Order ID'], ['EXAMPLE']]),
  })
  await page.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
  expect(await readSample()).toEqual({
    name: 'line-items-sample.csv',
    bytes: writeBytes([
      ['Sub Order ID', 'Increff SKU ID', 'Quantity'],
      ['EXAMPLE', '8647326934', '2'],
    ]),
  })
  await uploadCsv(
    page,
    'Sub Order ID;Increff SKU ID;Quantity;Note\r\n=1+1;86;2;"a ""b"""\r\n00123;86;2;ü\r\n',
    'lines.csv',
  )
  const issues = await readSaved(
    await save(page, () => page.getByRole('button', { name: 'Download skipped rows' }).click()),
  )
  const advice = '"=1+1" contains "=" and "+". IDs have only letters, digits, "_", "." and "-".'
  expect(issues).toEqual({
    name: 'lines-issues.csv',
    bytes: writeBytes(
      [
        ['Sub Order ID', 'Increff SKU ID', 'Quantity', 'Note', 'Row', 'Issue Code', 'Issue'],
        ["'=1+1", '86', '2', 'a "b"', '2', 'INVALID_ID', advice],
      ],
      ';',
    ),
  })
})

test('the language is chosen in the bar, and stands in the address', async ({ page, hosts }) => {
  await hosts.openStandalone()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('हिन्दी')
  await expect(page.getByRole('heading', { level: 1, name: 'सब-ऑर्डर रद्दीकरण' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'सब-ऑर्डर रद्दीकरण' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('العربية')
  await expect(page.locator('[dir=rtl]').getByText('Sub-Order Cancellation')).toBeVisible()
})
