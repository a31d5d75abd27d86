import type { Page } from '@playwright/test'
import { createGate, dropped, hanging, held, reply } from '../../mocks/script'
import { headline, readRows, startCancellation, uploadCsv, writeSheet } from '../support/browser'
import { createIds } from '../support/runOver'
import type { Stand } from '../support/stand'
import { click, expect, FAST, READS, test } from '../support/standTest'

/** Short enough that no test needs to wait. */
const IMPATIENT = { ...FAST, answerTimeoutMs: 300 }

const readStatuses = async (page: Page) => (await readRows(page, 'Sub-orders')).map(([, , status]) => status)

const countCalls = ({ received }: Stand, id = '') =>
  received.filter(({ subOrderId }) => subOrderId === id).length

async function start(page: Page, ids: readonly string[], name?: string): Promise<void> {
  await uploadCsv(page, writeSheet(ids), name)
  await startCancellation(page)
}

async function cancelOne(page: Page, id: string): Promise<void> {
  await page.getByRole('radio', { name: 'Single Sub-Order' }).check()
  await page.getByRole('textbox', { name: 'Increff Sub Order ID' }).fill(id)
  await click(page, 'Submit')
  await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByText('SUCCESS')).toBeVisible()
}

test('a tick for one row includes no other row that is cancelled by hand afterwards', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(4)
  await start(page, ids.slice(0, 1), 'monday.csv')
  await expect(headline(page, 'The sub-order is cancelled')).toBeVisible()
  await page.reload()
  const gate = createGate()
  stand.oms.script(ids[0] ?? '', [held(gate.opened)])
  await uploadCsv(page, writeSheet(ids), 'tuesday.csv')
  await page.getByLabel('Cancel them again').check()
  await startCancellation(page)
  await expect.poll(() => countCalls(stand, ids[0])).toBe(2)
  await click(page, 'Stop')
  gate.open()
  await expect(headline(page, 'Stopped after 1 of 4')).toBeVisible()
  await cancelOne(page, ids[2] ?? '')
  await page.getByRole('radio', { name: 'Multiple Sub-Orders' }).check()
  await click(page, 'Continue')
  await expect(page.getByText('An earlier run has already handled the next sub-order.')).toBeVisible()
  await click(page, 'Continue')
  await expect.poll(() => readStatuses(page)).toEqual(['SUCCESS', 'SUCCESS', 'NOT SENT', 'SUCCESS'])
  expect({
    calls: ids.map((id) => countCalls(stand, id)),
    effects: stand.oms.effects.length,
  }).toEqual({ calls: [2, 1, 1, 1], effects: 4 })
})

test('the late 200 of a call wins over "was not cancelled", and nothing is sent while it may still come', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: IMPATIENT })
  const [id = '', next = ''] = createIds(2)
  const gate = createGate()
  stand.oms.script(id, [held(gate.opened)])
  await start(page, [id, next])
  await expect.poll(() => readStatuses(page)).toEqual(['UNKNOWN', 'SUCCESS'])
  await page.getByRole('button', { name: `Was not cancelled: ${id}` }).click()
  await expect.poll(() => readStatuses(page)).toEqual(['NOT SENT', 'SUCCESS'])
  await click(page, 'Continue')
  await expect(page.getByText('An earlier call may still be answered')).toBeVisible()
  gate.open()
  await expect.poll(() => readStatuses(page)).toEqual(['SUCCESS', 'SUCCESS'])
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toHaveCount(0)
  expect({ calls: countCalls(stand, id), effects: stand.oms.effects.length }).toEqual({
    calls: 1,
    effects: 2,
  })
})

test('a repeat that is answered "still being processed" is UNKNOWN, and a row that was UNKNOWN keeps its key for ever', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: { ...FAST, repeatIsSafe: true }, honoursIdempotencyKey: true })
  const [id = '', next = ''] = createIds(2)
  const inProgress = {
    code: 'IDEMPOTENCY_CONFLICT',
    message: 'A request with this Idempotency-Key is still being processed',
  }
  const packed = { code: 'BAD_DATA', message: 'Sub order is packed' }
  stand.oms.script(id, [dropped, reply(409, inProgress), reply(400, packed)])
  await start(page, [id, next])
  await expect(headline(page, 'Paused after 1 of 2')).toBeVisible()
  await click(page, 'Send again')
  await expect.poll(() => countCalls(stand, id)).toBe(2)
  await expect(page.getByRole('button', { name: 'Send again' })).toBeEnabled()
  await expect.poll(() => readStatuses(page)).toEqual(['UNKNOWN', 'NOT SENT'])
  await click(page, 'Send again')
  await expect(page.getByText(/It was sent again and refused \(Sub order is packed\)/).first()).toBeVisible()
  await expect.poll(() => readStatuses(page)).toEqual(['UNKNOWN', 'NOT SENT'])
  expect({
    keys: new Set(stand.received.filter((call) => call.subOrderId === id).map(({ key }) => key)).size,
    retry: await page.getByRole('button', { name: 'Retry failed' }).count(),
  }).toEqual({ keys: 1, retry: 0 })
})

/** A page that sends holds a lock: the browser gives it back a moment after the page was closed. */
const countSendingPages = (page: Page) =>
  page.evaluate(async () => {
    const locks = await navigator.locks.query()
    return locks.held?.filter(({ name }) => name?.includes(' page ')).length ?? 0
  })

test('a call that is out in one tab keeps its row closed in the other, until that tab is gone', async ({
  page,
  context,
  openStand,
}) => {
  const stand = await openStand({ settings: { ...IMPATIENT, ...READS } })
  const [id = '', next = ''] = createIds(2)
  stand.oms.script(id, [hanging])
  await start(page, [id, next])
  await expect.poll(() => readStatuses(page)).toEqual(['UNKNOWN', 'SUCCESS'])
  const second = await context.newPage()
  await second.clock.install()
  await second.goto(stand.url)
  await second.getByRole('button', { name: /^Open sheet\.csv/ }).click()
  await expect.poll(() => readStatuses(second)).toEqual(['UNKNOWN', 'SUCCESS'])
  await second.clock.fastForward('04:00')
  await click(second, 'Check unknown')
  await expect(second.getByText('a call has not come back yet and may still be delivered')).toBeVisible()
  await second.getByRole('button', { name: `Was not cancelled: ${id}` }).click()
  await click(second, 'Continue')
  await expect(second.getByText('An earlier call may still be answered')).toBeVisible()
  expect(countCalls(stand, id)).toBe(1)
  const sending = await countSendingPages(second)
  await page.close()
  await expect.poll(() => countSendingPages(second)).toBe(sending - 1)
  await click(second, 'Continue')
  await expect.poll(() => countCalls(stand, id)).toBe(2)
})
