import type { YieldIfDue } from '../time/yieldIfDue'
import type { Failure } from './outcome'
import type { OutcomeList } from './outcomeList'

/** Failures with the same text, except for IDs and figures. */
export interface FailureGroup {
  readonly count: number
  /** The first failure of the group. */
  readonly example: Failure
  /** The common text, with `…` in the place of figures that differ; the example's message where no figure differs. */
  readonly message: string
}

interface Group {
  count: number
  readonly example: Failure
  readonly pattern: string
  isSame: boolean
}

/** The text without the IDs and figures that differ from row to row. */
function readPattern(message: string): string {
  return message.replace(/\d+/g, '…')
}

function countFailure(groups: Map<string, Group>, failure: Failure): void {
  const pattern = readPattern(failure.message)
  const key = `${failure.httpStatus}\n${failure.code}\n${failure.advice ?? ''}\n${pattern}`
  const group = groups.get(key)
  if (!group) {
    groups.set(key, { count: 1, example: failure, pattern, isSame: true })
    return
  }
  group.count += 1
  group.isSame &&= group.example.message === failure.message
}

/** Groups failures by their texts, the largest group first. */
export async function groupFailures(
  { blocks }: OutcomeList,
  yieldIfDue: YieldIfDue,
): Promise<FailureGroup[]> {
  const groups = new Map<string, Group>()
  for (const block of blocks) {
    for (const outcome of block) {
      if (outcome?.status === 'failed') countFailure(groups, outcome.failure)
    }
    const pause = yieldIfDue()
    if (pause) await pause
  }
  return [...groups.values()]
    .sort((one, other) => other.count - one.count)
    .map(({ count, example, pattern, isSame }) => ({
      count,
      example,
      message: isSame ? example.message : pattern,
    }))
}
