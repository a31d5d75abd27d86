import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

/** What the menu of downloads offers beside all results: disjoint, and together exactly the upload. */
const choices = ['Success', 'Error', 'Unknown', 'Remaining', 'Skipped'] as const
export type DownloadChoice = Lowercase<(typeof choices)[number]>

/** The records of a file that the screen has written, its header left out. */
function readRecords(text: string): string[][] {
  const [, ...records] = text
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .filter(Boolean)
  return records.map((record) => record.split(','))
}

async function saveOne(page: Page, name: string): Promise<string[][]> {
  const menu = page.getByRole('button', { name: 'More downloads' })
  await menu.click()
  const item = page.getByRole('menuitem', { name })
  await item.waitFor()
  if ((await item.getAttribute('aria-disabled')) === 'true') {
    await page.keyboard.press('Escape')
    await item.waitFor({ state: 'hidden' })
    return []
  }
  const [download] = await Promise.all([page.waitForEvent('download'), item.click()])
  await item.waitFor({ state: 'hidden' })
  return readRecords(await readFile(await download.path(), 'utf8'))
}

/** Saves each of the five, and reads the records of each. What has no row cannot be saved. */
async function saveFive(page: Page): Promise<Record<DownloadChoice, string[][]>> {
  const saved = { success: [], error: [], unknown: [], remaining: [], skipped: [] } as Record<
    DownloadChoice,
    string[][]
  >
  for (const choice of choices) {
    saved[choice.toLowerCase() as DownloadChoice] = await saveOne(page, `Download ${choice} CSV`)
  }
  return saved
}

/** IDs in the first column of each of the five. */
export async function saveFiveIds(page: Page): Promise<Record<DownloadChoice, string[]>> {
  const saved = await saveFive(page)
  const read = (choice: DownloadChoice) => saved[choice].map(([id = '']) => id)
  return {
    success: read('success'),
    error: read('error'),
    unknown: read('unknown'),
    remaining: read('remaining'),
    skipped: read('skipped'),
  }
}
