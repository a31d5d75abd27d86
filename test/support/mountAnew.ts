import type { Page } from '@playwright/test'
import type { Host, Settings, Texts, Theme } from '../../src/host/contract'

/** What a host may give otherwise than the plain page does. */
export interface HostMembers {
  readonly contract?: string
  readonly locale?: string
  readonly texts?: Texts
  readonly theme?: Theme
  readonly settings?: Settings
  readonly isDenied?: boolean
}

/** On the plain page: another tenant's screen in the place of the first, in a host with these members. */
export async function mountAnew(page: Page, members: HostMembers): Promise<void> {
  await page.waitForFunction(() => 'screenHandle' in window)
  await page.evaluate(async ({ isDenied, ...given }) => {
    await window.screenHandle.unmount()
    // As portals have it; antd's lock of the page behind a dialog reckons with it.
    document.body.style.margin = '0'
    const { oms } = (await (await fetch('/config.json')).json()) as { oms: string }
    const { plugin } = (await window.subOrderCancellation.get('./plugin'))()
    const host: Host = {
      contract: '1.0.0',
      user: { id: 'priya.nair', tenant: crypto.randomUUID() },
      locale: 'en-GB',
      settings: { callsPerMinute: 6000 },
      can: () => !isDenied,
      api: {
        request: async ({ method, path, headers = {}, body }) => {
          const answer = await fetch(oms + path, {
            method,
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify(body),
          })
          const retryAfter = answer.headers.get('retry-after')
          return {
            status: answer.status,
            headers: retryAfter === null ? {} : { 'retry-after': retryAfter },
            body: await answer.text(),
          }
        },
      },
      ...given,
    }
    const place = document.getElementById('place')
    if (!place) throw new Error('The page has no place')
    window.mountScreen = () => plugin.mount(place, host)
    window.screenHandle = window.mountScreen()
  }, members)
}
