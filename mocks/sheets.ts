import type { SubOrderData } from './subOrders'

const CHANNELS = ['Myntra', 'Flipkart', 'Amazon', 'Ajio', 'Nykaa', 'Shopify']

/** A line that stands in a sheet as written, to show the screen's issue with it. */
export interface RoughRow {
  /** Before which row of the data, counted from 0. */
  readonly at: number
  readonly cells: readonly string[]
}

/** The sheet of whole sub-orders, as an operator copies it out of a report: with columns the screen does not need. */
export function writeSubOrdersSheet(
  orders: readonly SubOrderData[],
  rough: readonly RoughRow[] = [],
): string {
  const rows = orders.map((order, index) => [order.id, channelOf(index), channelOrderOf(index)])
  return writeSheet(['Increff Sub Order ID', 'Channel', 'Channel Order ID'], insert(rows, rough))
}

/** One line of a sheet. */
export interface SheetLine {
  readonly id: string
  readonly skuId: string
  readonly quantity: number
}

export function writeLineItemsSheet(lines: readonly SheetLine[], rough: readonly RoughRow[] = []): string {
  const rows = lines.map((line, index) => [line.id, line.skuId, String(line.quantity), channelOf(index)])
  return writeSheet(['Sub Order ID', 'Increff SKU ID', 'Quantity', 'Channel'], insert(rows, rough))
}

function insert(rows: readonly string[][], rough: readonly RoughRow[]): readonly (readonly string[])[] {
  const extra = (at: number) => rough.filter((row) => row.at === at).map((row) => row.cells)
  return rows.flatMap((cells, index) => [...extra(index), cells])
}

function writeSheet(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(quote).join(','))
  return `${lines.join('\r\n')}\r\n`
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function channelOf(index: number): string {
  return CHANNELS[(index * 5) % CHANNELS.length] ?? 'Myntra'
}

/** 20 digits, as Flipkart and Myntra have them: above 2^53 and above the 15 digits of Excel. */
function channelOrderOf(index: number): string {
  return `16837253779${String(671050215 + index * 7919).padStart(9, '0')}`
}
