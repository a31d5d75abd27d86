import { describe, expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { type CautionCode, type CautionDecision, countOpenKinds } from '../../src/domain/sheet/caution'
import { decideCaution } from '../../src/domain/cautions/decideCaution'
import { editSheet } from '../../src/domain/edit/editSheet'
import type { Sheet } from '../../src/domain/sheet/sheet'
import { validateRows } from '../../src/domain/check/validateRows'
import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'

function createSheet(records: readonly string[], more: Partial<Sheet> = {}): Sheet {
  const isLines = records[0]?.includes(',') === true
  return {
    kind: isLines ? 'line-items' : 'sub-orders',
    fileName: 'orders.csv',
    delimiter: ',',
    header: isLines ? ['Sub Order ID', 'SKU ID', 'Quantity'] : ['Sub Order ID'],
    columns: isLines ? { subOrderId: 0, skuId: 1, quantity: 2 } : { subOrderId: 0 },
    rows: records.map((record, index) => ({ row: index + 2, cells: record.split(',') })),
    ...more,
  }
}

const check = (sheet: Sheet) => validateRows(sheet, neverYield)

const decide = (checked: CheckedSheet, code: CautionCode, decision: CautionDecision) =>
  check(decideCaution(checked.sheet, { type: 'decide', code, decision, cautions: checked.cautions }))

/** The sent rows, the issues and the questions, by row number. */
function describeSheet({ requests, issues, cautions }: CheckedSheet) {
  return {
    sent: Array.from(requests, ({ row }) => row),
    issues: issues.map(({ row, code, caution }) => [row, code, ...(caution ? [caution] : [])].join(' ')),
    cautions: cautions.map(({ code, decision = 'open', rows }) => `${code} ${decision} ${rows.join(' ')}`),
    open: countOpenKinds(cautions),
  }
}

describe('odd rows', () => {
  it('get a question, and would be sent as long as nobody has decided', async () => {
    expect(describeSheet(await check(createSheet(['1253231242', '12-Jan', '2-Sep'])))).toEqual({
      sent: [2, 3, 4],
      issues: [],
      cautions: ['LOOKS_LIKE_DATE open 3 4'],
      open: 1,
    })
  })

  it('are sent or left out once somebody decides, and the user can take the decision back', async () => {
    const checked = await check(createSheet(['1253231242', '12-Jan']))
    const left = await decide(checked, 'LOOKS_LIKE_DATE', 'leave-out')
    expect(describeSheet(left)).toEqual({
      sent: [2],
      issues: ['3 LEFT_OUT LOOKS_LIKE_DATE'],
      cautions: ['LOOKS_LIKE_DATE leave-out 3'],
      open: 0,
    })
    expect(describeSheet(await decide(left, 'LOOKS_LIKE_DATE', 'send'))).toEqual({
      sent: [2, 3],
      issues: [],
      cautions: ['LOOKS_LIKE_DATE send 3'],
      open: 0,
    })
  })

  it('get a new question after an edit, and the other rows keep their decision', async () => {
    const checked = await check(createSheet(['12-Jan', '2-Sep', '3-Oct']))
    const decided = await decide(checked, 'LOOKS_LIKE_DATE', 'send')
    const edit = { type: 'edit', position: 1, cells: { subOrderId: '4-Nov' } } as const
    const edited = await check(editSheet(decided.sheet, edit))
    expect(describeSheet(edited)).toMatchObject({
      cautions: ['LOOKS_LIKE_DATE open 3', 'LOOKS_LIKE_DATE send 2 4'],
      open: 1,
    })
    // The answer is for the open question: earlier decisions stay.
    expect(describeSheet(await decide(edited, 'LOOKS_LIKE_DATE', 'leave-out'))).toMatchObject({
      sent: [2, 4],
      cautions: ['LOOKS_LIKE_DATE send 2 4', 'LOOKS_LIKE_DATE leave-out 3'],
      open: 0,
    })
  })

  it('get a question for each part of a split row', async () => {
    const checked = await check(createSheet(['12-Jan', '2-Sep 3-Oct']))
    const decided = await decide(checked, 'LOOKS_LIKE_DATE', 'send')
    const split = await check(editSheet(decided.sheet, { type: 'split', positions: [1] }))
    expect(describeSheet(split).cautions).toEqual(['LOOKS_LIKE_DATE open 3 3', 'LOOKS_LIKE_DATE send 2'])
    const edit = { type: 'edit', position: 2, cells: { subOrderId: '4-Nov' } } as const
    const edited = editSheet((await decide(split, 'LOOKS_LIKE_DATE', 'send')).sheet, edit)
    const { cautions } = await check(edited)
    expect(cautions.map(({ decision, positions }) => [decision, ...positions])).toEqual([
      [undefined, 2],
      ['send', 0, 1],
    ])
  })

  it('with an issue get no question: they are not sent', async () => {
    expect(describeSheet(await check(createSheet(['12-Jan', '12-Jan', '3 Mar'])))).toEqual({
      sent: [2],
      issues: ['3 DUPLICATE_ID', '4 INVALID_ID'],
      cautions: ['LOOKS_LIKE_DATE open 2'],
      open: 1,
    })
  })

  it('that are left out keep their duplicates unsent', async () => {
    const checked = await check(createSheet(['12-Jan', '12-Jan', '7']))
    expect(describeSheet(await decide(checked, 'LOOKS_LIKE_DATE', 'leave-out'))).toMatchObject({
      sent: [4],
      issues: ['2 LEFT_OUT LOOKS_LIKE_DATE', '3 DUPLICATE_ID'],
    })
  })

  it('of several kinds stand in each kind, and are sent only if each decision says so', async () => {
    const checked = await check(createSheet(['12-Jan', '12-jan', '7']))
    expect(describeSheet(checked)).toMatchObject({
      cautions: ['LOOKS_LIKE_DATE open 2 3', 'NEARLY_THE_SAME open 2 3'],
      open: 2,
    })
    const one = await decide(checked, 'LOOKS_LIKE_DATE', 'send')
    expect(describeSheet(one)).toMatchObject({ sent: [2, 3, 4], open: 1 })
    const other = await decide(one, 'NEARLY_THE_SAME', 'leave-out')
    expect(describeSheet(other)).toMatchObject({ sent: [4], open: 0 })
    expect(describeSheet(await decide(other, 'NEARLY_THE_SAME', 'send'))).toMatchObject({ sent: [2, 3, 4] })
  })

  it('that are left out already need no decision', async () => {
    const checked = await check(createSheet(['12-Jan', '12-jan', '7']))
    const left = await decide(checked, 'LOOKS_LIKE_DATE', 'leave-out')
    expect(describeSheet(left)).toMatchObject({ sent: [4], open: 0 })
  })
})

describe('odd line items', () => {
  const records = ['10,12-Jan,1', '10,B,2', '11,C,1']

  it('that are left out make the whole sub-order skipped', async () => {
    const checked = await check(createSheet(records))
    expect(describeSheet(checked)).toMatchObject({ sent: [2, 4], cautions: ['LOOKS_LIKE_DATE open 2'] })
    const left = await decide(checked, 'LOOKS_LIKE_DATE', 'leave-out')
    expect(describeSheet(left)).toMatchObject({ sent: [4] })
    expect(left.issues).toEqual([
      { row: 2, code: 'LEFT_OUT', value: '12-Jan', column: 'SKU ID', caution: 'LOOKS_LIKE_DATE' },
      {
        row: 3,
        code: 'SUB_ORDER_HELD_BACK',
        value: '10',
        column: 'Sub Order ID',
        otherRow: 2,
        caution: 'LOOKS_LIKE_DATE',
      },
    ])
    expect([...left.requestOfRow]).toEqual([-1, -1, 0])
  })

  it('that are hidden do not count: the other lines of their sub-order are sent', async () => {
    const hiddenRows = Uint32Array.of(2)
    const checked = await check(createSheet(['10,A,1', '10,B,2', '11,C,1'], { hiddenRows }))
    expect(describeSheet(checked)).toEqual({
      sent: [3, 4],
      issues: ['2 LEFT_OUT HIDDEN_ROW'],
      cautions: ['HIDDEN_ROW leave-out 2'],
      open: 0,
    })
    const sent = await decide(checked, 'HIDDEN_ROW', 'send')
    expect(describeSheet(sent)).toMatchObject({ sent: [2, 4], issues: [], cautions: ['HIDDEN_ROW send 2'] })
  })
})

describe('rows that are hidden in the workbook', () => {
  const hiddenRows = Uint32Array.of(2, 4, 5)

  it('are left out, do not collide with others, and get no other question', async () => {
    const checked = await check(createSheet(['7', '7', '12-Jan', '??', '8'], { hiddenRows }))
    expect(describeSheet(checked)).toEqual({
      sent: [3, 6],
      issues: ['2 LEFT_OUT HIDDEN_ROW', '4 LEFT_OUT HIDDEN_ROW', '5 INVALID_ID'],
      cautions: ['HIDDEN_ROW leave-out 2 4'],
      open: 0,
    })
    const sent = await decide(checked, 'HIDDEN_ROW', 'send')
    expect(describeSheet(sent)).toEqual({
      sent: [2, 4, 6],
      issues: ['3 DUPLICATE_ID', '5 INVALID_ID'],
      cautions: ['LOOKS_LIKE_DATE open 4', 'HIDDEN_ROW send 2 4'],
      open: 1,
    })
    expect(describeSheet(await decide(sent, 'HIDDEN_ROW', 'leave-out'))).toEqual(describeSheet(checked))
  })
})
