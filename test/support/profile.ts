import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium as browserType, type Page } from '@playwright/test'
import { chromium } from './chromium'

/** A browser with a profile on the disk, which outlives its process. */
export interface Profile {
  /** The one page in use; another after each kill. */
  page(): Page
  openPage(): Promise<Page>
  /** Ends every process of the browser at once, and starts it anew over the same profile. */
  killBrowser(): Promise<void>
  close(): Promise<void>
}

/** The first process of the browser over this profile; all its others are in that one's group. */
function findBrowser(folder: string): number {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0')
      const isOurs = words.includes(`--user-data-dir=${folder}`)
      if (isOurs && !words.some((word) => word.startsWith('--type='))) return Number(name)
    } catch {
      // It has ended meanwhile.
    }
  }
  throw new Error(`No browser runs over ${folder}`)
}

export async function openProfile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'sub-order-cancellation-profile-'))
  let context: BrowserContext
  let page: Page

  async function launch(): Promise<void> {
    context = await browserType.launchPersistentContext(folder, {
      ...chromium.launchOptions,
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
    })
    page = context.pages()[0] ?? (await context.newPage())
  }

  await launch()
  return {
    page: () => page,
    openPage: async () => {
      page = await context.newPage()
      return page
    },
    killBrowser: async () => {
      const closed = context.waitForEvent('close')
      process.kill(-findBrowser(folder), 'SIGKILL')
      await closed
      await launch()
    },
    close: async () => {
      await context.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
