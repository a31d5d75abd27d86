import { executed, reply } from '../../mocks/script'
import { headline, readRows, startCancellation, uploadCsv, writeSheet } from '../support/browser'
import { saveFiveIds } from '../support/fiveDownloads'
import { readJournal } from '../support/readJournal'
import { createIds } from '../support/runOver'
import { click, expect, FAST, test } from '../support/standTest'

test('a past run opens with its table and downloads, and Close deletes it', async ({ page, openStand }) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(3)
  stand.oms.script(ids[1] ?? '', [reply(400, { code: 'BAD_DATA', message: 'Order is locked' })])
  stand.oms.script(ids[2] ?? '', [executed(reply(503))])
  await uploadCsv(page, writeSheet(ids), 'monday.csv')
  await startCancellation(page)
  await expect(headline(page, '1 of 3 sub-orders is cancelled')).toBeVisible()
  await page.reload()
  const history = page.getByRole('region', { name: 'Past runs' })
  await expect(history.getByText('monday.csv')).toBeVisible()
  await expect(history.getByText('1 cancelled · 1 error · 1 unconfirmed')).toBeVisible()
  await expect(history.getByText(/Priya Nair/)).toBeVisible()
  await history.getByRole('button', { name: /^Open monday\.csv/ }).click()
  await expect(headline(page, /1 of 3 sub-orders is cancelled|1 done/)).toBeVisible()
  await expect
    .poll(async () => (await readRows(page, 'Sub-orders')).map((cells) => cells.slice(1, 3)))
    .toEqual([
      [ids[0], 'SUCCESS'],
      [ids[1], 'ERROR'],
      [ids[2], 'UNKNOWN'],
    ])
  expect(await saveFiveIds(page)).toEqual({
    success: [ids[0]],
    error: [ids[1]],
    unknown: [ids[2]],
    remaining: [],
    skipped: [],
  })
  await click(page, 'Close')
  await expect(page.getByText('monday.csv')).toHaveCount(0)
  await expect.poll(async () => (await readJournal(page)).runs).toEqual([])
  expect(stand.received.length).toBe(3)
})

test('sub-orders that an earlier run cancelled are skipped with the name of that run, and sent only once the user includes them', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(5)
  await uploadCsv(page, writeSheet(ids.slice(0, 2)), 'monday.csv')
  await startCancellation(page)
  await expect(headline(page, 'All 2 sub-orders are cancelled')).toBeVisible()
  await page.reload()
  await uploadCsv(page, writeSheet(ids), 'tuesday.csv')
  await expect(headline(page, '3 sub-orders ready')).toBeVisible()
  await expect(page.getByText(/2 were already cancelled in an earlier run \(monday\.csv, /)).toBeVisible()
  await startCancellation(page)
  await expect.poll(() => stand.received.map(({ subOrderId }) => subOrderId)).toEqual(ids)
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0)
  await expect
    .poll(async () => (await readRows(page, 'Sub-orders')).map((cells) => cells.slice(2)))
    .toEqual([
      ['NOT SENT', expect.stringMatching(/^Skipped: cancelled in the run of monday\.csv, /)],
      ['NOT SENT', expect.stringMatching(/^Skipped: cancelled in the run of monday\.csv, /)],
      ['SUCCESS', ''],
      ['SUCCESS', ''],
      ['SUCCESS', ''],
    ])
  expect(await saveFiveIds(page)).toEqual({
    success: ids.slice(2),
    error: [],
    unknown: [],
    remaining: [],
    skipped: ids.slice(0, 2),
  })

  await page.reload()
  await uploadCsv(page, writeSheet(ids.slice(0, 1)), 'on purpose.csv')
  await expect(page.getByRole('button', { name: 'Start Cancellation' })).toBeDisabled()
  await page.getByLabel('Cancel them again').check()
  await startCancellation(page)
  await expect(
    headline(page, 'All 1 sub-order').or(headline(page, /is cancelled|are cancelled/)),
  ).toBeVisible()
  expect(stand.received.length).toBe(6)
  await expect
    .poll(async () => (await readRows(page, 'Sub-orders'))[0]?.slice(2))
    .toEqual(['SUCCESS', 'already cancelled'])
})
