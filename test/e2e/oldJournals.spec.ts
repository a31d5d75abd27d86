import type { Page } from '@playwright/test'
import { headline, readRows } from '../support/browser'
import { saveFiveIds } from '../support/fiveDownloads'
import { readJournal } from '../support/readJournal'
import { seedJournal } from '../support/seedJournal'
import type { Stand } from '../support/stand'
import { click, expect, FAST, findResent, test } from '../support/standTest'

const createIds = (count: number) => Array.from({ length: count }, (_, at) => String(8_000_000_001 + at))

/** Opens the page over a database of the first schema. */
async function openOver(page: Page, stand: Stand, fixture: string): Promise<void> {
  const gate = stand.holdPages()
  await page.reload()
  await seedJournal(page, fixture)
  gate.open()
}

const readReceived = ({ received }: Stand) => received.map(({ subOrderId }) => subOrderId)

test('a run of the first schema that was cut off is shown as it was, and goes on to its end without a second call', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(7)
  await openOver(page, stand, 'cut-off')
  await expect(headline(page, '3 done, 2 unconfirmed, 2 not sent')).toBeVisible()
  await expect(page.getByText(/It will not resume until you press Continue\./)).toBeVisible()
  const readStatuses = async () =>
    (await readRows(page, 'Sub-orders')).map(([row, id, status]) => [row, id, status])
  const write = (statuses: readonly string[]) =>
    statuses.map((status, index) => [String(index + 2), ids[index], status])
  const before = ['SUCCESS', 'SUCCESS', 'ERROR', 'UNKNOWN', 'UNKNOWN']
  await expect.poll(readStatuses).toEqual(write([...before, 'NOT SENT', 'NOT SENT']))
  await page.waitForLoadState('networkidle')
  expect(readReceived(stand)).toEqual([])

  await click(page, 'Continue')
  await expect(headline(page, '4 of 7 sub-orders are cancelled')).toBeVisible()
  await expect.poll(readStatuses).toEqual(write([...before, 'SUCCESS', 'SUCCESS']))
  expect(readReceived(stand)).toEqual(ids.slice(5))
  expect(await saveFiveIds(page)).toEqual({
    success: [...ids.slice(0, 2), ...ids.slice(5)],
    error: [ids[2]],
    unknown: ids.slice(3, 5),
    remaining: [],
    skipped: [],
  })
  const { state, runs } = await readJournal(page)
  expect([
    runs.map(({ phase }) => phase),
    state.map(({ standing }) => typeof standing === 'object' && standing.status),
  ]).toEqual([
    ['finished'],
    ['succeeded', 'succeeded', 'failed', 'unknown', 'unknown', 'succeeded', 'succeeded'],
  ])
})

test('a run of the first schema that included a sub-order of an earlier run asks again, and sends it once', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = [...createIds(5), '8000000009']
  await openOver(page, stand, 'included')
  await click(page, 'Continue')
  await expect(page.getByText('An earlier run has already handled the next sub-order.').first()).toBeVisible()
  expect(readReceived(stand)).toEqual([])
  await page.getByRole('checkbox', { name: /cancel them again/i }).check()
  await click(page, 'Continue')
  await expect(headline(page, '3 of 6 sub-orders are cancelled')).toBeVisible()
  expect([readReceived(stand), findResent(stand)]).toEqual([ids.slice(3), []])
})

test('a run of the second schema over an edited sheet goes on to its end, and sends nothing that was left out', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(9)
  await openOver(page, stand, 'second-edited')
  await expect(headline(page, '2 done, 2 unconfirmed, 3 not sent')).toBeVisible()
  await click(page, 'Continue')
  await expect(headline(page, '4 of 7 sub-orders are cancelled')).toBeVisible()
  expect(readReceived(stand)).toEqual(ids.slice(5, 8))
})
