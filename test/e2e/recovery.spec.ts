import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { executed, reply } from '../../mocks/script'
import { findContradictions } from '../kill/killSession'
import { headline, readRows, startCancellation, uploadCsv, writeSheet } from '../support/browser'
import { saveFiveIds } from '../support/fiveDownloads'
import { readJournal } from '../support/readJournal'
import { createIds } from '../support/runOver'
import type { Stand } from '../support/stand'
import { click, expect, FAST, findResent, test } from '../support/standTest'

/** Starts a run, and reloads the page after the server has acted on a call and before its answer. */
async function cutOff(page: Page, stand: Stand, csv: string, nth: number): Promise<void> {
  await uploadCsv(page, csv)
  const barrier = await stand.arm(page, { point: 'processed', nth })
  await startCancellation(page)
  await barrier.reached
  await page.reload()
  barrier.release()
}

async function saveAll(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click(page, 'Download all results')])
  return readFile(await download.path(), 'utf8')
}

test('a run that is cut off at 60 of 200 is shown as it was, waits for a person, and is finished without a second call', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(200)
  await cutOff(page, stand, writeSheet(ids), 61)
  await expect(headline(page, '60 done, 1 unconfirmed, 139 not sent')).toBeVisible()
  await expect(page.getByText(/It will not resume until you press Continue\./)).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(stand.received.map(({ subOrderId }) => subOrderId)).toEqual(ids.slice(0, 61))
  expect(await findContradictions(page, stand, ids)).toEqual([])

  await click(page, 'Continue')
  await expect(headline(page, '199 of 200 sub-orders are cancelled')).toBeVisible()
  expect(stand.received.map(({ subOrderId }) => subOrderId)).toEqual(ids)
  expect(stand.oms.effects.map(({ subOrderId }) => subOrderId)).toEqual(ids)
  expect(await saveFiveIds(page)).toEqual({
    success: ids.toSpliced(60, 1),
    error: [],
    unknown: [ids[60]],
    remaining: [],
    skipped: [],
  })
})

test('table, filters and downloads of a run that was cut off come back from the journal alone', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(8)
  stand.oms.script(ids[1] ?? '', [reply(400, { code: 'BAD_DATA', message: 'Order is locked' })])
  stand.oms.script(ids[2] ?? '', [executed(reply(503))])
  await cutOff(page, stand, writeSheet([...ids.slice(0, 4), '1.25323E+09', ...ids.slice(4)]), 5)
  await expect(headline(page, '3 done, 2 unconfirmed, 3 not sent')).toBeVisible()
  await expect
    .poll(async () => (await readRows(page, 'Sub-orders')).map(([row, id, status]) => [row, id, status]))
    .toEqual(
      ids.map((id, index) => [
        String(index < 4 ? index + 2 : index + 3),
        id,
        ['SUCCESS', 'ERROR', 'UNKNOWN', 'SUCCESS', 'UNKNOWN'][index] ?? 'NOT SENT',
      ]),
    )
  await page.getByRole('textbox', { name: 'Search by ID' }).fill(ids[1] ?? '')
  await expect.poll(async () => (await readRows(page, 'Sub-orders')).map(([, id]) => id)).toEqual([ids[1]])
  expect(await saveFiveIds(page)).toEqual({
    success: [ids[0], ids[3]],
    error: [ids[1]],
    unknown: [ids[2], ids[4]],
    remaining: ids.slice(5),
    skipped: ['1.25323E+09'],
  })
})

test('all line items of a run that was cut off are there, and the rest is sent as planned', async ({
  page,
  openStand,
}) => {
  const ids = createIds(4)
  const items = ['8647326934', '8647326935'].map((skuId) => ({ skuId, ordered: 3 }))
  const stand = await openStand({ settings: FAST, subOrders: ids.map((id) => ({ id, items })) })
  const lines = ids.flatMap((id) => [`${id},8647326934,2`, `${id},8647326935,1`])
  await page.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
  await cutOff(page, stand, ['Sub Order ID,Increff SKU ID,Quantity', ...lines, ''].join('\r\n'), 2)
  await page.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
  await expect(headline(page, '1 done, 1 unconfirmed, 2 not sent')).toBeVisible()
  await click(page, 'Continue')
  await expect(headline(page, 'Line items cancelled in 3 of 4 sub-orders')).toBeVisible()
  const body = {
    orderItems: [
      { skuId: '8647326934', cancelledQuantity: 2 },
      { skuId: '8647326935', cancelledQuantity: 1 },
    ],
  }
  expect(stand.oms.calls.map(({ path, body: sent }) => [path, sent])).toEqual(
    ids.map((id) => [`orders/${id}/cancel-line-items`, body]),
  )
})

test('the same file chosen again brings the user’s own columns back to the downloads, and changes nothing else', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(4)
  const csv = ['Increff Sub Order ID,Reason', ...ids.map((id) => `${id},stock-out`), ''].join('\r\n')
  await cutOff(page, stand, csv, 2)
  const title = headline(page, '1 done, 1 unconfirmed, 2 not sent')
  await expect(title).toBeVisible()
  expect((await saveAll(page)).split('\r\n')[1]).toBe(`${ids[0]},SUCCESS,,`)
  await uploadCsv(page, csv, 'under another name.csv')
  await expect(page.getByText('Your extra columns are back in the downloads.')).toBeVisible()
  await expect(title).toBeVisible()
  expect((await saveAll(page)).split('\r\n').slice(0, 2)).toEqual([
    '\ufeffIncreff Sub Order ID,Reason,Status,Error Code,Error Message',
    `${ids[0]},stock-out,SUCCESS,,`,
  ])
  await click(page, 'Continue')
  await expect(headline(page, '3 of 4 sub-orders are cancelled')).toBeVisible()
  expect(findResent(stand)).toEqual([])
})

test('the audit gets every event of a run in order, over a reload in the middle of the run', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(6)
  await cutOff(page, stand, writeSheet(ids), 3)
  await click(page, 'Continue')
  await expect(headline(page, '5 of 6 sub-orders are cancelled')).toBeVisible()
  // Each event comes at least once. A repeated event has the same number.
  const first = stand.events.filter(
    ({ runId, sequence }, index) =>
      stand.events.findIndex((event) => event.runId === runId && event.sequence === sequence) === index,
  )
  expect(
    first.map((event) => [event.sequence, event.type, 'outcome' in event ? event.outcome : '', event.done]),
  ).toEqual([
    [1, 'run-started', '', 0],
    [2, 'outcome', 'cancelled', 1],
    [3, 'outcome', 'cancelled', 2],
    [4, 'outcome', 'unknown', 3],
    [5, 'run-paused', '', 3],
    [6, 'run-continued', '', 3],
    [7, 'outcome', 'cancelled', 4],
    [8, 'outcome', 'cancelled', 5],
    [9, 'outcome', 'cancelled', 6],
    [10, 'run-finished', '', 6],
  ])
  expect(new Set(first.map(({ runId }) => runId)).size).toBe(1)
  for (const event of stand.events) {
    expect(event).toEqual(first.find(({ sequence }) => sequence === event.sequence))
  }
})

test('the host gets an event afterwards that the page could not send before it went away', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: { callsPerMinute: 600 } })
  const ids = createIds(3)
  await uploadCsv(page, writeSheet(ids))
  // The outcome is on the disk, and its event was not sent.
  const barrier = await stand.arm(page, { point: 'between', nth: 1 })
  const session = await page.context().newCDPSession(page)
  await startCancellation(page)
  await barrier.reached
  // The page is not closed: a closed page may live for a moment, and send events.
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => undefined)
  await crashed
  const next = await page.context().newPage()
  barrier.release()
  expect(stand.events.map(({ sequence }) => sequence)).toEqual([1])
  await next.goto(stand.url)
  await expect(headline(next, '1 done, 2 not sent')).toBeVisible()
  // Events from before may come again, with the same number.
  expect([...new Set(stand.events.map(({ sequence }) => sequence))]).toEqual([1, 2, 3])
})

test('Close deletes a run that was cut off, and the ledger keeps what the run cancelled', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(4)
  await cutOff(page, stand, writeSheet(ids), 3)
  await click(page, 'Close')
  await expect(headline(page, /done/)).toHaveCount(0)
  const journal = await readJournal(page)
  expect({ ...journal, ledger: journal.ledger.map(({ standing }) => standing).sort() }).toEqual({
    name: journal.name,
    runs: [],
    plan: [],
    state: [],
    log: [],
    ledger: ['done', 'done', 'doubt'],
  })
  await page.reload()
  await expect(page.getByLabel('Upload CSV')).toBeAttached()
  await uploadCsv(page, writeSheet(ids))
  await startCancellation(page)
  await expect.poll(() => stand.received.length).toBe(4)
  expect(findResent(stand)).toEqual([])
})

test('a second reload after the first changes nothing', async ({ page, openStand }) => {
  const stand = await openStand({ settings: FAST })
  await cutOff(page, stand, writeSheet(createIds(5)), 3)
  const title = headline(page, '2 done, 1 unconfirmed, 2 not sent')
  await expect(title).toBeVisible()
  const before = await readJournal(page)
  await page.reload()
  await expect(title).toBeVisible()
  expect(await readJournal(page)).toEqual(before)
  expect(stand.received.length).toBe(3)
})
