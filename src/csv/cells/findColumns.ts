import { cleanText } from '../../domain/ids/cleanText'
import type { ColumnNames } from '../../domain/sheet/columnNames'
import { headsLines, isAmountHeading, isProductHeading } from '../../domain/tables/headingWords'
import type { UnnamedProblem } from '../../domain/sheet/fileProblem'
import type { ColumnMap, ColumnMeaning, SheetKind } from '../../domain/sheet/columnMeaning'
import { readMeaning } from './readMeaning'
import { listSampleHeaders, neededColumns } from './sampleHeaders'

// Headings of quantities that have no meaning: "Cancel Qty", "Units".
const lineWords = /qty|quantit|units|pieces/i

// Characters; enough for users to recognise their first line.
const MAX_FOUND = 200

// Headings of amounts to cancel, not of cancelled amounts: `Qty to cancel`, `Cancel Units`, `Storno-Menge`.
const toCancel =
  /cancel(?!l?ed\b|l?able|l? ?(?:at|on|by)\b)(?:lation)?|to be cancell?ed|storn(?!iert)|annul(?!l?(?:ée?s?|at[aeo])(?!\p{L}))|anulow|отмен|रद्द/iu

// `Cancel` alone heads a yes or no as often as an amount; `SKU to cancel` is no amount.
const namesCancelAmount = (text: string): boolean =>
  toCancel.test(text) && /\P{L}/u.test(text) && !/sku/i.test(text) && isAmountHeading(text)

/**
 * Finds columns with the pieces to cancel, where the quantity column holds all pieces: with that column, five pieces
 * would be cancelled instead of one.
 */
function findCancelAmounts(header: readonly string[], [quantity = -1]: readonly number[]): readonly number[] {
  const own = header[quantity]
  if (own === undefined || toCancel.test(own)) return []
  return [...header.keys()].filter((column) => {
    const text = cleanText(header[column] ?? '').slice(0, MAX_FOUND)
    return column !== quantity && namesCancelAmount(text)
  })
}

function shorten(text: string): string {
  return text.length > MAX_FOUND ? `${text.slice(0, MAX_FOUND)}…` : text
}

/** The columns of a header, or the reason why it is none. */
export type FoundColumns =
  | { readonly ok: true; readonly columns: ColumnMap }
  | { readonly ok: false; readonly problem: UnnamedProblem }

/**
 * Finds the columns of a sheet by position, so that no text of a header ever becomes a property name.
 *
 * @param isWhole the user means whole sub-orders, although the header names line items
 */
export function findColumns(
  header: readonly string[],
  kind: SheetKind,
  {
    names,
    isWhole = false,
  }: { readonly names?: ColumnNames | undefined; readonly isWhole?: boolean | undefined } = {},
): FoundColumns {
  const places: Record<ColumnMeaning, number[]> = { subOrderId: [], skuId: [], quantity: [] }
  for (const [index, text] of header.entries()) {
    const meaning = readMeaning(text, names)
    if (meaning) places[meaning].push(index)
  }
  if (kind === 'line-items') places.quantity.push(...findCancelAmounts(header, places.quantity))
  const problem = findHeaderProblem(header, kind, places, { names, isWhole })
  if (problem) return { ok: false, problem }
  const [subOrderId = -1] = places.subOrderId
  const [skuId = -1] = places.skuId
  const [quantity = -1] = places.quantity
  return { ok: true, columns: kind === 'sub-orders' ? { subOrderId } : { subOrderId, skuId, quantity } }
}

function findHeaderProblem(
  header: readonly string[],
  kind: SheetKind,
  places: Record<ColumnMeaning, number[]>,
  { names, isWhole }: { readonly names: ColumnNames | undefined; readonly isWhole: boolean },
): UnnamedProblem | undefined {
  const called = listSampleHeaders(kind, names)
  const found = shorten(header.join(', '))
  const belongsTo = isWhole ? undefined : findOtherSheet(header, kind, places)
  const lines = belongsTo === 'line-items' ? { columns: nameLines(header, places) } : {}
  if (belongsTo) return { code: 'WRONG_SHEET', belongsTo, ...lines, found }
  const nameColumns = (isMeant: (columns: number[]) => boolean) =>
    neededColumns[kind].flatMap((meaning, index) => (isMeant(places[meaning]) ? [called[index] ?? ''] : []))
  const missing = nameColumns((columns) => columns.length === 0)
  if (missing.length > 0) return { code: 'MISSING_HEADER', columns: missing, found }
  const doubled = nameColumns((columns) => columns.length > 1)
  if (doubled.length > 0) return { code: 'DUPLICATE_HEADER', columns: doubled, found }
  return undefined
}

/** The headings of the product and its amount, which show that the file holds line items. */
function nameLines(header: readonly string[], places: Record<ColumnMeaning, number[]>): readonly string[] {
  const [skuId = -1] = places.skuId
  const [quantity = -1] = places.quantity
  const product = header[skuId] ?? header.find(isProductHeading)
  const amount =
    header[quantity] ?? header.find(isAmountHeading) ?? header.find((text) => lineWords.test(text))
  return [product, amount].map((text = '') => shorten(cleanText(text)))
}

// On the other tab, a file of line items would cancel whole sub-orders instead of some lines: it must never pass.
function findOtherSheet(
  header: readonly string[],
  kind: SheetKind,
  places: Record<ColumnMeaning, number[]>,
): SheetKind | undefined {
  const hasId = places.subOrderId.length > 0
  const hasSku = places.skuId.length > 0
  const speaksOfLines = places.quantity.length > 0 || header.some((text) => lineWords.test(text))
  if (kind === 'sub-orders') return (hasSku && speaksOfLines) || headsLines(header) ? 'line-items' : undefined
  const speaksOfProducts = hasSku || header.some((text) => /sku/i.test(text) || isProductHeading(text))
  const speaksOfAmounts = speaksOfLines || header.some(isAmountHeading)
  return hasId && !speaksOfProducts && !speaksOfAmounts ? 'sub-orders' : undefined
}
