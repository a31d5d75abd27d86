import { afterEach, expect, jest } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/dom'
import { type UserEvent, userEvent } from '@testing-library/user-event'
import { createNetworkClient } from '../../mocks/networkClient'
import { createPretendHost, type PretendHost } from '../../host-kit/pretendHost'
import type { Host, Plugin, PluginHandle } from '../../src/host/contract'
import { plugin } from '../../src/plugin'
import { readSavedFiles, type SavedFile } from './savedFiles'

export interface OpenScreen {
  readonly user: UserEvent
  readonly host: PretendHost
  readonly handle: PluginHandle
}

/** High enough that the pace never makes a test wait. */
const CALLS_PER_MINUTE = 1_000_000

/** See `environment.ts`. */
declare const endPage: () => void

const mounted: (() => Promise<void>)[] = []

afterEach(async () => {
  await Promise.all(mounted.splice(0).map((unmount) => unmount()))
  document.body.replaceChildren()
})

/** A host whose calls go to MSW, without a pace that a test would wait for. */
export function createTestHost(members: Partial<Host> = {}): PretendHost {
  return createPretendHost({
    api: createNetworkClient(),
    settings: { callsPerMinute: CALLS_PER_MINUTE },
    ...members,
  })
}

/** Mounts the plugin as a host does, into an element of its page. */
export function mountScreen(host: Host, from: Plugin = plugin): PluginHandle {
  const element = document.body.appendChild(document.createElement('main'))
  const handle = from.mount(element, host)
  mounted.push(() => handle.unmount())
  return handle
}

/**
 * The page goes away in the midst of whatever it does, and another one comes: nothing is left but what the browser keeps.
 * The test's own imports belong to the page that went.
 */
export async function reloadPage(host: PretendHost): Promise<OpenScreen> {
  await Promise.all(mounted.splice(0).map((unmount) => unmount()))
  document.body.replaceChildren()
  endPage()
  jest.resetModules()
  const fresh = await import('../../src/plugin')
  return { user: userEvent.setup({ delay: null }), host, handle: mountScreen(host, fresh.plugin) }
}

export function openScreen(members: Partial<Host> = {}): OpenScreen {
  const host = createTestHost(members)
  return { user: userEvent.setup({ delay: null }), host, handle: mountScreen(host) }
}

/** Chooses a file on the visible tab, as a user does. */
export async function uploadCsv(user: UserEvent, content: string | File, name = 'sheet.csv'): Promise<File> {
  const file = typeof content === 'string' ? new File([content], name, { type: 'text/csv' }) : content
  await user.upload(await screen.findByLabelText('Upload CSV'), file)
  return file
}

/** "Start Cancellation", and "Start" in the dialog. */
export async function startCancellation(user: UserEvent): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Start Cancellation' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Start' }))
}

/** Chooses "Single Sub-Order" and types an ID, with Enter at its end. */
export async function submitSingle(user: UserEvent, id: string): Promise<void> {
  await user.click(await screen.findByRole('radio', { name: 'Single Sub-Order' }))
  await user.type(screen.getByRole('textbox', { name: 'Increff Sub Order ID' }), `${id}{Enter}`)
}

/** Clicks what saves a file, and waits for the file. */
export async function save(user: UserEvent, button: HTMLElement): Promise<SavedFile> {
  const before = (await readSavedFiles()).length
  await user.click(button)
  return waitFor(async () => {
    const file = (await readSavedFiles())[before]
    if (!file) throw new Error('Nothing was saved')
    return file
  })
}

/** A sheet of whole sub-orders. */
export function writeSheet(ids: readonly string[]): string {
  return `Increff Sub Order ID\r\n${ids.join('\r\n')}\r\n`
}

/** The headline of the run, once it reads so. */
export function findHeadline(name: string | RegExp): Promise<HTMLElement> {
  return screen.findByRole('heading', { level: 2, name })
}

/** The rows of a table that are in the page, its header first, each as its cells' texts. */
function readTable(name: string | RegExp): string[][] {
  const table = screen.getByRole<HTMLTableElement>('table', { name })
  return [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent))
}

/** Waits until a table (the one of the sub-orders by default) has these rows, the header left out. */
export function expectTable(rows: readonly string[][], name: string | RegExp = /^Sub-orders/): Promise<void> {
  return waitFor(() => expect(readTable(name).slice(1)).toEqual(rows))
}

/** Waits until a column of the table of the sub-orders reads so. */
export function expectColumn(title: string, texts: readonly string[]): Promise<void> {
  return waitFor(() => {
    const [header = [], ...rows] = readTable(/^Sub-orders/)
    expect(rows.map((cells) => cells[header.indexOf(title)])).toEqual(texts)
  })
}
