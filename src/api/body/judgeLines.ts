import { isShape, type Shape } from '../answer/answer'
import type { CancellationRequest } from '../../domain/run/cancellation'
import { combineLines, type Judgement } from './judgement'

export interface LineContext {
  readonly request: CancellationRequest
}

/** What servers call the SKU of a line. */
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

/** The SKU that a line of an answer is of; undefined where it names none. */
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

/** A line of the answer that shows less cancelled than was asked. */
function fallsShort(line: unknown, asked: ReadonlyMap<string, number>): boolean {
  if (!isShape(line)) return false
  const quantity = asked.get(readSku(line) ?? '')
  const shown = readQuantity(line)
  return quantity !== undefined && shown !== undefined && shown < quantity
}

/** Whether the lines are those of the call, and one of it is missing. */
function leavesOut(lines: readonly unknown[], { request }: LineContext): boolean {
  if (request.kind === 'whole') return false
  const shown = new Set(lines.map(readSku))
  const missing = request.lineItems.filter(({ skuId }) => !shown.has(skuId)).length
  return missing > 0 && missing < request.lineItems.length
}

/** Of an order that comes back whole, the lines that nobody asked for are as they were. */
function keepAsked(lines: readonly unknown[], { request }: LineContext): readonly unknown[] {
  if (request.kind === 'whole') return lines
  const asked = new Set<string | undefined>(request.lineItems.map(({ skuId }) => skuId))
  const kept = lines.filter((line) => asked.has(readSku(line)))
  return kept.length > 0 ? kept : lines
}

/** A list of the answer, line by line: done only where every line is, and every line that was asked is among them. */
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

/** The lines of an answer that is made of them (207): a list, or one below a usual name; undefined where there are none. */
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
