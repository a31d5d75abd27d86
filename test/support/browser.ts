import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { builtFolders } from '../../mocks/build'
import type { PretendOms } from '../../mocks/oms'
import { type RunningServer, serveFolders } from '../../mocks/serveFolders'
import { serveOms } from '../../mocks/server'
import { serveShell } from '../../mocks/shell/serve'
import type { Plugin, PluginHandle, PluginStatus, Settings } from '../../src/host/contract'

export { expect }

declare global {
  interface Window {
    screenHandle: PluginHandle
    /** @param members put in place of the host's own */
    mountScreen: (members?: object) => PluginHandle
    /** Of the page, whatever is mounted. */
    readStatus: () => PluginStatus
    /** The federation container. */
    subOrderCancellation: { get(module: './plugin'): Promise<() => { plugin: Plugin }> }
  }
}

export interface PlainOptions {
  /** A content security policy without blobs, inline styles and inline scripts; the host gives its nonce. */
  readonly isStrict?: boolean
  readonly settings?: Settings
  /** In a frame with nothing but scripts allowed: its origin is none, and the browser refuses it storage and locks. */
  readonly isSandboxed?: boolean
}

/** Opens the page of a host over a pretend OMS. Each test has servers of its own, on free ports, until its end. */
export interface Hosts {
  /** A plain page without React; `window.screenHandle` is the plugin's handle, `mountScreen()` mounts once more. */
  openPlain(oms: PretendOms, options?: PlainOptions): Promise<void>
  /** React 18.3 and antd 5, on the dashboard; `openScreen` goes on to the screen. */
  openShell(oms: PretendOms): Promise<void>
  /** The dev page on MSW: `openStandalone('?scenario=slow&theme=dark&callsPerMinute=6000&latencyMs=0')`. */
  openStandalone(search?: string): Promise<void>
}

/** High enough that the pace never makes a test wait: 10 ms from call to call. */
const CALLS_PER_MINUTE = 6000

const mswWorkerFolder = dirname(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'))
const plainFolder = join(import.meta.dirname, '../hosts/plain')

export const test = base.extend<{ hosts: Hosts; faults: string[] }>({
  /** What the page complained about; none is expected. */
  faults: [
    async ({ page }, provide) => {
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('console', (message) => {
        // Chromium itself reports every 4xx and 5xx this way; to the screen they are answers.
        const isAnswer = message.text().startsWith('Failed to load resource')
        if (message.type() === 'error' && !isAnswer) faults.push(message.text())
      })
      await provide(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],

  hosts: async ({ page }, provide) => {
    const servers: RunningServer[] = []
    const keep = async (starting: Promise<RunningServer>) => {
      const server = await starting
      servers.push(server)
      return server
    }
    const openHost = async (
      folders: readonly string[],
      pretendOms: PretendOms,
      options: PlainOptions = {},
    ) => {
      const remote = (await keep(serveFolders({ folders: [builtFolders.plugin] }))).url
      const oms = (await keep(serveOms(pretendOms))).url
      const { isStrict, settings } = options
      const config = {
        remote,
        oms,
        ...(settings && { settings }),
        ...(isStrict && { theme: { nonce: NONCE } }),
      }
      const headers = isStrict ? { 'content-security-policy': writePolicy(remote, oms) } : {}
      const host = await keep(serveFolders({ folders, json: { '/config.json': config }, headers }))
      if (options.isSandboxed) await page.setContent(`<iframe ${SANDBOX} src="${host.url}"></iframe>`)
      else await page.goto(host.url)
    }
    await provide({
      openPlain: (oms, options) => openHost([plainFolder], oms, options),
      openShell: async (oms) => {
        const shell = await keep(serveShell({ oms, callsPerMinute: CALLS_PER_MINUTE }))
        await page.goto(shell.url)
      },
      openStandalone: async (search = '') => {
        const site = await keep(serveFolders({ folders: [builtFolders.standalone, mswWorkerFolder] }))
        await page.goto(`${site.url}/${search}`)
      },
    })
    await Promise.all(servers.map((server) => server.close()))
  },
})

const SANDBOX = 'sandbox="allow-scripts" style="width: 1200px; height: 650px"'

/** Of the page's own script, and handed to the screen for its styles. */
const NONCE = 'host'

function writePolicy(remote: string, oms: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${NONCE}' ${remote}`,
    `style-src 'self' 'nonce-${NONCE}'`,
    `connect-src 'self' ${oms}`,
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/** Chooses a file in the visible tab, as a user does. */
export async function uploadCsv(page: Page, text: string, name = 'sheet.csv'): Promise<void> {
  await page
    .getByLabel('Upload CSV')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })
}

/** "Start" in the dialog, once it has been played open: until then the button moves, and a click may miss it. */
export async function confirmStart(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await expect(dialog).not.toHaveClass(/-zoom/)
  await dialog.getByRole('button', { name: 'Start', exact: true }).click()
}

/** "Start Cancellation", and "Start" in the dialog. */
export async function startCancellation(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start Cancellation' }).click()
  await confirmStart(page)
}

/** The rows of a table that are in the page, its header left out, each as its cells' texts. */
export function readRows(page: Page, table: string | RegExp): Promise<string[][]> {
  const rows = page.getByRole('table', { name: table }).locator('tbody tr')
  return rows.evaluateAll((elements) =>
    elements.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)),
  )
}

/** The headline of the run. */
export function headline(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { level: 2, name })
}

/** A sheet of whole sub-orders. */
export function writeSheet(ids: readonly string[]): string {
  return `Increff Sub Order ID\r\n${ids.join('\r\n')}\r\n`
}
