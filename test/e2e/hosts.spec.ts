import type { Page } from '@playwright/test'
import { createPretendOms, type PretendOms } from '../../mocks/oms'
import { createGate, held, reply } from '../../mocks/script'
import type { SubOrderData } from '../../mocks/subOrders'
import { expect, readRows, startCancellation, test, uploadCsv } from '../support/browser'
import { readHostStyles } from '../support/hostStyles'

const ids = Array.from({ length: 25 }, (_, index) => String(1253231242 + index * 17))
const at = (index: number) => ids[index] ?? ''
const csv = `Increff Sub Order ID\r\n${ids.join('\r\n')}\r\n`
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/** The special ones among the 25 sub-orders; all others are cancelled. */
const specials: Readonly<Record<number, Omit<SubOrderData, 'id'>>> = {
  2: { status: 'CANCELLED' },
  5: { invoiced: true },
  9: { items: [{ skuId: '8647326934', ordered: 2, inPicklist: 1 }] },
  14: { channelRefuses: true },
}
const missing = at(19)

function createSubOrder(id: string, index: number): SubOrderData {
  return { id, ...specials[index] }
}

function createOms(): PretendOms {
  const subOrders = ids.map(createSubOrder).filter(({ id }) => id !== missing)
  return createPretendOms({ subOrders })
}

/** Row, ID, status and message of all 25, as the table must show them at the end. */
function expectRows(): string[][] {
  const said: Readonly<Record<number, readonly [string, string]>> = {
    2: ['SUCCESS', 'already cancelled'],
    5: ['ERROR', 'Sub order is invoiced, cancellation is not allowed'],
    9: ['ERROR', 'Quantity is in processing, picklist is released'],
    14: ['ERROR', 'Channel rejected the cancellation'],
    19: ['ERROR', `Sub order ${missing} does not exist`],
  }
  return ids.map((id, index) => [String(index + 2), id, ...(said[index] ?? ['SUCCESS', ''])])
}

/** Checks that the calls went out in file order, one at a time, each with a key of its own. */
function expectOrderlyCalls(oms: PretendOms): void {
  expect(oms.calls.map((call) => [call.method, call.path, call.body, call.inFlight])).toEqual(
    ids.map((id) => ['PUT', `orders/${id}/cancel`, {}, 1]),
  )
  const keys = oms.calls.map((call) => call.idempotencyKey ?? '')
  expect(keys.filter((key) => !UUID.test(key))).toEqual([])
  expect(new Set(keys).size).toBe(ids.length)
}

async function doTheJob(page: Page, oms: PretendOms): Promise<void> {
  await uploadCsv(page, csv)
  await startCancellation(page)
  await expect.poll(() => oms.calls.length).toBe(ids.length)
  await expect.poll(() => readRows(page, /./)).toEqual(expectRows())
}

test('a plain page without React does the whole job', async ({ page, hosts }) => {
  const oms = createOms()
  await hosts.openPlain(oms)
  await doTheJob(page, oms)
  expectOrderlyCalls(oms)
  expect(await page.evaluate(() => window.screenHandle.status())).toEqual({
    phase: 'idle',
    done: 25,
    total: 25,
  })
})

test('a refused call that was not processed is sent again with the same key', async ({ page, hosts }) => {
  const oms = createOms()
  oms.script(at(3), [reply(429, undefined, { 'retry-after': '1' })])
  await hosts.openPlain(oms)
  await uploadCsv(page, csv)
  await startCancellation(page)
  await expect.poll(() => oms.calls.length).toBe(26)
  await expect.poll(() => readRows(page, /./)).toEqual(expectRows())
  const both = oms.calls.filter((call) => call.subOrderId === at(3))
  expect(both.map((call) => call.answered)).toEqual([429, 200])
  expect(new Set(both.map((call) => call.idempotencyKey)).size).toBe(1)
})

test('unmounting leaves nothing of ours in the page, and the run is there again on the next mount', async ({
  page,
  hosts,
}) => {
  const oms = createOms()
  const gate = createGate()
  oms.script(at(10), [held(gate.opened)])
  await hosts.openPlain(oms)
  await uploadCsv(page, csv)
  await startCancellation(page)
  await expect.poll(() => oms.calls.length).toBe(11)

  await page.evaluate(() => window.screenHandle.unmount())
  const left = await page.evaluate(() => ({
    place: document.getElementById('place')?.innerHTML,
    body: [...document.body.children].map((element) => element.tagName),
    styles: [...document.querySelectorAll('style, link[rel=stylesheet]')].map((element) => element.outerHTML),
    onRoot: [...document.documentElement.attributes, ...document.body.attributes].map(({ name }) => name),
  }))
  expect(left).toEqual({ place: '', body: ['MAIN', 'SCRIPT'], styles: [], onRoot: ['lang'] })

  gate.open()
  await expect.poll(() => oms.calls.length).toBe(25)
  await page.evaluate(() => {
    window.screenHandle = window.mountScreen()
  })
  await expect.poll(() => readRows(page, /./)).toEqual(expectRows())
  expectOrderlyCalls(oms)
})

test('a host on React 18.3 and antd 5 does the whole job and keeps its own styles', async ({
  page,
  hosts,
}) => {
  const oms = createOms()
  await hosts.openShell(oms)
  const before = await readHostStyles(page)
  await page.getByRole('menuitem', { name: 'Sub-Order Cancellation' }).click()
  await doTheJob(page, oms)
  const during = await readHostStyles(page)
  await page.getByRole('menuitem', { name: 'Dashboard' }).click()
  await page.getByRole('heading', { name: 'Dashboard' }).waitFor()
  const after = await readHostStyles(page)

  expectOrderlyCalls(oms)
  expect(during).toEqual(before)
  expect(after).toEqual(before)
})

test('in the portal a run goes on under another menu, with its progress in the header', async ({
  page,
  hosts,
}) => {
  const oms = createOms()
  const gate = createGate()
  oms.script(at(10), [held(gate.opened)])
  await hosts.openShell(oms)
  await page.getByRole('menuitem', { name: 'Sub-Order Cancellation' }).click()
  await uploadCsv(page, csv)
  await startCancellation(page)
  await expect.poll(() => oms.calls.length).toBe(11)

  await page.getByRole('menuitem', { name: 'Dashboard' }).click()
  await expect(page.getByRole('button', { name: 'Cancelling 10 / 25' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Cancel Sub-Orders' })).toHaveCount(0)
  gate.open()
  await expect.poll(() => oms.calls.length).toBe(25)
  await expect(page.getByRole('button', { name: /Cancelling/ })).toHaveCount(0)

  await page.getByRole('menuitem', { name: 'Sub-Order Cancellation' }).click()
  await expect.poll(() => readRows(page, /./)).toEqual(expectRows())
  expectOrderlyCalls(oms)
})

test('the portal draws and gates its menu entry before it loads any script of the plugin', async ({
  page,
  hosts,
}) => {
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await hosts.openShell(createOms())
  await expect(page.getByRole('menuitem', { name: 'Sub-Order Cancellation' })).toBeVisible()
  expect(loaded.filter((path) => /remoteEntry|federation|mf-manifest/.test(path))).toEqual([])

  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('button', { name: 'Arjun Rao, Viewer' }).click()
  await page.getByRole('heading', { name: 'Dashboard' }).waitFor()
  await expect(page.getByRole('menuitem', { name: 'Sub-Order Cancellation' })).toHaveCount(0)
})
