import { expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { CautionCode, CautionDecision } from '../../src/domain/sheet/caution'
import { decideCaution } from '../../src/domain/cautions/decideCaution'
import { reapplyEdits } from '../../src/domain/edit/reapplyEdits'
import type { Sheet } from '../../src/domain/sheet/sheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { openBook } from './openBook'
import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'

const check = (sheet: Sheet) => validateRows(sheet, neverYield)

const decide = ({ sheet, cautions }: CheckedSheet, code: CautionCode, decision: CautionDecision) =>
  check(decideCaution(sheet, { type: 'decide', code, decision, cautions }))

async function bringBack(checked: CheckedSheet): Promise<CheckedSheet> {
  const { kind, fileName } = checked.sheet
  const book = openBook([...checked.requests], { plan: { checked, kind, fileName } })
  await book.take({ runId: 'run', total: checked.requests.length })
  const { checked: back } = await book.load()
  if (!back) throw new Error('the journal keeps no sheet')
  return back
}

function createSheet(records: readonly string[], hidden: readonly number[]): Sheet {
  return {
    kind: 'sub-orders',
    fileName: 'orders.xlsx',
    delimiter: ',',
    header: ['Sub Order ID'],
    columns: { subOrderId: 0 },
    rows: records.map((id, index) => ({ row: index + 2, cells: [id] })),
    hiddenRows: Uint32Array.from(hidden),
  }
}

const uploaded = createSheet(['12-Jan', '2-Sep', '7', '007', '8', '9', '10'], [6, 7])

async function decideAll(): Promise<CheckedSheet> {
  const sent = await decide(await check(uploaded), 'LOOKS_LIKE_DATE', 'send')
  return decide(sent, 'NEARLY_THE_SAME', 'leave-out')
}

it('cautions and decisions about rows come back from the journal', async () => {
  const checked = await decideAll()
  const back = await bringBack(checked)
  expect(back.cautions).toEqual(checked.cautions)
  expect(back.issues).toEqual(checked.issues)
})

it('the same file chosen again has the same requests and decisions', async () => {
  const checked = await decide(await decideAll(), 'HIDDEN_ROW', 'send')
  const again = await check(await reapplyEdits(uploaded, (await bringBack(checked)).sheet, neverYield))
  expect([again.requests, again.cautions]).toEqual([checked.requests, checked.cautions])
})

it('thousands of odd rows are kept in several chunks', async () => {
  const records = Array.from({ length: 2500 }, (_, index) => `${1_000_000_000_000_000_000 + index * 100_000}`)
  const checked = await decide(await check(createSheet(records, [])), 'MAYBE_ROUNDED', 'send')
  expect(checked.cautions).toMatchObject([{ code: 'MAYBE_ROUNDED', decision: 'send' }])
  expect((await bringBack(checked)).cautions).toEqual(checked.cautions)
})
