import { expect, it } from '@jest/globals'
import type { CautionCode, CautionDecision } from '../../src/domain/sheet/caution'
import { downloadResults } from '../../src/store/run/downloadThunks'
import { queueEdit } from '../../src/store/sheet/queueEdit'
import { applyEdit } from '../../src/store/sheet/applyEdit'
import { startAll } from '../../src/store/run/runThunks'
import { loadFile } from '../../src/store/sheet/loadFile'
import { createTestStore, type TestStore, words } from './testStore'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

async function load({ store }: TestStore, text: string, kind: SheetKind = 'sub-orders'): Promise<string> {
  await store.dispatch(loadFile(kind, new File([text], 'orders.csv')))
  return store.getState().sheets[kind].sheet?.id ?? ''
}

const decide = ({ store }: TestStore, id: string, code: CautionCode, decision: CautionDecision) =>
  store.dispatch(
    queueEdit('sub-orders', id, ({ cautions }) => ({ type: 'decide', code, decision, cautions })),
  )

const listSent = ({ script }: TestStore) => script.calls.map(({ request }) => request.subOrderId)

it('nothing is started before each kind of odd row is decided about', async () => {
  const test = createTestStore()
  const id = await load(test, 'Sub Order ID\n12-Jan\n7\n007\n8\n')
  await test.store.dispatch(startAll(id))
  await decide(test, id, 'LOOKS_LIKE_DATE', 'send')
  await test.store.dispatch(startAll(id))
  expect(listSent(test)).toEqual([])
  await decide(test, id, 'NEARLY_THE_SAME', 'leave-out')
  await test.store.dispatch(startAll(id))
  expect(listSent(test)).toEqual(['12-Jan', '8'])
})

it('an edit that makes a row odd asks before the start', async () => {
  const test = createTestStore()
  const id = await load(test, 'Sub Order ID\n7\n8\n')
  const edit = { type: 'edit', position: 1, cells: { subOrderId: '007' } } as const
  await test.store.dispatch(applyEdit('sub-orders', edit))
  await test.store.dispatch(startAll(id))
  expect(listSent(test)).toEqual([])
})

it('nobody decides about odd rows once a run has started', async () => {
  const test = createTestStore()
  const id = await load(test, 'Sub Order ID\n12-Jan\n8\n')
  await decide(test, id, 'LOOKS_LIKE_DATE', 'leave-out')
  await test.store.dispatch(startAll(id))
  const before = test.store.getState().sheets['sub-orders'].sheet
  await decide(test, id, 'LOOKS_LIKE_DATE', 'send')
  expect(test.store.getState().sheets['sub-orders'].sheet).toBe(before)
})

it('rows that are left out come back in the downloads as never sent, with why', async () => {
  const test = createTestStore()
  const id = await load(test, 'Sub Order ID\n12-Jan\n8\n')
  await decide(test, id, 'LOOKS_LIKE_DATE', 'leave-out')
  await test.store.dispatch(startAll(id))
  await test.store.dispatch(downloadResults('sub-orders', 'all', words))
  const text = await test.saved[0]?.content.text()
  expect(text?.split('\r\n').slice(1, 3)).toEqual([
    '12-Jan,LOOKS_LIKE_DATE (left out),not-sent,LEFT_OUT,Fix LEFT_OUT',
    '8,,succeeded,,',
  ])
})
