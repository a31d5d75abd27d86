import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { createPretendOms } from '../../mocks/oms'
import { createGate, held } from '../../mocks/script'
import { expect, headline, readRows, test, uploadCsv, writeSheet } from '../support/browser'

/** More stops than the screen has: an element without the focus by then cannot be reached. */
const MOST_TABS = 40

/** Whether a person can see the focus: the element, or the drop zone around a file input, has a ring. */
function hasRing(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
    const { activeElement } = document
    // A radio or a field shows the ring on the element around it.
    const bearers = [activeElement, activeElement?.nextElementSibling, activeElement?.parentElement]
    return [...bearers, activeElement?.closest('label')].some((element) => {
      if (!element) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    })
  })
}

/** Presses Tab until the element has the focus, and checks that it shows. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.keyboard.press(key)
    if (!(await target.evaluate((element) => element === document.activeElement))) continue
    expect(await hasRing(page)).toBe(true)
    return
  }
  throw new Error(`No Tab reaches ${String(target)}`)
}

async function pressOn(page: Page, name: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }))
  await page.keyboard.press(key)
}

/** Opens the browser's own choice of files from the input, and chooses one. */
async function chooseFile(page: Page, text: string): Promise<void> {
  await tabTo(page, page.getByLabel('Upload CSV'))
  const choosing = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  const chooser = await choosing
  await chooser.setFiles({ name: 'monday.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
}

async function saveWith(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return readFile(await download.path(), 'utf8')
}

test('the whole job is done with the keyboard alone', async ({ page, hosts }) => {
  const oms = createPretendOms({ subOrders: [{ id: '1253231242' }, { id: '1253231259', invoiced: true }] })
  const gate = createGate()
  oms.script('1253231242', [held(gate.opened)])
  // With this listener the browser's own window stays shut.
  page.on('filechooser', () => {})
  await hosts.openPlain(oms)
  const sample = await saveWith(page, () => pressOn(page, 'Download sample CSV', 'Space'))
  expect(sample).toBe('\ufeffIncreff Sub Order ID\r\nEXAMPLE\r\n')
  await chooseFile(page, writeSheet(['EXAMPLE', '1253231242', '1253231259']))
  await headline(page, '2 sub-orders ready').waitFor()

  await pressOn(page, 'Start Cancellation')
  await expect(page.getByRole('button', { name: 'Go back' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Start Cancellation' })).toBeFocused()
  expect(oms.calls).toEqual([])
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Go back' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Go back' })).toBeFocused()
  await pressOn(page, 'Start')

  await expect(headline(page, 'Cancelling: 0 of 2 done')).toBeFocused()
  await pressOn(page, 'Stop')
  gate.open()
  await expect(headline(page, 'Stopped after 1 of 2')).toBeFocused()
  await pressOn(page, 'Continue')
  await expect(headline(page, '1 of 2 sub-orders is cancelled')).toBeFocused()

  await tabTo(page, page.getByRole('link', { name: 'Download Error CSV' }))
  const errors = await saveWith(page, () => page.keyboard.press('Enter'))
  expect(errors).toBe(
    '\ufeffIncreff Sub Order ID,Status,Error Code,Error Message\r\n1253231259,ERROR,BAD_DATA,"Sub order is invoiced, cancellation is not allowed"\r\n',
  )
  await tabTo(page, page.getByRole('button', { name: /^Error/ }))
  await page.keyboard.press('Space')
  await expect
    .poll(async () => (await readRows(page, 'Sub-orders')).map((cells) => cells[1]))
    .toEqual(['1253231259'])
  await tabTo(page, page.getByRole('group', { name: 'Sub-orders' }))
  await tabTo(page, page.getByRole('button', { name: 'Retry failed' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => oms.calls.length).toBe(3)
  await expect(headline(page, '1 of 2 sub-orders is cancelled')).toBeFocused()
  await chooseFile(page, errors)
  await headline(page, '1 sub-order ready').waitFor()
})

test('tabs, radios and fields work with arrows and Enter', async ({ page, hosts }) => {
  const oms = createPretendOms({ knowsEveryId: true })
  await hosts.openPlain(oms)
  await tabTo(page, page.getByRole('tab', { name: 'Cancel Sub-Orders' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('note')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('radio', { name: 'Multiple Sub-Orders' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Single Sub-Order' })).toBeChecked()

  const field = page.getByRole('textbox', { name: 'Increff Sub Order ID' })
  await tabTo(page, field)
  await page.keyboard.type('SO 12')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(field).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('1253231242')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Go back' })).toBeFocused()
  await pressOn(page, 'Start')
  await expect(page.getByText('SUCCESS', { exact: true })).toBeVisible()
  await expect(page.locator(':focus')).toHaveText(/^1253231242\s*SUCCESS/)
})

test('the drawer of line items opens and closes with the keyboard, and gives the focus back', async ({
  page,
  hosts,
}) => {
  await hosts.openPlain(createPretendOms({ knowsEveryId: true }))
  await page.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
  await uploadCsv(page, 'Sub Order ID,Increff SKU ID,Quantity\r\n1253231242,8647326934,2\r\n')
  const link = page.getByRole('link', { name: '1253231242' })
  await tabTo(page, link)
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: 'Line items of 1253231242' })
  await expect(drawer).toBeVisible()
  await expect(drawer.getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(link).toBeFocused()
})
