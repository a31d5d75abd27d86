import type { Page } from '@playwright/test'
import { createPretendOms } from '../../mocks/oms'
import { hindi } from '../../src/texts/hindi'
import { createMessages } from '../../src/texts/messages'
import { findViolations } from '../support/axeViolations'
import { expect, test } from '../support/browser'
import { mountAnew } from '../support/mountAnew'
import { walkLanguage } from '../support/walkLanguage'

/** Texts that stay in Latin letters: names, statuses, codes, words of Excel and of keys, and uploaded texts. */
const LATIN =
  /\b(Increff Sub Order ID|Increff|SKU|IDs?|CSV|Excel|OMS|Text|Ctrl|SUCCESS|ERROR|UNKNOWN|SENDING|NOT SENT|[A-Z]+_[A-Z_]+|EXAMPLE|monday|lines|csv|XXL|SO|HTTP|am|pm|tenant|priya\.nair|Quantity is in processing, picklist is released|the order of|is closed)\b/g

/** All texts of the page for eyes and screen readers, except for the names that stay. */
async function readForeignWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll('#place *, [role=dialog], [role=dialog] *')].flatMap((element) => [
      ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
      ...(element.tagName === 'STYLE' ? [] : [...element.childNodes])
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent ?? ''),
    ]),
  )
  return texts.flatMap((text) => text.replace(LATIN, '').match(/[A-Za-z]{2,}.*/g) ?? [])
}

test('in Hindi axe finds nothing, and no English word is left', async ({ page, hosts }) => {
  const oms = createPretendOms({ knowsEveryId: true, delayMs: 1 })
  const found: string[] = []
  await hosts.openPlain(oms)
  await mountAnew(page, { locale: 'hi-IN' })
  await walkLanguage({
    page,
    oms,
    messages: createMessages('hi-IN', hindi),
    visit: async (state) => {
      const faults = [...(await findViolations(page)), ...(await readForeignWords(page))]
      found.push(...faults.map((fault) => `${state}: ${fault}`))
    },
  })
  expect(found).toEqual([])
})

test('from right to left axe finds nothing, nothing runs out of the page, and IDs read as they are', async ({
  page,
  hosts,
}) => {
  const oms = createPretendOms({ knowsEveryId: true, delayMs: 1 })
  const found: string[] = []
  await page.setViewportSize({ width: 390, height: 844 })
  await hosts.openPlain(oms)
  await mountAnew(page, { locale: 'ar-AE' })
  await walkLanguage({
    page,
    oms,
    messages: createMessages('ar-AE'),
    visit: async (state) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      const faults = [...(await findViolations(page)), ...(wide > 0 ? [`${wide} px too wide`] : [])]
      found.push(...faults.map((fault) => `${state}: ${fault}`))
    },
  })
  expect(found).toEqual([])
  // The drawer comes from the end of the line, and a SKU that begins with digits keeps its order.
  const drawer = page.getByRole('dialog')
  const place = await drawer.boundingBox()
  expect(place?.x).toBe(0)
  const sku = drawer.getByText('8647326935-XXL')
  const [first, last] = await sku.evaluate((cell) => {
    const text = cell.firstChild
    if (!text) throw new Error('The cell is empty')
    return [0, 13].map((from) => {
      const range = document.createRange()
      range.setStart(text, from)
      range.setEnd(text, from + 1)
      return range.getBoundingClientRect().x
    })
  })
  expect(Number(first)).toBeLessThan(Number(last))
})

test('the screen waits for Hindi, and shows no English text before', async ({ page, hosts }) => {
  let release = () => {}
  const opened = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/hindi\.[0-9a-f]+\.js/, async (route) => {
    await opened
    await route.continue()
  })
  await hosts.openPlain(createPretendOms({ knowsEveryId: true }))
  const asked = page.waitForRequest(/hindi\.[0-9a-f]+\.js/)
  await mountAnew(page, { locale: 'hi' })
  await asked
  await expect(page.locator('#place')).toHaveText('')
  release()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('सब-ऑर्डर रद्दीकरण')
})

test('the screen is English where a language cannot be loaded, and tries that language again at the next mount', async ({
  page,
  hosts,
}) => {
  await page.route(/hindi\.[0-9a-f]+\.js/, (route) => route.abort())
  await hosts.openPlain(createPretendOms({ knowsEveryId: true }))
  await mountAnew(page, { locale: 'hi-IN' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sub-Order Cancellation')
  await page.unroute(/hindi\.[0-9a-f]+\.js/)
  await mountAnew(page, { locale: 'hi-IN' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('सब-ऑर्डर रद्दीकरण')
})
