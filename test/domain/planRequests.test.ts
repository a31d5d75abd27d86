import { expect, it } from '@jest/globals'
import { holdBreath } from '../../src/domain/breathe'
import type { SkuId, SubOrderId } from '../../src/domain/identifiers'
import { planRequests } from '../../src/domain/planRequests'

const first = '1' as SubOrderId
const second = '2' as SubOrderId
const createLine = (subOrderId: SubOrderId, skuId: string, row: number) => ({
  row,
  subOrderId,
  lineItem: { skuId: skuId as SkuId, quantity: 1, row },
})

it('plans one call a row for whole sub-orders and skips rows that cannot be sent', async () => {
  const rows = [undefined, { row: 3, subOrderId: second }, { row: 4, subOrderId: first }]
  expect(await planRequests(rows, holdBreath)).toEqual({
    requests: [
      { kind: 'whole', subOrderId: '2', row: 3 },
      { kind: 'whole', subOrderId: '1', row: 4 },
    ],
    requestOfRow: Int32Array.of(-1, 0, 1),
  })
})

it('plans one call a sub-order for line items that stand apart in the file', async () => {
  const rows = [createLine(second, 'A', 2), createLine(first, 'A', 3), undefined, createLine(second, 'B', 5)]
  expect(await planRequests(rows, holdBreath)).toEqual({
    requests: [
      {
        kind: 'line-items',
        subOrderId: '2',
        row: 2,
        lineItems: [
          { skuId: 'A', quantity: 1, row: 2 },
          { skuId: 'B', quantity: 1, row: 5 },
        ],
      },
      { kind: 'line-items', subOrderId: '1', row: 3, lineItems: [{ skuId: 'A', quantity: 1, row: 3 }] },
    ],
    requestOfRow: Int32Array.of(0, 1, -1, 0),
  })
})

it('plans nothing for no rows', async () => {
  expect(await planRequests([], holdBreath)).toEqual({ requests: [], requestOfRow: new Int32Array() })
})
