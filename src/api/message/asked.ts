import { isShape } from '../answer/answer'
import type { CancellationRequest } from '../../domain/run/cancellation'

/**
 * The IDs that a call asks for, in the words of an answer. They are compared exactly, and count where they stand as words of
 * their own: `86473269` is none of `8647326934`.
 */

/** In the place of the sub-order's ID. */
export const OUR_ORDER = '#order'
/** In the place of a SKU that was asked for. */
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

/** A text in which what was asked has a mark in its place. */
export interface Marked {
  readonly text: string
  /** How many different SKUs of the call it names. */
  readonly skus: number
}

/** Longer server text names nothing more. */
const LONGEST = 2000

/** @param text as the server wrote it */
export function markAsked(text: string, request: CancellationRequest): Marked {
  let marked = strike(text.slice(0, LONGEST), request.subOrderId, ` ${OUR_ORDER} `)
  let skus = 0
  if (request.kind === 'line-items') {
    // The longest first: one SKU may be a part of another, cut at a dash.
    const ids = request.lineItems.map(({ skuId }) => skuId).sort((one, next) => next.length - one.length)
    for (const id of ids) {
      const struck = strike(marked, id, ` ${OUR_SKU} `)
      if (struck !== marked) skus += 1
      marked = struck
    }
  }
  return { text: marked, skus }
}

/** A refusal that lists more than this names nothing that could be counted. */
const MOST_NODES = 5000

/** How many different SKUs of the call stand in a body as values of their own: `{ "details": [{ "skuId": "A" }] }`. */
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
