import type { Caution } from '../domain/sheet/caution'
import type { Messages } from './messages'

/** Says what the user decided about the rows of a caution; undefined as long as nothing is decided. */
export function describeDecision({ code, decision, positions }: Caution, { cautions }: Messages) {
  const { receipt } = cautions
  return decision && receipt[code]({ n: positions.length, decision: receipt[decision] })
}
