import type { Page } from '@playwright/test'
import type { PretendOms } from '../../mocks/oms'
import { refusals } from '../../mocks/replies'
import { createGate, dropped, held, reply, respondWith } from '../../mocks/script'
import type { Messages } from '../../src/texts/messages'
import { expect, headline } from './browser'
import type { Visit } from './walkStates'

const ids = Array.from({ length: 12 }, (_, index) => String(1253231242 + index * 17))
const at = (index: number) => ids[index] ?? ''
/** Others: what one tab has cancelled is skipped in the other. */
const lineIds = ids.map((id) => `9${id}`)

const wholes = ['Increff Sub Order ID', ...ids, 'SO 12/17', 'EXAMPLE', ''].join('\r\n')
const lines = [
  'Sub Order ID,Increff SKU ID,Quantity',
  ...lineIds.flatMap((id) => [`${id},8647326934,2`, `${id},8647326935-XXL,1`]),
  '1253239999,8647326934-XXL,0',
  '',
].join('\r\n')

interface Walk {
  readonly page: Page
  readonly oms: PretendOms
  /** Of the language: the walk finds its way by its words. */
  readonly messages: Messages
  readonly visit: Visit
}

async function upload(page: Page, { upload: label }: Messages, text: string, name: string): Promise<void> {
  await page
    .getByLabel(label)
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })
}

async function openDialog(page: Page, { start, dialog }: Messages): Promise<void> {
  await page.getByRole('button', { name: start, exact: true }).click()
  await expect(page.getByRole('button', { name: dialog.back })).toBeFocused()
}

/** The main states of a screen that was mounted in some language: a handful, where `walkStates` goes through all. */
export async function walkLanguage({ page, oms, messages, visit }: Walk): Promise<void> {
  const gate = createGate()
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  oms.script(at(1), [respondWith(refusals.picklistOut)])
  oms.script(at(2), [reply(400, { code: 'BAD_DATA', message: 'ملغى: the order of المتجر is closed.' })])
  oms.script(at(3), [dropped])
  oms.script(at(5), [held(gate.opened)])
  await button(messages.downloadSample).waitFor()
  await visit('empty')
  await upload(page, messages, wholes, 'monday.csv')
  await headline(page, messages.ready.title({ n: 12 })).waitFor()
  await visit('issues found')
  await openDialog(page, messages)
  await visit('dialog')
  await page.getByRole('dialog').getByRole('button', { name: messages.dialog.start, exact: true }).click()
  // A connection that broke pauses it first.
  await headline(page, messages.paused.title({ done: 4, total: 12 })).waitFor()
  await button(messages.continue).click()
  await headline(page, messages.running.title({ done: 5, total: 12 })).waitFor()
  await visit('running')
  gate.open()
  await headline(page, messages.finished.someDone({ done: 9, total: 12 })).waitFor()
  await visit('finished with errors')
  await page.getByRole('tab', { name: messages.tabs['line-items'] }).click()
  await upload(page, messages, lines, 'lines.csv')
  await headline(page, messages.ready.titleLines({ n: 12, lines: 24 })).waitFor()
  await visit('line items')
  await page.getByRole('link', { name: `9${at(0)}`, exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await visit('drawer')
}
