import { isShape } from '../answer/answer'
import type { CancellationRequest } from '../../domain/run/cancellation'

/**
 * Finds the IDs of a call in the words of an answer. An ID is compared exactly, and counts where it stands as a word of
 * its own: `8647326934` does not contain `86473269`.
 */

/** Replaces the sub-order's ID. */
export const OUR_ORDER = '#order'
/** Replaces a SKU of the call. */
export const OUR_SKU = '#sku'

const isWordCharacter = (character: string) => /[\p{L}\p{N}]/u.test(character)

/** @returns the text with every occurrence of the ID as a word of its own replaced */
function strike(text: string, id: string, mark: string): string {
  if (id === '' || !text.includes(id)) return text
  const pieces = text.split(id)
  let struck = pieces[0] ?? ''
  for (let index = 1; index < pieces.length; index += 1) {
    const next = pieces[index] ?? ''
    const isWord = !isWordCharacter(struck.slice(-1)) && !isWordCharacter(next.slice(0, 1))
    struck += (isWord ? mark : id) + next
  }
  return struck
}

/** A text in which marks replace the IDs of the call. */
export interface Marked {
  readonly text: string
  /** Number of different SKUs of the call that the text names. */
  readonly skus: number
}

/** Server text beyond this length names nothing more. */
const LONGEST = 2000

/** @param text as the server wrote it */
export function markAsked(text: string, request: CancellationRequest): Marked {
  let marked = strike(text.slice(0, LONGEST), request.subOrderId, ` ${OUR_ORDER} `)
  let skus = 0
  if (request.kind === 'line-items') {
    // The longest SKU comes first: another SKU may be its beginning, up to a dash.
    const ids = request.lineItems.map(({ skuId }) => skuId).sort((a, b) => b.length - a.length)
    for (const id of ids) {
      const struck = strike(marked, id, ` ${OUR_SKU} `)
      if (struck !== marked) skus += 1
      marked = struck
    }
  }
  return { text: marked, skus }
}

/** A refusal that lists more values than this is not counted. */
const MOST_NODES = 5000

/**
 * Counts the different SKUs of the call that stand in a body as values of their own: `{ "details": [{ "skuId": "A" }]
 * }`.
 */
export function countNamed(body: unknown, request: CancellationRequest): number {
  if (request.kind === 'whole') return 0
  const found = new Set<string>()
  const open: unknown[] = [body]
  for (let count = 0; open.length > 0 && count < MOST_NODES; count += 1) {
    const value = open.pop()
    if (typeof value === 'string' || typeof value === 'number') found.add(String(value))
    if (isShape(value)) {
      for (const inner of Object.values(value).slice(0, MOST_NODES)) open.push(inner)
    }
  }
  return request.lineItems.filter(({ skuId }) => found.has(skuId)).length
}
