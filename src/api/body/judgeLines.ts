import { isShape, type Shape } from '../answer/answer'
import type { CancellationRequest } from '../../domain/run/cancellation'
import { combineLines, type Judgement } from './judgement'

export interface LineContext {
  readonly request: CancellationRequest
}

/** Names that servers give the SKU of a line. */
const SKU_KEYS = [
  'skuId',
  'sku',
  'skuCode',
  'sku_id',
  'globalSkuId',
  'itemSku',
  'sellerSku',
  'SKU',
  'variantSku',
] as const

/** Reads the SKU of a line in an answer; undefined where it names none. */
function readSku(line: unknown): string | undefined {
  if (!isShape(line)) return undefined
  const value = SKU_KEYS.map((key) => line[key]).find(
    (sku) => typeof sku === 'string' || typeof sku === 'number',
  )
  return value === undefined ? undefined : String(value)
}

function readQuantity(line: Shape): number | undefined {
  const value = line.cancelledQuantity ?? line.canceledQuantity ?? line.quantityCancelled
  const isFigure = typeof value === 'number' || (typeof value === 'string' && /^\d{1,9}$/.test(value))
  return isFigure ? Number(value) : undefined
}

/** Whether a line of the answer shows a smaller cancelled quantity than the call asked for. */
function fallsShort(line: unknown, asked: ReadonlyMap<string, number>): boolean {
  if (!isShape(line)) return false
  const quantity = asked.get(readSku(line) ?? '')
  const shown = readQuantity(line)
  return quantity !== undefined && shown !== undefined && shown < quantity
}

/** Whether the lines are lines of the call, and one line of the call is missing. */
function leavesOut(lines: readonly unknown[], { request }: LineContext): boolean {
  if (request.kind === 'whole') return false
  const shown = new Set(lines.map(readSku))
  const missing = request.lineItems.filter(({ skuId }) => !shown.has(skuId)).length
  return missing > 0 && missing < request.lineItems.length
}

/** Drops the lines that the call did not ask for: a server may return the whole order. */
function keepAsked(lines: readonly unknown[], { request }: LineContext): readonly unknown[] {
  if (request.kind === 'whole') return lines
  const asked = new Set<string | undefined>(request.lineItems.map(({ skuId }) => skuId))
  const kept = lines.filter((line) => asked.has(readSku(line)))
  return kept.length > 0 ? kept : lines
}

/** Judges a list line by line. It is done only where every line is done, and every line of the call is among them. */
export function judgeLines(
  lines: readonly unknown[],
  context: LineContext,
  judgeLine: (line: unknown) => Judgement,
): Judgement {
  const judged = combineLines(keepAsked(lines, context).map(judgeLine))
  if (judged.says === 'session' || context.request.kind === 'whole') return judged
  const asked = new Map<string, number>(
    context.request.lineItems.map(({ skuId, quantity }) => [skuId, quantity]),
  )
  const isShort = leavesOut(lines, context) || lines.some((line) => fallsShort(line, asked))
  return isShort ? { says: 'part' } : judged
}

const LISTS =
  /^(results?|items?|lines?|line_?items?|order_?items?|orders?|sub_?orders?|responses?|data|entries|updates|outcomes|operations|statuses|value|details|multi_?status)$/i
const DEEPEST = 3

/**
 * Finds the lines of an answer that consists of lines (207): a list, or a list below a usual name; undefined where
 * there is none.
 */
export function findLines(body: unknown, depth = 0): readonly unknown[] | undefined {
  if (Array.isArray(body)) return body as readonly unknown[]
  if (!isShape(body) || depth > DEEPEST) return undefined
  for (const [name, value] of Object.entries(body)) {
    if (!LISTS.test(name)) continue
    const found = findLines(value, depth + 1)
    if (found && found.length > 0) return found
  }
  return undefined
}
