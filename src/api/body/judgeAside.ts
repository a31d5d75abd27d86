import { isShape } from '../answer/answer'
import type { LineContext } from './judgeLines'
import { chooseWorst, type Judgement, NOTHING } from './judgement'
import { readMemberRole } from './memberNames'
import { readFlag } from '../message/statusWords'

/** An answer to a cancel needs far less. A larger body is not read to its end, and so proves nothing. */
export const MOST_NODES = 20_000
export const DEEPEST = 24

/** Counts how many more members of a body may be read. */
export interface Walk extends LineContext {
  left: number
}

const FAILURE: Judgement = { says: 'failure' }

/**
 * Judges a payment, a shipment or a log: its words and promises do not count, but a flag that something failed does.
 */
export function judgeAside(value: unknown, walk: Walk, depth: number): Judgement {
  if (!isShape(value)) return NOTHING
  if (depth > DEEPEST || walk.left < 0) return FAILURE
  const entries = Object.entries(value)
  walk.left -= entries.length
  const isFlagged = entries.some(([name, inner]) => {
    const role = readMemberRole(name)
    return (role === 'success-flag' && readFlag(inner) === false) || (role === 'failure' && inner === true)
  })
  if (isFlagged) return FAILURE
  return chooseWorst(entries.map(([, inner]) => judgeAside(inner, walk, depth + 1)))
}
