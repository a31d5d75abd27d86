import { describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import { createGate, held } from '../../mocks/script'
import type { Host, Settings } from '../../src/host/contract'
import {
  createTestHost,
  expectColumn,
  findHeadline,
  mountScreen,
  openScreen,
  reloadPage,
  save,
  startCancellation,
  submitSingle,
  uploadCsv,
} from '../support/openScreen'

const callsPerMinute = 1_000_000
const settings: Settings = {
  callsPerMinute,
  subOrderId: { pattern: '^SO/\\d{4}/\\d{5}$', hint: 'Ours read <b>SO/2026/00012</b> {n}.' },
  columns: { subOrderId: ['Order Number'], skuId: ['Article'], quantity: ['Pieces'] },
}
const startOms = () => startPretendOms({ knowsEveryId: true, idRule: settings.subOrderId })

it('a sheet of another system is uploaded and cancelled, and its IDs stay one part of the path', async () => {
  const oms = startOms()
  const { user } = openScreen({ settings })
  const sample = await save(user, await screen.findByRole('button', { name: 'Download sample CSV' }))
  expect(sample.text).toBe('Order Number\r\nEXAMPLE\r\n')
  expect(screen.getByText('One column, the Order Number in each row. Extra columns are fine.')).toBeVisible()
  await uploadCsv(user, 'Order Number,Note\nSO/2026/00012,a\n12,b\nSO/2026/00013,c\n')
  // A hint is text, never markup, and no template.
  expect(
    await screen.findByText('Not an ID in "Order Number". Ours read <b>SO/2026/00012</b> {n}.'),
  ).toBeVisible()
  const issues = await save(user, screen.getByRole('button', { name: 'Download skipped rows' }))
  expect(issues.text).toBe(
    'Order Number,Note,Row,Issue Code,Issue\r\n12,b,3,INVALID_ID,"Not an ID in ""Order Number"". Ours read <b>SO/2026/00012</b> {n}."\r\n',
  )
  await startCancellation(user)
  await expectColumn('Status', ['SUCCESS', 'SUCCESS'])
  expect(oms.calls.map(({ path, subOrderId }) => [path, subOrderId])).toEqual([
    ['orders/SO%2F2026%2F00012/cancel', 'SO/2026/00012'],
    ['orders/SO%2F2026%2F00013/cancel', 'SO/2026/00013'],
  ])
  const all = await save(user, screen.getByRole('button', { name: 'Download all results' }))
  expect(all.text.split('\r\n').slice(0, 2)).toEqual([
    'Order Number,Note,Status,Error Code,Error Message',
    'SO/2026/00012,a,SUCCESS,,',
  ])
})

it('line items of another system are uploaded and cancelled as well', async () => {
  const oms = startPretendOms({
    subOrders: [{ id: 'SO/2026/00012', items: [{ skuId: 'S', ordered: 4 }] }],
  })
  const { user } = openScreen({ settings })
  await user.click(await screen.findByRole('tab', { name: 'Cancel Sub-order Line Items' }))
  await uploadCsv(user, 'Order Number;Article;Pieces\nSO/2026/00012;S;2\n')
  await startCancellation(user)
  await expectColumn('Status', ['SUCCESS'])
  expect(oms.calls.map(({ path, body }) => [path, body])).toEqual([
    ['orders/SO%2F2026%2F00012/cancel-line-items', { orderItems: [{ skuId: 'S', cancelledQuantity: 2 }] }],
  ])
})

it('a single ID of another system is typed, and an ID that does not match gets the hint', async () => {
  const oms = startOms()
  const { user } = openScreen({ settings })
  await submitSingle(user, '1253231242')
  expect(screen.getByRole('alert')).toHaveTextContent('Not an ID. Ours read <b>SO/2026/00012</b> {n}.')
  await user.clear(screen.getByRole('textbox'))
  await user.type(screen.getByRole('textbox'), ' SO/2026/00012 {Enter}')
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Start' }))
  expect(await screen.findByText('SUCCESS')).toBeVisible()
  expect(oms.calls.map(({ path }) => path)).toEqual(['orders/SO%2F2026%2F00012/cancel'])
})

it('a row that is edited is judged by the same rule', async () => {
  startOms()
  const { user } = openScreen({ settings })
  await uploadCsv(user, 'Order Number\nSO-2026-12\nSO/2026/00013\n')
  await user.click(await screen.findByRole('button', { name: 'Edit Order Number of row 2: SO-2026-12' }))
  const field = screen.getByRole('textbox', { name: 'Order Number of row 2' })
  await user.clear(field)
  await user.type(field, 'SO/2026/00012{Enter}')
  expect(await findHeadline('2 sub-orders ready')).toBeVisible()
})

it('a column that cannot be found is asked for by the name that this system has for it', async () => {
  const { user } = openScreen({ settings })
  await uploadCsv(user, 'Belegnummer,Note\nSO/2026/00012,a\nSO/2026/00013,b\n')
  expect(await screen.findByText(/No column named .Order Number./)).toBeVisible()
  expect(screen.getByRole('combobox', { name: 'Which column holds the Order Number?' })).toBeVisible()
})

it('a run goes on after a reload where the rule has changed meanwhile', async () => {
  const oms = startOms()
  const gate = createGate()
  oms.script('SO/2026/00012', [held(gate.opened)])
  const first = openScreen({ settings })
  await uploadCsv(first.user, 'Order Number\nSO/2026/00012\nSO/2026/00013\n')
  await startCancellation(first.user)
  await waitFor(() => expect(oms.calls.length).toBe(1))
  const host = { ...first.host, settings: { callsPerMinute } }
  const { user } = await reloadPage(host)
  await findHeadline(/1 unconfirmed, 1 not sent/)
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await expectColumn('Status', ['UNKNOWN', 'SUCCESS'])
  expect(oms.calls.map(({ path }) => path)).toEqual([
    'orders/SO%2F2026%2F00012/cancel',
    'orders/SO%2F2026%2F00013/cancel',
  ])
  gate.open()
})

describe('settings that cannot be used get a screen that says why', () => {
  it.each<[string, unknown, string[]]>([
    [
      'a loose pattern without a hint',
      { subOrderId: { pattern: '#\\d+' } },
      [
        'host.settings.subOrderId.pattern must begin with ^ and end with $, with alternatives in a group: ^(?:A|B)$.',
        "host.settings.subOrderId.hint must be a sentence of at most 200 characters that says what an ID looks like: 'An ID begins with #, as #1001 does.'",
      ],
    ],
    [
      'one name for two meanings, beside another fault',
      { maxRows: 0, columns: { subOrderId: ['Number'], quantity: ['number'] } },
      [
        'host.settings.maxRows must be a number above 0.',
        'host.settings.columns.quantity has "number", which stands for subOrderId already.',
      ],
    ],
  ])('%s', async (_, given, faults) => {
    const host = createTestHost()
    const handle = mountScreen({ ...host, settings: given } as Host)
    await screen.findByRole('alert')
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(faults)
    handle.update(host)
    await screen.findByRole('button', { name: 'Download sample CSV' })
  })
})

it('a rule that the host makes unusable in place counts as none: its IDs are refused', async () => {
  const rule = { pattern: '^#\\d+$', hint: 'As #1001.' }
  const { user } = openScreen({ settings: { callsPerMinute, subOrderId: rule } })
  await screen.findByLabelText('Upload CSV')
  rule.pattern = '^(#'
  await uploadCsv(user, 'Sub Order ID\n#1001\nSO-1\n')
  expect(await findHeadline('1 sub-order ready')).toBeVisible()
})
