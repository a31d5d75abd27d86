import { describe, expect, it } from '@jest/globals'
import type { PretendOms } from '../../mocks/oms'
import { findScenario, scenarios } from '../../mocks/scenarios'

/** The cells of a sheet without quotes in it. */
function read(csv: string): string[][] {
  const [, ...lines] = csv.trimEnd().split('\r\n')
  return lines.map((line) => line.split(','))
}

function put(oms: PretendOms, path: string, body: unknown): string {
  const answer = oms.answer({ method: 'PUT', path, headers: {}, body: JSON.stringify(body) })
  const text = answer.body as { message?: string; errorMessage?: string } | undefined
  return `${answer.status} ${text?.message ?? text?.errorMessage ?? ''}`.trim().replaceAll(/\d{10}/g, '#')
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

function groupById(rows: readonly string[][]): Map<string, string[][]> {
  const groups = new Map<string, string[][]>()
  for (const row of rows) groups.set(row[0] ?? '', [...(groups.get(row[0] ?? '') ?? []), row])
  return groups
}

const cancelAll = (oms: PretendOms, ids: readonly string[]) =>
  countBy(ids.map((id) => put(oms, `orders/${id}/cancel`, {})))

describe('the scenarios', () => {
  it('have sheets of 25 to 200 rows, one ID a sub-order', () => {
    const figures = scenarios.map(({ id, subOrdersCsv, lineItemsCsv }) => [
      id,
      read(subOrdersCsv).length,
      read(lineItemsCsv).length,
    ])
    expect(figures).toEqual([
      ['all-well', 148, 208],
      ['some-refused', 152, 178],
      ['rate-limited', 60, 80],
      ['session-expires', 60, 80],
      ['server-down', 50, 70],
      ['slow', 25, 30],
    ])
  })

  it('cancel everything where all is well', () => {
    const { createOms, subOrdersCsv } = findScenario('all-well')
    const ids = read(subOrdersCsv).map(([id]) => id ?? '')
    expect([new Set(ids).size, cancelAll(createOms(), ids)]).toEqual([148, { 200: 148 }])
  })

  it('refuse whole sub-orders for every reason there is', () => {
    const { createOms, subOrdersCsv } = findScenario('some-refused')
    const ids = read(subOrdersCsv).map(([id]) => id ?? '')
    const sent = [...new Set(ids)].filter((id) => /^\d{10}$/.test(id))
    expect(cancelAll(createOms(), sent)).toEqual({
      200: 85,
      '200 Channel rejected the cancellation': 4,
      '400 Quantity is in processing, picklist is released': 37,
      '400 Sub order is invoiced, cancellation is not allowed': 12,
      '404 Sub order # does not exist': 3,
      '409 Sub order # is already CANCELLED': 6,
    })
  })

  it('refuse line items for every reason there is', () => {
    const { createOms, lineItemsCsv } = findScenario('some-refused')
    const oms = createOms()
    const bySubOrder = groupById(read(lineItemsCsv))
    const said = [...bySubOrder]
      .filter(([id]) => !id.startsWith('1253239'))
      .map(([id, rows]) => {
        const orderItems = rows.map(([, skuId, quantity]) => ({ skuId, cancelledQuantity: Number(quantity) }))
        return put(oms, `orders/${id}/cancel-line-items`, { orderItems })
      })
    expect(countBy(said)).toEqual({
      200: 77,
      '200 Channel rejected the cancellation': 4,
      '400 Quantity is in processing, picklist is released': 37,
      '400 Requested 5, cancellable 3': 5,
      '400 SKU # is not in sub order #': 3,
      '400 Sub order is invoiced, cancellation is not allowed': 12,
      '404 Sub order # does not exist': 3,
      '409 Sub order # is already CANCELLED': 6,
    })
  })

  it.each([
    ['rate-limited', { 200: 55, '429 Too many requests': 5 }],
    ['session-expires', { 200: 20, '401 Session has expired': 40 }],
    ['server-down', { 200: 15, 503: 35 }],
  ])('meet their trouble in %s', (id, figures) => {
    const { createOms, subOrdersCsv } = findScenario(id)
    const ids = read(subOrdersCsv).map(([subOrderId]) => subOrderId ?? '')
    expect(cancelAll(createOms(), ids)).toEqual(figures)
  })

  it('begin anew with every OMS', () => {
    const { createOms } = findScenario(null)
    const cancel = () => put(createOms(), 'orders/1253231242/cancel', {})
    expect([cancel(), cancel()]).toEqual(['200', '200'])
  })
})
