import type { Page } from '@playwright/test'
import { createPretendOms, type PretendOms } from '../../mocks/oms'
import { obstacles, refusals } from '../../mocks/replies'
import { createGate, dropped, held, reply, respondWith } from '../../mocks/script'
import {
  confirmStart,
  expect,
  type Hosts,
  headline,
  startCancellation,
  uploadCsv,
  writeSheet,
} from './browser'
import { mountAnew } from './mountAnew'

const ids = Array.from({ length: 30 }, (_, index) => String(1253231242 + index * 17))
const at = (index: number) => ids[index] ?? ''

const lineItems = [
  'Sub Order ID,Increff SKU ID,Quantity',
  ...ids.flatMap((id) => [`${id},8647326934,2`, `${id},8647326935-EXTRA-LONG-SIZE-XXL,1`]),
  '1253239999,8647326934,0',
  '',
].join('\r\n')

/** A long one, with a word that no line can break. */
const longMessage = `Cancellation is not allowed: ${'the shipment is at the courier and '.repeat(8)}${'X'.repeat(120)}`

export type Visit = (state: string) => Promise<void>

interface Walk {
  readonly page: Page
  readonly hosts: Hosts
  readonly mode: 'light' | 'dark'
  /** Called in each state, with its name. */
  readonly visit: Visit
}

/** Takes the screen through each of its states, and has a look in each. */
export async function walkStates({ page, hosts, mode, visit }: Walk): Promise<void> {
  const oms = createPretendOms({ knowsEveryId: true, delayMs: 1 })
  await hosts.openPlain(oms)
  await mountAnew(page, { theme: { mode }, contract: '2.0.0' })
  await page.getByText('cannot start in this portal').waitFor()
  await visit('bad host')
  await mountAnew(page, { theme: { mode }, isDenied: true })
  await page.getByText('You may not cancel sub-orders').waitFor()
  await visit('no permission')

  await mountAnew(page, { theme: { mode } })
  await page.getByRole('button', { name: 'Download sample CSV' }).waitFor()
  await visit('empty')
  await uploadCsv(page, lineItems)
  await page.getByRole('button', { name: /^Open it in/ }).waitFor()
  await visit('file problem')
  await walkWaysIn(page, visit)
  await walkEdits(page, visit)
  await walkOddRows(page, visit)
  await mountAnew(page, { theme: { mode } })
  await walkRun(page, oms, visit)
  await walkLineItems(page, visit)
  await walkSingle(page, oms, visit)
}

/** Columns without a name of ours, as another system's export has them. */
const foreignLines = [
  'Order no.,Channel,Item,Pieces,Remark',
  `1253231242,Myntra,8647326934,2,"${'A remark that no cell of a small table holds. '.repeat(4)}"`,
  '1253231259,Ajio,8647326935,1,',
  '',
].join('\r\n')

/** A file that does not speak for itself, a bare list, and the clipboard. */
async function walkWaysIn(page: Page, visit: Visit): Promise<void> {
  await uploadCsv(page, '1253231242\r\n1253231259\r\n', 'list.csv')
  await page.getByRole('button', { name: /^Read all rows/ }).waitFor()
  await visit('list without a header')
  await page.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
  await uploadCsv(page, foreignLines, 'export.csv')
  await page.getByLabel('Which column holds the Sub Order ID?').selectOption('Order no.')
  await page.getByLabel('Which column holds the Increff SKU ID?').selectOption('Item')
  await visit('columns asked')
  await page.getByLabel('Which column holds the Quantity?').selectOption('Pieces')
  await visit('columns chosen')
  await page.getByRole('button', { name: 'Load file' }).click()
  await headline(page, '2 line items of 2 sub-orders ready').waitFor()
  await page.getByRole('tab', { name: 'Cancel Sub-Orders' }).click()
  // Headless, nobody can allow it: the box opens.
  await page.getByRole('button', { name: 'Paste from Excel' }).click()
  await page.getByLabel('Paste the cells here').waitFor()
  await visit('paste box')
  await page.getByRole('button', { name: 'Close' }).click()
}

/** What Excel and people do to a sheet. */
const damaged = [
  'Export of Monday',
  'Increff Sub Order ID,Channel',
  '1253231242,Myntra',
  'SO 12/17,Nykaa',
  '1.25323E+09,Ajio',
  '"1253231301, 1253231302",Myntra',
  '#N/A,Ajio',
  '12532312420000000000,Ajio',
  ...Array.from({ length: 20 }, () => '1253231242,Amazon'),
  'Total,20',
  '',
].join('\r\n')

async function walkEdits(page: Page, visit: Visit): Promise<void> {
  await uploadCsv(page, damaged, 'damaged.csv')
  await page.getByRole('button', { name: /^Edit Increff Sub Order ID of row 4/ }).click()
  await page.keyboard.type('SO 12')
  await visit('ID edited, still wrong')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('1253231777')
  await visit('ID edited, right')
  await page.keyboard.press('Enter')
  await headline(page, '3 sub-orders ready').waitFor()
  await page.getByRole('button', { name: /^Duplicates/ }).click()
  await visit('issues of a kind')
  await page.getByRole('button', { name: 'Remove all 20 duplicates' }).click()
  await page.getByText('20 rows removed.').first().waitFor()
  await page.getByRole('button', { name: /^Changed/ }).click()
  await page.getByRole('button', { name: 'Undo row 4' }).waitFor()
  await visit('edited rows')
}

/** Rows that are sent only after somebody has looked, and lines that lack their ID. */
async function walkOddRows(page: Page, visit: Visit): Promise<void> {
  await uploadCsv(page, writeSheet([...ids, '12-Jan', '12532312420000000000', '007', '7']), 'odd.csv')
  await page.getByText(/kinds of odd rows below first/).waitFor()
  await visit('odd rows')
  const dates = page.getByRole('region', { name: '1 ID looks like a date' })
  await dates.getByRole('button', { name: 'Leave them out' }).click()
  await dates.getByText('1 left out', { exact: true }).waitFor()
  await visit('odd rows, some decided')
  await page.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
  await uploadCsv(page, 'Sub Order ID,SKU ID,Quantity\n1253231242,A1,2\n,A2,1\n,A3,4\n', 'grouped.csv')
  await page.getByRole('button', { name: 'Fill down 2 IDs' }).waitFor()
  await visit('lines without an ID')
  await page.getByRole('tab', { name: 'Cancel Sub-Orders' }).click()
}

async function walkRun(page: Page, oms: PretendOms, visit: Visit): Promise<void> {
  const gates = [createGate(), createGate()] as const
  oms.script(at(1), [respondWith(refusals.picklistOut)])
  oms.script(at(2), [reply(400, { code: 'BAD_DATA', message: longMessage })])
  oms.script(at(3), [reply(503)])
  oms.script(at(5), [held(gates[0].opened)])
  oms.script(at(6), [held(gates[1].opened)])
  oms.script(at(8), [respondWith(obstacles.signedOut)])
  oms.script(at(9), [respondWith(obstacles.tooManyRequests('600'))])
  oms.script(at(11), [dropped])
  await uploadCsv(page, writeSheet([...ids, 'EXAMPLE', '1.25323E+09', '']), 'monday.csv')
  await headline(page, '30 sub-orders ready').waitFor()
  await visit('issues found')
  await page.getByRole('button', { name: 'Start Cancellation' }).click()
  await expect(page.getByRole('button', { name: 'Go back' })).toBeFocused()
  await visit('dialog open')
  await confirmStart(page)
  await headline(page, 'Cancelling: 5 of 30 done').waitFor()
  await visit('running')
  gates[0].open()
  await headline(page, 'Cancelling: 6 of 30 done').waitFor()
  await page.getByRole('button', { name: 'Stop' }).click()
  await visit('stopping')
  gates[1].open()
  await headline(page, 'Stopped after 7 of 30').waitFor()
  await visit('stopped')
  const goOn = page.getByRole('button', { name: 'Continue' })
  await goOn.click()
  await headline(page, 'Paused after 8 of 30').waitFor()
  await visit('paused')
  await goOn.click()
  await page.getByText(/^Rate limit reached/).waitFor()
  await visit('waiting')
  await page.getByRole('button', { name: 'Stop' }).click()
  await goOn.click()
  await headline(page, 'Paused after 12 of 30').waitFor()
  await goOn.click()
  await headline(page, '26 of 30 sub-orders are cancelled').waitFor()
  await visit('finished with errors and unconfirmed')
  await page.getByRole('button', { name: 'Read all' }).first().click()
  await page.getByRole('dialog').waitFor()
  await visit('message open')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('textbox', { name: 'Search by ID' }).fill('nothing of the kind')
  await page.getByRole('button', { name: 'Show all rows' }).waitFor()
  await visit('no row matches')
}

async function walkLineItems(page: Page, visit: Visit): Promise<void> {
  await page.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
  await page.getByRole('button', { name: 'Download sample CSV' }).waitFor()
  await visit('line items, empty')
  await uploadCsv(page, lineItems, 'lines.csv')
  await page.getByRole('link', { name: at(0), exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await visit('drawer open')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await visit('line items, ready')
  await startCancellation(page)
  await headline(page, /^Line items cancelled in/).waitFor()
  await uploadCsv(page, lineItems, 'more-lines.csv')
  await page.getByRole('button', { name: 'Reopen' }).waitFor()
  await visit('closed')
}

async function walkSingle(page: Page, oms: PretendOms, visit: Visit): Promise<void> {
  await page.getByRole('tab', { name: 'Cancel Sub-Orders' }).click()
  await page.getByRole('radio', { name: 'Single Sub-Order' }).check()
  const field = page.getByRole('textbox', { name: 'Increff Sub Order ID' })
  await visit('single')
  await field.fill('SO 12/17')
  await field.press('Enter')
  await page.getByRole('alert').waitFor()
  await visit('single, invalid')
  oms.script('1253238888', [reply(400, { code: 'BAD_DATA', message: longMessage })])
  for (const [id, status] of [
    ['1253237777', 'SUCCESS'],
    ['1253238888', 'ERROR'],
  ] as const) {
    await field.fill(id)
    await field.press('Enter')
    await confirmStart(page)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.getByText(status, { exact: true }).waitFor()
    await visit(`single, ${status}`)
  }
}
