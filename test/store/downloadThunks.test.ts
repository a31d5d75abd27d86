import { expect, it } from '@jest/globals'
import { downloadIssues, downloadResults, downloadSample } from '../../src/store/run/downloadThunks'
import { retryFailed, startAll } from '../../src/store/run/runThunks'
import { loadFile } from '../../src/store/sheet/loadFile'
import type { Store } from '../../src/store/store'
import { refused } from '../domain/requests'
import { already, done, holdCall, scriptCancel, unknownOutcome } from '../run/scriptedCancel'
import { createTestStore, type TestStore, words } from './testStore'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

const refusal = { kind: 'settled', outcome: refused } as const
const unclear = { kind: 'settled', outcome: unknownOutcome } as const

const wholeText = 'Note,Increff Sub Order ID\n=a,1\nb,2\nc,2\n"d,e",3\n'
const lineText = 'Sub Order ID,Increff SKU ID,Quantity\n1,A,2\n2,A,1\n1,B,1\n'

const readId = (store: Store, kind: SheetKind) => store.getState().sheets[kind].sheet?.id ?? ''

async function startSheet(text: string, kind: SheetKind, test: TestStore): Promise<string> {
  await test.store.dispatch(loadFile(kind, new File([text], 'orders.csv')))
  return readId(test.store, kind)
}

async function readSaved({ saved }: TestStore) {
  const last = saved.at(-1)
  // The decoder takes the byte order mark off, so it is looked at here.
  const bytes = new Uint8Array((await last?.content.arrayBuffer()) ?? new ArrayBuffer(0))
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf])
  return { name: last?.name, lines: new TextDecoder().decode(bytes).split('\r\n') }
}

it('the error CSV holds the failed rows alone, in the user’s own columns', async () => {
  const test = createTestStore(scriptCancel([refusal, unclear, done]))
  const id = await startSheet(wholeText, 'sub-orders', test)
  await test.store.dispatch(startAll(id))
  await test.store.dispatch(downloadResults('sub-orders', 'failed', words))
  expect(await readSaved(test)).toEqual({
    name: 'orders-errors.csv',
    lines: [
      'Note,Increff Sub Order ID,Status,Error Code,Error Message',
      "'=a,1,failed,BAD_DATA,Sub order is invoiced",
      '',
    ],
  })
})

it('all results hold every row, also those that could not be sent', async () => {
  const test = createTestStore(scriptCancel([refusal, unclear, already]))
  const id = await startSheet(wholeText, 'sub-orders', test)
  await test.store.dispatch(startAll(id))
  await test.store.dispatch(downloadResults('sub-orders', 'all', words))
  expect(await readSaved(test)).toEqual({
    name: 'orders-results.csv',
    lines: [
      'Note,Increff Sub Order ID,Status,Error Code,Error Message',
      "'=a,1,failed,BAD_DATA,Sub order is invoiced",
      'b,2,unknown,,',
      'c,2,not-sent,DUPLICATE_ID,Fix DUPLICATE_ID',
      '"d,e",3,succeeded,,',
      '',
    ],
  })
})

it('all results can be had in the midst of a run', async () => {
  const held = holdCall(1)
  const test = createTestStore(scriptCancel([done], held.beforeAnswer))
  const id = await startSheet('Sub Order ID\n1\n2\n3\n', 'sub-orders', test)
  const run = test.store.dispatch(startAll(id))
  await held.arrived
  await test.store.dispatch(downloadResults('sub-orders', 'all', words))
  const { lines } = await readSaved(test)
  expect(lines.slice(1, 4).map((line) => line.split(',')[0])).toEqual(['1', '2', '3'])
  expect(lines[3]).toBe('3,not-sent,,')
  held.answer()
  await run
})

it('the error CSV, uploaded again as it is, runs exactly the failed ones', async () => {
  const test = createTestStore(scriptCancel([refusal, unclear, refusal]))
  const id = await startSheet(wholeText, 'sub-orders', test)
  await test.store.dispatch(startAll(id))
  await test.store.dispatch(downloadResults('sub-orders', 'failed', words))
  const errors = await test.saved.at(-1)?.content.text()
  const again = createTestStore()
  await again.store.dispatch(startAll(await startSheet(errors ?? '', 'sub-orders', again)))
  expect(again.script.calls.map(({ request }) => request.subOrderId)).toEqual(['1', '3'])
})

it('the error CSV of line items, uploaded again, asks for the same lines', async () => {
  const test = createTestStore(scriptCancel([refusal, done]))
  const id = await startSheet(lineText, 'line-items', test)
  await test.store.dispatch(startAll(id))
  await test.store.dispatch(downloadResults('line-items', 'failed', words))
  const { lines } = await readSaved(test)
  expect(lines).toEqual([
    'Sub Order ID,Increff SKU ID,Quantity,Status,Error Code,Error Message',
    '1,A,2,failed,BAD_DATA,Sub order is invoiced',
    '1,B,1,failed,BAD_DATA,Sub order is invoiced',
    '',
  ])
  const again = createTestStore()
  await again.store.dispatch(startAll(await startSheet(lines.join('\r\n'), 'line-items', again)))
  expect(again.script.calls.map(({ request }) => request)).toEqual([
    {
      kind: 'line-items',
      subOrderId: '1',
      row: 2,
      lineItems: [
        { skuId: 'A', quantity: 2, row: 2 },
        { skuId: 'B', quantity: 1, row: 3 },
      ],
    },
  ])
})

it('the error CSV after a retry holds what failed again', async () => {
  const test = createTestStore(scriptCancel([refusal, done, refusal, done, refusal]))
  const id = await startSheet(wholeText, 'sub-orders', test)
  await test.store.dispatch(startAll(id))
  await test.store.dispatch(retryFailed(id))
  await test.store.dispatch(downloadResults('sub-orders', 'failed', words))
  expect((await readSaved(test)).lines.slice(1)).toEqual([
    '"d,e",3,failed,BAD_DATA,Sub order is invoiced',
    '',
  ])
})

it('the issues CSV says what to do about each row', async () => {
  const test = createTestStore()
  await startSheet(wholeText, 'sub-orders', test)
  await test.store.dispatch(downloadIssues('sub-orders', words))
  expect(await readSaved(test)).toEqual({
    name: 'orders-issues.csv',
    lines: ['Note,Increff Sub Order ID,Row,Issue Code,Issue', 'c,2,4,DUPLICATE_ID,Fix DUPLICATE_ID', ''],
  })
})

it.each([
  ['sub-orders', 'sub-orders-sample.csv', ['Increff Sub Order ID', 'EXAMPLE', '']],
  [
    'line-items',
    'line-items-sample.csv',
    ['Sub Order ID,Increff SKU ID,Quantity', 'EXAMPLE,8647326934,2', ''],
  ],
] as const)('the sample of %s has its header and one example', async (kind, name, lines) => {
  const test = createTestStore()
  await test.store.dispatch(downloadSample(kind))
  expect(await readSaved(test)).toEqual({ name, lines })
})

it('the sample, uploaded as it is, sends nothing', async () => {
  const test = createTestStore()
  await test.store.dispatch(downloadSample('sub-orders'))
  const id = await startSheet((await test.saved[0]?.content.text()) ?? '', 'sub-orders', test)
  await test.store.dispatch(startAll(id))
  expect(test.store.getState().sheets['sub-orders'].sheet?.checked.issues.map(({ code }) => code)).toEqual([
    'EXAMPLE_ROW',
  ])
  expect(test.script.calls).toEqual([])
})

it('nothing is saved where there is no sheet', async () => {
  const test = createTestStore()
  await test.store.dispatch(downloadIssues('sub-orders', words))
  await test.store.dispatch(downloadResults('sub-orders', 'all', words))
  expect(test.saved).toEqual([])
})
