import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { createPretendOms, type PretendOms } from '../../mocks/oms'
import { confirmStart, expect } from '../support/browser'
import { finishAnimations, readHostStyles } from '../support/hostStyles'
import type { HostCase } from './cases'
import { readVersion } from './describeBuild'
import type { Holdings } from './watchPage'

/** One host's page with the screen, and what was true of it before the screen came. */
export interface Stage {
  readonly page: Page
  readonly host: HostCase
  readonly oms: PretendOms
  readonly before: Awaited<ReturnType<typeof readSurroundings>>
}

export type Promises = Readonly<Record<string, (stage: Stage) => Promise<void>>>

const first = (page: Page) => page.locator('#first')
const second = (page: Page) => page.locator('#second')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const refused = 'Sub order is invoiced, cancellation is not allowed'
const isIn = 'Quantity is in processing, picklist is released'

/** Row 4 cannot be read, and three of the others are refused; the ones after them are for single calls. */
const sheet =
  'Increff Sub Order ID,Note\r\n7001,a\r\n7002,"b, c"\r\n7,003,d\r\n7004,\r\n7005,e\r\n0007006,f\r\n'
const lineSheet =
  'Sub Order ID,Increff SKU ID,Quantity\r\n7101,11,1\r\n7101,12,2\r\n7102,11,1\r\n7103,,1\r\n7104,11,1\r\n'

export function createOms(): PretendOms {
  const items = [
    { skuId: '11', ordered: 2 },
    { skuId: '12', ordered: 2 },
  ]
  return createPretendOms({
    subOrders: [
      { id: '7001' },
      { id: '7002', invoiced: true },
      { id: '7004', items: [{ skuId: '11', ordered: 1, inPicklist: 1 }] },
      { id: '0007006' },
      { id: '7011' },
      { id: '7012', invoiced: true },
      { id: '7101', items },
      { id: '7102', items, invoiced: true },
      { id: '7104', items },
    ],
  })
}

/** Of the page outside the screen's two places: its markup, its own styles, and what it shares. */
export async function readSurroundings(page: Page) {
  return {
    styles: await readHostStyles(page),
    markup: await readMarkup(page),
    shared: await readShared(page),
  }
}

/** Without scripts and their preloads: those of a remote stay where the loader put them, and do nothing more. */
async function readMarkup(page: Page): Promise<string> {
  await finishAnimations(page)
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    // antd 4 keeps the ripple of its own buttons so.
    const ripple = 'ant-click-animating-without-extra-node'
    for (const element of copy.querySelectorAll(`[${ripple}]`)) element.removeAttribute(ripple)
    const passing = 'script, link[rel*=preload], style[rc-util-key=antd-wave]'
    for (const element of copy.querySelectorAll(passing)) element.remove()
    return copy.outerHTML
  })
}

/** Packages and versions of each share scope of the host. */
function readShared(page: Page): Promise<[string, string, string[]][]> {
  return page.evaluate(() =>
    Object.entries(window.readShareScopes() ?? {}).flatMap(([scope, packages]) =>
      Object.entries(packages).map(([name, versions]): [string, string, string[]] => [
        scope,
        name,
        Object.keys(versions),
      ]),
    ),
  )
}

/** Listeners that stay for good, one of each however often the screen is opened, and take no reference of the screen along. */
const keptListeners = [
  // React: one for each copy of it and document, from the first root on.
  'HTMLDocument selectionchange',
  // antd's dialog, when it is loaded: where the last click was, to open from there.
  'HTMLHtmlElement click',
]

/** The timer that lets a saved file's memory go, a minute after the download: the browser reads it some time after the click. */
const KEPT_TIMER = 'setTimeout 60000'

async function readHoldings(page: Page): Promise<Holdings> {
  const { timers, ...rest } = await page.evaluate(() => window.readHoldings())
  return { ...rest, timers: timers.filter((timer) => timer !== KEPT_TIMER) }
}

async function start(page: Page, place: Locator): Promise<void> {
  await place.getByRole('button', { name: 'Start Cancellation' }).click()
  await confirmStart(page)
}

function upload(place: Locator, name: string, text: string): Promise<void> {
  return place
    .getByLabel('Upload CSV')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })
}

/** The rows of the table of sub-orders, without the first `skip` columns. */
function readTable(place: Locator, skip = 0): Promise<string[][]> {
  return place
    .getByRole('table', { name: /^Sub-orders/ })
    .locator('tbody tr')
    .evaluateAll(
      (rows, from) =>
        rows.map((row) => [...row.querySelectorAll('td')].slice(from).map((cell) => cell.innerText)),
      skip,
    )
}

async function saveErrors(page: Page): Promise<string> {
  const link = first(page).getByRole('link', { name: 'Download Error CSV' })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return readFile(await download.path(), 'utf8')
}

async function cancelSingle(page: Page, place: Locator, id: string, said: string): Promise<void> {
  await place.getByRole('tab', { name: 'Cancel Sub-Orders' }).click()
  await place.getByRole('radio', { name: 'Single Sub-Order' }).check()
  await place.getByRole('textbox', { name: 'Increff Sub Order ID' }).fill(id)
  await place.getByRole('button', { name: 'Submit' }).click()
  await confirmStart(page)
  await expect(place.getByText(said, { exact: true }).first()).toBeVisible()
}

/** Each is a column of the table of hosts. They are tried in this order, on one page. */
export const promises = {
  'sub-orders by CSV': async ({ page, host, oms }) => {
    if (host.react) {
      await expect(page.locator('#react-version')).toHaveText(readVersion(`react-${host.react}`))
    }
    await press(page, 'Open screen')
    await upload(first(page), 'sheet.csv', sheet)
    await start(page, first(page))
    await expect.poll(() => oms.calls.length).toBe(5)
    await expect
      .poll(() => readTable(first(page)))
      .toEqual([
        ['2', '7001', 'SUCCESS', ''],
        ['3', '7002', 'ERROR', refused],
        ['5', '7004', 'ERROR', isIn],
        ['6', '7005', 'ERROR', 'Sub order 7005 does not exist'],
        ['7', '0007006', 'SUCCESS', ''],
      ])
    expect(oms.calls.map(({ path }) => path)).toEqual(
      ['7001', '7002', '7004', '7005', '0007006'].map((id) => `orders/${id}/cancel`),
    )
  },
  'error CSV': async ({ page }) => {
    const said = [
      'Increff Sub Order ID,Note,Status,Error Code,Error Message',
      `7002,"b, c",ERROR,BAD_DATA,"${refused}"`,
      `7004,,ERROR,BAD_DATA,"${isIn}"`,
      '7005,e,ERROR,BAD_DATA,Sub order 7005 does not exist',
    ]
    expect(await saveErrors(page)).toBe(`\ufeff${said.join('\r\n')}\r\n`)
  },
  'single sub-order': async ({ page, oms }) => {
    await cancelSingle(page, first(page), '7011', 'SUCCESS')
    expect(oms.effects.at(-1)?.subOrderId).toBe('7011')
  },
  'line items by CSV': async ({ page, oms }) => {
    const place = first(page)
    await place.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
    await upload(place, 'lines.csv', lineSheet)
    await start(page, place)
    await expect
      .poll(() => readTable(place))
      .toEqual([
        ['7101', '2', '3', 'SUCCESS', ''],
        ['7102', '1', '1', 'ERROR', refused],
        ['7104', '1', '1', 'SUCCESS', ''],
      ])
    expect(oms.calls.slice(-3).map(({ body }) => body)).toEqual([
      {
        orderItems: [
          { skuId: '11', cancelledQuantity: 1 },
          { skuId: '12', cancelledQuantity: 2 },
        ],
      },
      { orderItems: [{ skuId: '11', cancelledQuantity: 1 }] },
      { orderItems: [{ skuId: '11', cancelledQuantity: 1 }] },
    ])
  },
  'two at once': async ({ page, oms }) => {
    await press(page, 'Open second')
    await expect(second(page).getByRole('tab', { name: 'Cancel Sub-Orders' })).toBeVisible()
    await press(page, 'Close screen')
    await expect(first(page)).toBeEmpty()
    const calls = oms.calls.length
    await cancelSingle(page, second(page), '7012', refused)
    expect(oms.calls.length).toBe(calls + 1)
    await press(page, 'Open screen')
    await expect(first(page).getByText(refused, { exact: true }).first()).toBeVisible()
  },
  'host’s styles': async ({ page, before }) => {
    expect(await readHostStyles(page)).toEqual(before.styles)
    await press(page, 'Switch theme')
    expect(await readHostStyles(page)).toEqual(before.styles)
    await press(page, 'Switch theme')
  },
  'share scope': async ({ page, host, before }) => {
    const own = host.react ? [['default', 'react', [readVersion(`react-${host.react}`)]]] : []
    const isFederated = !host.bundler.endsWith('script tag')
    const shared = await readShared(page)
    expect(shared).toEqual(before.shared)
    // Vite's federation shares React's JSX runtime along with it.
    expect(shared.filter(([, name]) => name !== 'react/jsx-runtime')).toEqual(isFederated ? own : [])
  },
  'nothing left': async ({ page, oms, before }) => {
    await press(page, 'Close screen')
    await press(page, 'Close second')
    await page.mouse.move(1439, 899)
    await expect.poll(() => readMarkup(page)).toBe(before.markup)
    expect(await readHostStyles(page)).toEqual(before.styles)
    const calls = oms.calls.length
    await expect
      .poll(() => readHoldings(page))
      .toEqual({ listeners: keptListeners, timers: [], requests: [] })
    expect(await page.evaluate(() => window.callsOut)).toBe(0)
    expect(oms.calls.length).toBe(calls)
  },
} satisfies Promises
