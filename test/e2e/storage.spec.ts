import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { createGate, held } from '../../mocks/script'
import { findContradictions } from '../kill/killSession'
import { confirmStart, headline, startCancellation, uploadCsv, writeSheet } from '../support/browser'
import { readJournal } from '../support/readJournal'
import { createIds } from '../support/runOver'
import type { Stand } from '../support/stand'
import { click, expect, FAST, findResent, test } from '../support/standTest'

/** Makes every write of a state fail from now on, as on a full disk. */
function breakStorage(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    window.restoreStorage = () => Object.assign(IDBObjectStore.prototype, { put })
    Object.assign(IDBObjectStore.prototype, {
      put: () => {
        throw new DOMException('The disk is full', 'QuotaExceededError')
      },
    })
  })
}

declare global {
  interface Window {
    restoreStorage?: () => void
  }
}

/** Starts a run whose second call is out until the gate is opened. */
async function startHeld(page: Page, stand: Stand, ids: readonly string[]) {
  const gate = createGate()
  stand.oms.script(ids[1] ?? '', [held(gate.opened)])
  await uploadCsv(page, writeSheet(ids))
  await startCancellation(page)
  await expect(headline(page, `Cancelling: 1 of ${ids.length} done`)).toBeVisible()
  return gate
}

test('a failed write pauses the run before the next call; downloads work, and Continue goes on once there is room', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(5)
  const gate = await startHeld(page, stand, ids)
  await breakStorage(page)
  gate.open()
  await expect(headline(page, 'Paused after 2 of 5')).toBeVisible()
  await expect(page.getByText(/could not write the record of the run, so nothing more is sent/)).toBeVisible()
  expect(stand.received.length).toBe(2)
  expect(await findContradictions(page, stand, ids)).toEqual([])
  await page.evaluate(() => window.restoreStorage?.())
  await click(page, 'Continue')
  await expect(headline(page, 'All 5 sub-orders are cancelled')).toBeVisible()
  expect(findResent(stand)).toEqual([])
  expect(
    (await readJournal(page)).state.map(({ standing }) => typeof standing === 'object' && standing.status),
  ).toEqual(ids.map(() => 'succeeded'))
})

test('a run whose database is deleted pauses before the next call, and downloads work from memory', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(5)
  const gate = await startHeld(page, stand, ids)
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(name).onsuccess = resolve
      })
    }
  })
  gate.open()
  await expect(headline(page, 'Paused after 2 of 5')).toBeVisible()
  expect(await findContradictions(page, stand, ids)).toEqual([])
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: /record/ })
      .first(),
  ).toBeVisible()
  expect(stand.received.length).toBe(2)
})

test('in a browser that keeps nothing, a run needs a tick, has at most 500 sub-orders, and saves its results after each 100', async ({
  page,
  openStand,
}) => {
  await page.addInitScript(() => {
    // As in a private window of some browsers.
    IDBFactory.prototype.open = () => {
      throw new DOMException('Not allowed here', 'SecurityError')
    }
  })
  const stand = await openStand({ settings: FAST })
  await uploadCsv(page, writeSheet(createIds(501)), 'long.csv')
  await expect(page.getByText(/501 sub-orders are too many for a browser that keeps no record/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start Cancellation' })).toBeDisabled()

  const ids = createIds(250)
  await uploadCsv(page, writeSheet(ids), 'short.csv')
  await page.getByRole('button', { name: 'Start Cancellation' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Start', exact: true })).toBeDisabled()
  const saved: Promise<string>[] = []
  page.on('download', (download) => {
    saved.push(download.path().then((path) => readFile(path, 'utf8')))
  })
  await dialog.getByRole('checkbox').check()
  await confirmStart(page)
  await expect(headline(page, 'All 250 sub-orders are cancelled')).toBeVisible({ timeout: 50_000 })
  await expect.poll(() => saved.length).toBe(2)
  const counts = (await Promise.all(saved)).map((text) => text.split(',SUCCESS,').length - 1)
  expect(counts).toEqual([100, 200])
  expect(findResent(stand)).toEqual([])
})

test('a journal of a newer version is neither read nor bypassed', async ({ page, openStand }) => {
  const stand = await openStand({ settings: FAST })
  await expect(page.getByLabel('Upload CSV')).toBeAttached()
  await page.waitForFunction(async () => (await indexedDB.databases()).length > 0)
  await page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases()
    await new Promise((resolve) => {
      const request = indexedDB.open(name, 99)
      request.onsuccess = () => {
        request.result.close()
        resolve(undefined)
      }
    })
  })
  await page.reload()
  await expect(
    page.getByText('A newer version of this screen was used in this browser').first(),
  ).toBeVisible()
  await uploadCsv(page, writeSheet(createIds(2)))
  await expect(page.getByRole('button', { name: 'Start Cancellation' })).toBeDisabled()
  expect(stand.received).toEqual([])
})
