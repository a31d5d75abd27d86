import { isShape } from '../answer/answer'
import type { LineContext } from './judgeLines'
import { chooseWorst, type Judgement, NOTHING } from './judgement'
import { readMemberRole } from './memberNames'
import { readFlag } from '../message/statusWords'

/** What an answer to a cancel needs is far below; a body that is larger was not read to its end, and so says nothing for sure. */
export const MOST_NODES = 20_000
export const DEEPEST = 24

/** How far a body may still be walked. */
export interface Walk extends LineContext {
  left: number
}

const FAILURE: Judgement = { says: 'failure' }

/** A payment, a shipment, a log: its words and promises are its own; a flag that says that something failed is heard. */
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
