import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { reply } from '../../mocks/script'
import { headline, readRows, startCancellation, uploadCsv } from '../support/browser'
import { saveFiveIds } from '../support/fiveDownloads'
import { click, expect, FAST, findResent, test } from '../support/standTest'

const records = [
  '1253231242,a',
  '1.25323E+09,b',
  '1253231242,c',
  '"1253231250, 1253231251",d',
  '1253231242,e',
  'Total,f',
]
const csv = `Increff Sub Order ID,Note\r\n${records.join('\r\n')}\r\n`
const sent = ['1253231242', '1253231243', '1253231250', '1253231251']

async function saveAll(page: Page): Promise<string[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), click(page, 'Download all results')])
  return (await readFile(await download.path(), 'utf8')).replace('\ufeff', '').trimEnd().split('\r\n')
}

/** Fixes one ID, drops all duplicates, and splits the cell with two IDs. */
async function editSheetOnScreen(page: Page): Promise<void> {
  await uploadCsv(page, csv)
  await page.getByRole('button', { name: /^Edit Increff Sub Order ID of row 3\b/ }).click()
  await page.getByRole('textbox', { name: 'Increff Sub Order ID of row 3' }).fill('1253231243')
  await page.keyboard.press('Enter')
  await expect(headline(page, '2 sub-orders ready')).toBeVisible()
  await page.getByRole('button', { name: /^Duplicates/ }).click()
  await click(page, 'Remove all 2 duplicates')
  await page.getByRole('button', { name: /Split into 2 rows/ }).click()
  await expect(headline(page, '4 sub-orders ready')).toBeVisible()
}

const results = [
  'Increff Sub Order ID,Note,Uploaded As,Status,Error Code,Error Message',
  '1253231242,a,,SUCCESS,,',
  '1253231243,b,1.25323E+09,SUCCESS,,',
  '1253231242,c,,NOT SENT,DROPPED_ROW,You removed this row. It is not sent.',
  '1253231250,d,"1253231250, 1253231251",SUCCESS,,',
  '1253231251,d,"1253231250, 1253231251",SUCCESS,,',
  '1253231242,e,,NOT SENT,DROPPED_ROW,You removed this row. It is not sent.',
  expect.stringMatching(/^Total,f,,NOT SENT,INVALID_ID,/),
]

test('edited rows are sent as edited, and downloads say what was uploaded', async ({ page, openStand }) => {
  const stand = await openStand({ settings: FAST })
  await editSheetOnScreen(page)
  await startCancellation(page)
  await expect(headline(page, 'All 4 sub-orders are cancelled')).toBeVisible()
  expect(stand.received.map(({ subOrderId }) => subOrderId)).toEqual(sent)
  expect(await saveAll(page)).toEqual(results)
  expect(await saveFiveIds(page)).toEqual({
    success: sent,
    error: [],
    unknown: [],
    remaining: [],
    skipped: ['1253231242', '1253231242', 'Total'],
  })
})

test('a run over an edited sheet that is cut off comes back with its edits, and so it does with the file chosen again', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  await editSheetOnScreen(page)
  const barrier = await stand.arm(page, { point: 'processed', nth: 2 })
  await startCancellation(page)
  await barrier.reached
  await page.reload()
  barrier.release()
  await expect(headline(page, '1 done, 1 unconfirmed, 2 not sent')).toBeVisible()
  await expect
    .poll(async () => (await readRows(page, 'Sub-orders')).map(([, id]) => id?.trim().split(/\s/)[0]))
    .toEqual(sent)
  await uploadCsv(page, csv)
  await expect(page.getByText('Your extra columns are back in the downloads.')).toBeVisible()
  await click(page, 'Continue')
  await expect(headline(page, '3 of 4 sub-orders are cancelled')).toBeVisible()
  expect(findResent(stand)).toEqual([])
  const saved = await saveAll(page)
  expect(saved.toSpliced(2, 1)).toEqual(results.toSpliced(2, 1))
  expect(saved[2]).toMatch(/^1253231243,b,1\.25323E\+09,UNKNOWN,/)
})

test('the error CSV of an edited sheet is uploaded again as it is', async ({ page, openStand }) => {
  const stand = await openStand({ settings: FAST })
  stand.oms.script('1253231243', [reply(400, { code: 'BAD_DATA', message: 'Locked' })])
  await editSheetOnScreen(page)
  await startCancellation(page)
  await expect(headline(page, /3 of 4/)).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText('Download Error CSV').click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toBe(
    '\ufeffIncreff Sub Order ID,Note,Uploaded As,Status,Error Code,Error Message\r\n1253231243,b,1.25323E+09,ERROR,BAD_DATA,Locked\r\n',
  )
  await uploadCsv(page, text, 'again.csv')
  await expect(headline(page, '1 sub-order ready')).toBeVisible()
  await expect
    .poll(async () => (await readRows(page, 'Sub-orders')).map(([row, id]) => [row, id]))
    .toEqual([['2', '1253231243']])
})
