import type { CDPSession, Page } from '@playwright/test'
import type { Profile } from '../support/profile'
import type { Barrier, Stand } from '../support/stand'

/** How a page goes away. */
export const killKinds = ['reload', 'close', 'crash', 'sigkill'] as const
export type KillKind = (typeof killKinds)[number]

async function reload(page: Page, barrier: Barrier): Promise<void> {
  const reloaded = page.waitForEvent('framenavigated')
  // A page that stands still has asked for it beforehand: its last task ends, and the next page comes before any other.
  if (barrier.isInPage) setTimeout(() => barrier.release(), 300)
  else page.reload({ waitUntil: 'commit' }).catch(() => undefined)
  await reloaded
}

async function crash(page: Page, profile: Profile, session: CDPSession): Promise<void> {
  const crashed = page.waitForEvent('crash')
  // Never answered: who should answer is gone.
  session.send('Page.crash').catch(() => undefined)
  await crashed
  await profile.openPage()
  await page.close()
}

/**
 * Makes ready to end the page in one of four ways; to be called while it still moves. Afterwards another stands in its
 * place, at the same address.
 */
export async function prepareKill(profile: Profile, stand: Stand, kind: KillKind) {
  const page = profile.page()
  // A page that stands still takes no new session.
  const session = await page.context().newCDPSession(page)
  // The page asks whoever leaves while calls go out; a person who leaves says yes.
  page.once('dialog', (dialog) => void dialog.accept())
  return async (barrier: Barrier): Promise<void> => {
    switch (kind) {
      case 'reload':
        await reload(page, barrier)
        return
      case 'close':
        await profile.openPage()
        await page.close()
        break
      case 'crash':
        await crash(page, profile, session)
        break
      case 'sigkill':
        await profile.killBrowser()
    }
    await profile.page().goto(stand.url, { waitUntil: 'commit' })
  }
}
