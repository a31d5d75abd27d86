import type { SheetLine } from './sheets'
import type { SubOrderData } from './subOrders'

/** A sub-order of a scenario, and the line items that the scenario's sheet cancels. */
export interface Case {
  readonly order: SubOrderData
  readonly lines: readonly SheetLine[]
  /** Stands in the sheet, but the OMS has no such sub-order. */
  readonly missing?: true
}

type Maker = (id: string, skuId: string) => Case

/** How a sub-order comes to be cancelled or refused. The line-item sheet meets the refusal of the same kind. */
export const cases = {
  fine: (id, skuId) => ({
    order: { id, items: [{ skuId, ordered: 4 }] },
    lines: [{ id, skuId, quantity: 2 }],
  }),
  /** Two lines, so that the table shows one row for two lines. */
  twoLines: (id, skuId) => ({
    order: {
      id,
      items: [
        { skuId, ordered: 3 },
        { skuId: nextSku(skuId), ordered: 2 },
      ],
    },
    lines: [
      { id, skuId, quantity: 3 },
      { id, skuId: nextSku(skuId), quantity: 1 },
    ],
  }),
  picklistOut: (id, skuId) => ({
    order: { id, status: 'PROCESSING', items: [{ skuId, ordered: 2, inPicklist: 2 }] },
    lines: [{ id, skuId, quantity: 1 }],
  }),
  invoiced: (id, skuId) => ({
    order: { id, status: 'COMPLETED', invoiced: true, items: [{ skuId, ordered: 1 }] },
    lines: [{ id, skuId, quantity: 1 }],
  }),
  alreadyCancelled: (id, skuId) => ({
    order: { id, status: 'CANCELLED', items: [{ skuId, ordered: 1, cancelled: 1 }] },
    lines: [{ id, skuId, quantity: 1 }],
  }),
  channelRefuses: (id, skuId) => ({
    order: { id, channelRefuses: true, items: [{ skuId, ordered: 1 }] },
    lines: [{ id, skuId, quantity: 1 }],
  }),
  /** The whole sub-order can be cancelled, but the sheet asks for more of a line than is left. */
  tooMany: (id, skuId) => ({
    order: { id, items: [{ skuId, ordered: 3 }] },
    lines: [{ id, skuId, quantity: 5 }],
  }),
  /** The whole sub-order can be cancelled, but the sheet names a SKU that is not in it. */
  unknownSku: (id, skuId) => ({
    order: { id, items: [{ skuId, ordered: 1 }] },
    lines: [{ id, skuId: '8647326999', quantity: 1 }],
  }),
  notFound: (id, skuId) => ({ order: { id }, lines: [{ id, skuId, quantity: 1 }], missing: true }),
} satisfies Record<string, Maker>

/** So many of each kind, mixed the same way every time. */
export function createCases(counts: Partial<Record<keyof typeof cases, number>>): readonly Case[] {
  const makers = Object.entries(counts).flatMap(([kind, count]) =>
    Array.from({ length: count }, () => cases[kind as keyof typeof cases]),
  )
  return mix(makers).map((make, index) => make(createId(index), String(8647326934 + index * 3)))
}

/** Ten digits that rise by irregular steps, as in a report of one day. */
function createId(index: number): string {
  return String(1253231242 + index * 17 + ((index * 7) % 11))
}

function nextSku(skuId: string): string {
  return String(Number(skuId) + 1)
}

/** Mixes the list by a step that shares no factor with most lengths, so that no kind fills a block. */
function mix<T>(values: readonly T[]): readonly T[] {
  return values
    .map((value, index) => ({ value, rank: (index * 61) % 151 }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ value }) => value)
}
