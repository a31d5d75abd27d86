import { afterEach, describe, expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import type { PretendOms } from '../../mocks/oms'
import { createGate, dropped, executed, held } from '../../mocks/script'
import type { Host } from '../../src/host/contract'
import {
  expectColumn,
  findHeadline,
  type OpenScreen,
  openScreen,
  reloadPage,
  save,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'

const ids = ['1253231242', '1253231259', '1253231276', '1253231293', '1253231310']
const sheet = `Note,Increff Sub Order ID\r\n${ids.map((id, index) => `note ${index + 1},${id}`).join('\r\n')}\r\n`

interface CutOff extends OpenScreen {
  readonly oms: PretendOms
}

const gates: (() => void)[] = []

// The page that went is still there, as far as Node knows: its call must come to an end with its test.
afterEach(() => {
  for (const open of gates.splice(0)) open()
})

/** A page that went away while the third of five calls was out, and the one that came after it. */
async function cutOff(members: Partial<Host> = {}): Promise<CutOff> {
  const oms = startPretendOms({ knowsEveryId: true })
  const gate = createGate()
  gates.push(gate.open)
  oms.script('1253231276', [held(gate.opened)])
  const first = openScreen(members)
  await uploadCsv(first.user, sheet, 'monday.csv')
  await startCancellation(first.user)
  await waitFor(() => expect(oms.calls.length).toBe(3))
  return { ...(await reloadPage(first.host)), oms }
}

const readIds = (oms: PretendOms) =>
  oms.calls.filter(({ method }) => method === 'PUT').map(({ subOrderId }) => subOrderId)

describe('after a reload in the midst of a run', () => {
  it('the screen shows what happened and sends nothing by itself; Continue sends the rest, nothing twice', async () => {
    const { user, oms } = await cutOff()
    await findHeadline('2 done, 1 unconfirmed, 2 not sent')
    await expectColumn('Status', ['SUCCESS', 'SUCCESS', 'UNKNOWN', 'NOT SENT', 'NOT SENT'])
    expect(readIds(oms)).toEqual(ids.slice(0, 3))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await expectColumn('Status', ['SUCCESS', 'SUCCESS', 'UNKNOWN', 'SUCCESS', 'SUCCESS'])
    expect(readIds(oms)).toEqual(ids)
    expect(new Set(oms.calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(5)
  })

  it('the results can be downloaded, with the user’s own columns once the same file is chosen', async () => {
    const { user } = await cutOff()
    await findHeadline('2 done, 1 unconfirmed, 2 not sent')
    const own = await save(user, screen.getByRole('button', { name: 'Download' }))
    const words = 'This page was closed during the call; it may have been cancelled.'
    const readRows = (text: string) =>
      text
        .trimEnd()
        .split('\r\n')
        .map((line) => line.replaceAll('"', ''))
    expect(readRows(own.text)).toEqual([
      'Increff Sub Order ID,Status,Error Code,Error Message',
      `${ids[0]},SUCCESS,,`,
      `${ids[1]},SUCCESS,,`,
      expect.stringContaining(`${ids[2]},UNKNOWN,,${words}`),
      `${ids[3]},NOT SENT,,`,
      `${ids[4]},NOT SENT,,`,
    ])
    await uploadCsv(user, sheet, 'monday.csv')
    await screen.findByText('Your extra columns are back in the downloads.', { exact: false })
    const full = await save(user, screen.getByRole('button', { name: 'Download' }))
    expect(readRows(full.text).slice(0, 2)).toEqual([
      'Note,Increff Sub Order ID,Status,Error Code,Error Message',
      `note 1,${ids[0]},SUCCESS,,`,
    ])
  })

  it('the host is told what the first page could not tell, in order and without a gap', async () => {
    const { user, host } = await cutOff()
    await findHeadline('2 done, 1 unconfirmed, 2 not sent')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(host.events.at(-1)?.type).toBe('run-finished'))
    const told = host.events.map(({ sequence, type }) => [sequence, type])
    expect([...new Map(told.map(([sequence, type]) => [sequence, type]))].slice(-6)).toEqual([
      [4, 'outcome'],
      [5, 'run-paused'],
      [6, 'run-continued'],
      [7, 'outcome'],
      [8, 'outcome'],
      [9, 'run-finished'],
    ])
  })

  it.each([
    ['Was cancelled', 'SUCCESS'],
    ['Was not cancelled', 'NOT SENT'],
  ])('the operator says of the unknown one: %s', async (label, status) => {
    const { user } = await cutOff()
    await findHeadline('2 done, 1 unconfirmed, 2 not sent')
    await user.click(await screen.findByRole('button', { name: `${label}: ${ids[2]}` }))
    await expectColumn('Status', ['SUCCESS', 'SUCCESS', status, 'NOT SENT', 'NOT SENT'])
    expect(screen.queryByRole('button', { name: `${label}: ${ids[2]}` })).toBeNull()
  })

  it('Close forgets the run: the next page shows nothing of it', async () => {
    const { user, host } = await cutOff()
    await findHeadline('2 done, 1 unconfirmed, 2 not sent')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('table')).toBeNull())
    await reloadPage(host)
    await screen.findByRole('heading', { name: 'Get the sample' })
    expect([screen.queryByRole('table'), screen.queryByText('monday.csv')]).toEqual([null, null])
  })

  it('another user of the same browser sees nothing of it', async () => {
    const { host } = await cutOff()
    await findHeadline('2 done, 1 unconfirmed, 2 not sent')
    await reloadPage({ ...host, user: { ...host.user, id: 'arjun.rao' } })
    await screen.findByRole('heading', { name: 'Get the sample' })
    expect([screen.queryByRole('table'), screen.queryByText('monday.csv')]).toEqual([null, null])
  })
})

describe('a later upload', () => {
  it('skips what an earlier run cancelled, until the user includes it', async () => {
    const oms = startPretendOms({ knowsEveryId: true })
    const first = openScreen()
    await uploadCsv(first.user, writeSheet(ids.slice(0, 2)), 'monday.csv')
    await startCancellation(first.user)
    await findHeadline('All 2 sub-orders are cancelled')
    const { user } = await reloadPage(first.host)
    await uploadCsv(user, writeSheet(ids.slice(1, 4)), 'tuesday.csv')
    expect(await screen.findByText(/1 was already cancelled in an earlier run \(monday\.csv/)).toBeVisible()
    await startCancellation(user)
    await expectColumn('Status', ['NOT SENT', 'SUCCESS', 'SUCCESS'])
    expect(readIds(oms)).toEqual([...ids.slice(0, 2), ...ids.slice(2, 4)])
    await user.click(await screen.findByRole('checkbox', { name: 'Cancel them again' }))
    await user.click(await screen.findByRole('button', { name: 'Continue' }))
    await expectColumn('Status', ['SUCCESS', 'SUCCESS', 'SUCCESS'])
    expect(readIds(oms)).toEqual([...ids.slice(0, 2), ...ids.slice(2, 4), ids[1]])
  })
})

describe('a past run', () => {
  it('that has ended stands in the history, and opens with its table', async () => {
    const oms = startPretendOms({ knowsEveryId: true })
    const first = openScreen()
    await uploadCsv(first.user, writeSheet(ids), 'monday.csv')
    await startCancellation(first.user)
    await findHeadline('All 5 sub-orders are cancelled')
    const { user } = await reloadPage(first.host)
    await user.click(await screen.findByRole('button', { name: /^Open monday\.csv/ }))
    await findHeadline('All 5 sub-orders are cancelled')
    await expectColumn(
      'Status',
      ids.map(() => 'SUCCESS'),
    )
    expect(oms.calls.length).toBe(5)
  })
})

describe('an unknown sub-order', () => {
  it('is settled by Check unknown, where the host can read sub-orders', async () => {
    const oms = startPretendOms({ knowsEveryId: true })
    oms.script('1253231259', [executed(dropped)])
    const settings = { callsPerMinute: 1_000_000, paths: { readSubOrder: 'orders/{subOrderId}' } }
    const { user } = openScreen({ settings })
    await uploadCsv(user, writeSheet(ids.slice(0, 2)))
    await startCancellation(user)
    await expectColumn('Status', ['SUCCESS', 'UNKNOWN'])
    await user.click(await screen.findByRole('button', { name: 'Check unknown' }))
    await expectColumn('Status', ['SUCCESS', 'SUCCESS'])
    expect(readIds(oms)).toEqual(ids.slice(0, 2))
  })

  it('is sent again with the same key, where the host says that a repeat is safe', async () => {
    const oms = startPretendOms({ knowsEveryId: true })
    oms.script('1253231259', [dropped])
    const { user } = openScreen({ settings: { callsPerMinute: 1_000_000, repeatIsSafe: true } })
    await uploadCsv(user, writeSheet(ids.slice(0, 2)))
    await startCancellation(user)
    await expectColumn('Status', ['SUCCESS', 'UNKNOWN'])
    await user.click(await screen.findByRole('button', { name: 'Send again' }))
    await expectColumn('Status', ['SUCCESS', 'SUCCESS'])
    expect(readIds(oms)).toEqual([ids[0], ids[1], ids[1]])
    expect(oms.calls[2]?.idempotencyKey).toBe(oms.calls[1]?.idempotencyKey)
  })
})
