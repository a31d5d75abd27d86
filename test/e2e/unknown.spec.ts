import type { Page } from '@playwright/test'
import { asUsual, createGate, dropped, executed, hanging, held, reply } from '../../mocks/script'
import { findContradictions } from '../kill/killSession'
import { headline, readRows, startCancellation, uploadCsv, writeSheet } from '../support/browser'
import { saveFiveIds } from '../support/fiveDownloads'
import { createIds } from '../support/runOver'
import type { Stand } from '../support/stand'
import { click, expect, FAST, findResent, READS, test } from '../support/standTest'

const readStatuses = async (page: Page) => (await readRows(page, 'Sub-orders')).map(([, , status]) => status)

async function start(page: Page, ids: readonly string[]): Promise<void> {
  await uploadCsv(page, writeSheet(ids))
  await startCancellation(page)
}

/** Runs to the end by hand. The server acts on the given cancel, and its answer is lost with the connection. */
async function loseAnswer(page: Page, stand: Stand, ids: readonly string[], lost: number): Promise<void> {
  stand.oms.script(ids[lost] ?? '', [executed(dropped)])
  await start(page, ids)
  await expect(headline(page, `Paused after ${lost + 1} of ${ids.length}`)).toBeVisible()
}

test('an answer that is lost with its connection is UNKNOWN, and Check unknown finds out that the server has acted', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: { ...FAST, ...READS } })
  const ids = createIds(4)
  await loseAnswer(page, stand, ids, 1)
  await expect.poll(() => readStatuses(page)).toEqual(['SUCCESS', 'UNKNOWN', 'NOT SENT', 'NOT SENT'])
  await click(page, 'Check unknown')
  await expect(page.getByText('Checked: 1 settled.')).toBeVisible()
  await expect.poll(() => readStatuses(page)).toEqual(['SUCCESS', 'SUCCESS', 'NOT SENT', 'NOT SENT'])
  await click(page, 'Continue')
  await expect(headline(page, 'All 4 sub-orders are cancelled')).toBeVisible()
  expect(findResent(stand)).toEqual([])
  expect(await findContradictions(page, stand, ids)).toEqual([])
})

test('an open sub-order stays UNKNOWN as long as its call may still arrive', async ({ page, openStand }) => {
  const stand = await openStand({ settings: { ...FAST, ...READS } })
  const ids = createIds(3)
  stand.oms.script(ids[0] ?? '', [dropped])
  await start(page, ids)
  await expect(headline(page, '2 of 3 sub-orders are cancelled')).toBeVisible()
  await click(page, 'Check unknown')
  await expect(page.getByRole('button', { name: 'Stop checking' })).toBeVisible()
  await expect
    .poll(() => stand.oms.calls.filter(({ path }) => path === `orders/${ids[0]}`).length)
    .toBeGreaterThan(0)
  await expect.poll(() => readStatuses(page)).toEqual(['UNKNOWN', 'SUCCESS', 'SUCCESS'])
  // The call arrives after all, and a look finds its effect.
  stand.oms.put({ id: ids[0] ?? '', status: 'CANCELLED' })
  await click(page, 'Stop checking')
  await click(page, 'Check unknown')
  await expect.poll(() => readStatuses(page)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS'])
})

test('Send again is there only where the host says that a repeat is safe, and repeats the call with its key', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: { ...FAST, repeatIsSafe: true }, honoursIdempotencyKey: true })
  const ids = createIds(3)
  await loseAnswer(page, stand, ids, 1)
  await expect(page.getByRole('button', { name: 'Check unknown' })).toHaveCount(0)
  await page.reload()
  await expect(
    headline(page, '1 done, 1 unconfirmed, 1 not sent').or(headline(page, /^Paused/)),
  ).toBeVisible()
  await click(page, 'Send again')
  await expect(page.getByText('1 sub-order is unconfirmed')).toHaveCount(0)
  await expect.poll(() => stand.received.length).toBe(3)
  const calls = stand.received.filter(({ subOrderId }) => subOrderId === ids[1])
  expect(calls.length).toBe(2)
  expect(new Set(calls.map(({ key }) => key)).size).toBe(1)
  await click(page, 'Continue')
  await expect(headline(page, 'All 3 sub-orders are cancelled')).toBeVisible()
  expect(stand.oms.effects.length).toBe(3)
})

test('without reads and repeats the operator says how each call ended, with name and time, and an open sub-order is sent with its old key', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(4)
  stand.oms.script(ids[0] ?? '', [executed(reply(503))])
  stand.oms.script(ids[1] ?? '', [reply(503)])
  await start(page, ids)
  await expect(headline(page, '2 of 4 sub-orders are cancelled')).toBeVisible()
  for (const name of ['Check unknown', 'Send again'])
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  await page.getByRole('button', { name: `Was cancelled: ${ids[0]}` }).click()
  await page.getByRole('button', { name: `Was not cancelled: ${ids[1]}` }).click()
  await expect.poll(() => readStatuses(page)).toEqual(['SUCCESS', 'NOT SENT', 'SUCCESS', 'SUCCESS'])
  await expect
    .poll(async () => (await readRows(page, 'Sub-orders'))[0]?.[3])
    .toMatch(/^marked as cancelled by Priya Nair, /)
  await page.reload()
  await page.getByRole('button', { name: /^Open sheet\.csv/ }).click()
  await expect.poll(() => readStatuses(page)).toEqual(['SUCCESS', 'NOT SENT', 'SUCCESS', 'SUCCESS'])
  await click(page, 'Continue')
  await expect(headline(page, 'All 4 sub-orders are cancelled')).toBeVisible()
  const calls = stand.received.filter(({ subOrderId }) => subOrderId === ids[1])
  expect(calls.length).toBe(2)
  expect(new Set(calls.map(({ key }) => key)).size).toBe(1)
  expect(
    stand.events.flatMap((event) =>
      event.type === 'outcome' && event.by === 'person' ? [[event.subOrderId, event.outcome]] : [],
    ),
  ).toEqual([
    [ids[0], 'cancelled'],
    [ids[1], 'not-cancelled'],
  ])
})

test('an answer that comes after its time-out settles the row by itself', async ({ page, openStand }) => {
  const stand = await openStand({ settings: { ...FAST, answerTimeoutMs: 300 } })
  const ids = createIds(3)
  const gate = createGate()
  stand.oms.script(ids[0] ?? '', [held(gate.opened)])
  stand.oms.script(ids[1] ?? '', [hanging])
  stand.oms.script(ids[2] ?? '', [asUsual])
  await start(page, ids)
  await expect.poll(() => readStatuses(page)).toEqual(['UNKNOWN', 'UNKNOWN', 'SUCCESS'])
  gate.open()
  await expect.poll(() => readStatuses(page)).toEqual(['SUCCESS', 'UNKNOWN', 'SUCCESS'])
  expect(await saveFiveIds(page)).toEqual({
    success: [ids[0], ids[2]],
    error: [],
    unknown: [ids[1]],
    remaining: [],
    skipped: [],
  })
})
