import { describe, expect, it } from '@jest/globals'
import { readRejected, readResolved } from '../../src/api/answer/readAnswer'
import { readOutcome } from '../../src/api/readOutcome'
import type { Attempt, CancellationRequest } from '../../src/domain/run/cancellation'
import { createLines, createWhole } from '../domain/requests'
import { type AnswerCase, ID, SKUS, type Verdict } from '../fixtures/answers/answerCase'
import { families } from '../fixtures/answers/families'

const noon = Date.UTC(2026, 10, 23, 12)

const requests: Readonly<Record<AnswerCase['ask'], CancellationRequest>> = {
  whole: createWhole(ID),
  line: createLines(ID, [SKUS[0], 2]),
  lines: createLines(ID, [SKUS[0], 2], [SKUS[1], 1], [SKUS[2], 4]),
}

async function readCase({ give, ask }: AnswerCase): Promise<Attempt> {
  const given = give()
  const answer = await ('resolved' in given ? readResolved(given.resolved) : readRejected(given.rejected))
  if (!answer) throw new Error('no answer')
  return readOutcome(answer, requests[ask], noon)
}

/** What of an attempt a verdict of the corpus is about. */
function describeAttempt(attempt: Attempt): Verdict {
  if (attempt.kind === 'not-processed') return { is: 'NOT SENT', why: attempt.why } as Verdict
  const { outcome } = attempt
  if (outcome.status === 'succeeded') return { is: 'SUCCESS', how: outcome.how }
  const trouble = attempt.trouble === undefined ? {} : { trouble: attempt.trouble }
  if (outcome.status === 'unknown') return { is: 'UNKNOWN', why: outcome.reason.why, ...trouble } as Verdict
  const { code, message, advice } = outcome.failure
  return { is: 'ERROR', code, message, ...trouble, ...(advice === undefined ? {} : { advice }) } as Verdict
}

describe.each(families)('%s', (_, cases) => {
  it.each(cases.map((one) => [one.name, one.verdict.is, one] as const))('%s: %s', async (__, ___, one) => {
    expect(describeAttempt(await readCase(one))).toEqual(one.verdict)
  })
})

it('holds at least 140 answers, no two of one name, each with its reason', () => {
  const all = families.flatMap(([family, cases]) => cases.map(({ name }) => `${family}: ${name}`))
  expect(all.length).toBeGreaterThanOrEqual(140)
  expect(new Set(all).size).toBe(all.length)
  expect(families.flatMap(([, cases]) => cases).filter(({ why }) => why.trim() === '')).toEqual([])
})
