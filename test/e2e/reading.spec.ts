import type { Page } from '@playwright/test'
import { createPretendOms } from '../../mocks/oms'
import {
  expect,
  headline,
  readRows,
  startCancellation,
  test,
  uploadCsv,
  writeSheet,
} from '../support/browser'
import { wrapRows, writeWorkbook } from '../support/workbook'

const ids = Array.from({ length: 12 }, (_, index) => String(1253231242 + index))
const createOms = () => createPretendOms({ subOrders: ids.map((id) => ({ id })) })

async function expectIds(page: Page): Promise<void> {
  await expect.poll(async () => (await readRows(page, 'Sub-orders')).map(([, id]) => id)).toEqual(ids)
}

function watchWorkers(page: Page): string[] {
  const addresses: string[] = []
  page.on('worker', (worker) => addresses.push(worker.url().split(':')[0] ?? ''))
  return addresses
}

test('a sheet is read in a worker, though the remote lies on another origin', async ({ page, hosts }) => {
  const workers = watchWorkers(page)
  await hosts.openPlain(createOms())
  await uploadCsv(page, writeSheet(ids))
  await expectIds(page)
  expect(workers).toEqual(['blob'])
})

test('under a policy without blobs a sheet is read on the page, and no script offends the policy', async ({
  page,
  hosts,
}) => {
  const workers = watchWorkers(page)
  await page.addInitScript(() => {
    Object.assign(window, { violations: [] })
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      if (!/^(?:script|worker|child|default)-src/.test(violatedDirective)) return
      ;(window as unknown as { violations: string[] }).violations.push(`${violatedDirective} ${blockedURI}`)
    })
  })
  const oms = createOms()
  await hosts.openPlain(oms, { isStrict: true })
  await uploadCsv(page, writeSheet(ids))
  await expectIds(page)
  await startCancellation(page)
  await expect.poll(() => oms.calls.length).toBe(ids.length)
  await expect(headline(page, /12/)).toBeVisible()
  expect(workers).toEqual([])
  expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([])
})

test('a sheet is read on the page where the script of the worker is gone', async ({
  page,
  hosts,
  context,
}) => {
  await context.route('**/sheetWorker.*.js', (route) => route.abort())
  await hosts.openPlain(createOms())
  await uploadCsv(page, writeSheet(ids))
  await expectIds(page)
})

test('500 cells that are copied from a spreadsheet are pasted onto the screen, and cancelled', async ({
  page,
  hosts,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const copied = Array.from({ length: 499 }, (_, index) => String(1_253_240_000 + index))
  const oms = createPretendOms({ subOrders: copied.map((id) => ({ id })), delayMs: 0 })
  await hosts.openPlain(oms, { settings: { callsPerMinute: 1e6 } })
  await expect(page.getByRole('button', { name: 'Paste from Excel' })).toBeVisible()
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    `${['Increff Sub Order ID', ...copied].join('\r\n')}\r\n`,
  )
  await page.keyboard.press('Control+V')
  await expect(headline(page, '499 sub-orders ready')).toBeVisible()
  await startCancellation(page)
  await expect(headline(page, 'All 499 sub-orders are cancelled')).toBeVisible({ timeout: 40_000 })
  expect(oms.effects.map(({ subOrderId }) => subOrderId)).toEqual(copied)
})

test('a workbook of 10,000 rows opens, and its reader is not fetched before', async ({ page, hosts }) => {
  const many = Array.from({ length: 10_000 }, (_, index) => 1_253_000_000 + index)
  const rows = [['Increff Sub Order ID', 'Note'], ...many.map((id) => [id, 'a note'])]
  const buffer = Buffer.from(writeWorkbook({ sheets: [{ name: 'Orders', rows }] }))
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.push(new URL(request.url()).pathname)
  })
  await hosts.openPlain(createOms())
  await uploadCsv(page, writeSheet(ids))
  await expectIds(page)
  const before = new Set(scripts)
  await page.getByLabel('Upload CSV').setInputFiles({ name: 'orders.xlsx', mimeType: '', buffer })
  await expect(page.getByRole('table', { name: 'Sub-orders' })).toHaveAttribute('aria-rowcount', '10001')
  const after = scripts.filter((script) => !before.has(script))
  expect(after.length).toBeGreaterThan(0)
})

/** A workbook of some kilobytes, whose cells are small in the file and large once they are read. */
function writeBomb(cell: string, parts: Readonly<Record<string, string>>): Buffer {
  const header = ['Sub Order ID', 'Increff SKU ID', 'Quantity'].map((text) => `<c t="str"><v>${text}</v></c>`)
  const rows = `<row>${header.join('')}</row>${`<row>${cell.repeat(3)}</row>`.repeat(20_000)}`
  return Buffer.from(
    writeWorkbook({
      sheets: [{ name: 'S', rows: [] }],
      parts: { ...parts, 'xl/worksheets/sheet1.xml': wrapRows(rows) },
    }),
  )
}

const bombs = [
  {
    what: 'one long text in all cells',
    file: writeBomb('<c t="s"><v>0</v></c>', {
      'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>`,
    }),
    said: 'The cells of the worksheet hold more than 134,217,728 characters together',
  },
  {
    what: 'endless number formats',
    file: writeBomb('<c s="7"><v>1</v></c>', {
      'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'0'.repeat(20_000)}"/></numFmts><cellXfs>${'<xf numFmtId="164"/>'.repeat(2000)}</cellXfs></styleSheet>`,
    }),
    said: 'The number format of a cell in row 2 has more than 255 characters',
  },
]

for (const { what, file, said } of bombs) {
  for (const isStrict of [false, true]) {
    test(`a workbook of ${what} is refused while a run goes on (on the page itself: ${isStrict})`, async ({
      page,
      hosts,
    }) => {
      const oms = createOms()
      await hosts.openPlain(oms, { isStrict })
      await uploadCsv(page, writeSheet(ids))
      await startCancellation(page)
      await expect.poll(() => oms.calls.length).toBeGreaterThan(0)
      await page.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
      const input = page
        .getByRole('tabpanel', { name: 'Cancel Sub-order Line Items' })
        .getByLabel('Upload CSV')
      await input.setInputFiles({ name: 'orders.xlsx', mimeType: '', buffer: file })
      await expect(page.getByText(said)).toBeVisible()
      await page.getByRole('tab', { name: 'Cancel Sub-Orders' }).click()
      await expect(headline(page, /All 12/)).toBeVisible()
      expect(oms.effects.map(({ subOrderId }) => subOrderId)).toEqual(ids)
    })
  }
}
