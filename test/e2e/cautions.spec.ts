import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { confirmStart, headline, startCancellation, uploadCsv } from '../support/browser'
import { click, expect, FAST, test } from '../support/standTest'
import { writeRowsXml } from '../xlsx/readAll'

const ids = Array.from({ length: 30 }, (_, index) => String(1253231242 + index))
const csv = `Increff Sub Order ID\r\n${[...ids, '12-Jan', '2-Sep', '30'].join('\r\n')}\r\n`

async function saveAll(page: Page): Promise<string[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), click(page, 'Download all results')])
  return (await readFile(await download.path(), 'utf8')).replace('\ufeff', '').trimEnd().split('\r\n')
}

const DATES = '2 IDs look like dates'
const UNLIKE = '1 ID is unlike the rest'

test('the user decides about odd rows before the start, and the downloads show the decision', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  await uploadCsv(page, csv)
  await expect(headline(page, '33 sub-orders ready')).toBeVisible()
  const start = page.getByRole('button', { name: 'Start Cancellation' })
  await expect(start).toBeDisabled()
  await expect(start).toHaveAccessibleDescription(/^Decide about 2 kinds of odd rows below first/)
  await page.getByRole('region', { name: DATES }).getByRole('button', { name: 'Send them' }).click()
  await expect(start).toHaveAccessibleDescription(/^Decide about the odd rows below first/)
  await page.getByRole('region', { name: UNLIKE }).getByRole('button', { name: 'Leave them out' }).click()
  await expect(headline(page, '32 sub-orders ready')).toBeVisible()
  await start.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('2 IDs that look like dates: sent on purpose')
  await expect(dialog).toContainText('1 ID unlike the rest: left out')
  await confirmStart(page)
  await expect(headline(page, 'All 32 sub-orders are cancelled')).toBeVisible()
  expect(stand.received.map(({ subOrderId }) => subOrderId)).toEqual([...ids, '12-Jan', '2-Sep'])
  const [header, first, ...others] = await saveAll(page)
  expect([header, first, ...others.slice(-3)]).toEqual([
    'Increff Sub Order ID,Caution,Status,Error Code,Error Message',
    '1253231242,,SUCCESS,,',
    '12-Jan,LOOKS_LIKE_DATE (sent),SUCCESS,,',
    '2-Sep,LOOKS_LIKE_DATE (sent),SUCCESS,,',
    '30,UNLIKE_THE_REST (left out),NOT SENT,LEFT_OUT,Left out: it is unlike the other IDs. It is not sent.',
  ])
})

test('rows that are filtered out in a workbook are left out', async ({ page, openStand }) => {
  const stand = await openStand({ settings: FAST })
  const rows = ids
    .slice(0, 4)
    .map((id, index) => `<row r="${index + 2}"${index === 1 ? ' hidden="1"' : ''}><c><v>${id}</v></c></row>`)
  const header = '<row r="1"><c t="inlineStr"><is><t>Sub Order ID</t></is></c></row>'
  const buffer = Buffer.from(writeRowsXml(header + rows.join('')))
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.getByLabel('Upload CSV').setInputFiles({ name: 'orders.xlsx', mimeType, buffer })
  await expect(headline(page, '3 sub-orders ready')).toBeVisible()
  await expect(page.getByRole('region', { name: '1 row is hidden in the workbook' })).toContainText(
    '1 left out',
  )
  await startCancellation(page)
  await expect(headline(page, 'All 3 sub-orders are cancelled')).toBeVisible()
  expect(stand.received.map(({ subOrderId }) => subOrderId)).toEqual([ids[0], ids[2], ids[3]])
})
