import { describe, expect, it } from '@jest/globals'
import { readResolved } from '../../src/api/answer/readAnswer'
import { readOutcome } from '../../src/api/readOutcome'
import type { Attempt } from '../../src/domain/run/cancellation'
import { createWhole } from '../domain/requests'
import { families } from '../fixtures/answers/families'

const whole = createWhole('1253231242')

async function readAs(value: object): Promise<Attempt> {
  const answer = await readResolved(value)
  if (!answer) throw new Error('no answer')
  return readOutcome(answer, whole, 0)
}

const readStatus = (attempt: Attempt) => (attempt.kind === 'settled' ? attempt.outcome.status : attempt.kind)

interface Json {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** Every accepted object of the corpus that is a SUCCESS. */
const successes = families.flatMap(([, cases]) =>
  cases.flatMap(({ name, give, verdict }) => {
    const given = give()
    const answer = 'resolved' in given ? (given.resolved as Json) : undefined
    const isObject =
      !(answer instanceof Response) &&
      typeof answer?.body === 'object' &&
      answer.body !== null &&
      !Array.isArray(answer.body)
    return verdict.is === 'SUCCESS' && answer && answer.status < 300 && isObject ? [{ name, answer }] : []
  }),
)

/** Each speaks of failure or of a promise by itself. */
const against: readonly Readonly<Record<string, unknown>>[] = [
  { hasError: true },
  { has_error: 'TRUE' },
  { hasErrors: 1 },
  { errors: [{ message: 'x' }] },
  { errors: [''] },
  { error: 'x' },
  { error: { code: 7 } },
  { userErrors: [{ message: 'x' }] },
  { errorMessage: 'Not possible' },
  { errorCode: 'E42' },
  { success: false },
  { successful: 'false' },
  { ok: 0 },
  { isSuccess: false },
  { data: null },
  { result: false },
  { status: 'FAILED' },
  { status: 'Rejected' },
  { state: 'PARTIALLY_CANCELLED' },
  { status: 'NOT CANCELLED' },
  { status: 500 },
  { statusCode: '404' },
  { code: 401 },
  { __typename: 'CancelOrderError' },
  { cancelled: false },
  { failedItems: [{ id: 1 }] },
  { fault: { faultstring: 'x' } },
  { exception: 'java.lang.NullPointerException' },
  { message: 'Sub order cannot be cancelled' },
  { message: 'Please sign in' },
  { status: 'QUEUED' },
  { job: { done: false } },
  { message: 'Request has been accepted' },
  { results: [{ status: 'CANCELLED' }, { status: 'FAILED' }] },
]

describe.each(against.map((members) => [JSON.stringify(members), members] as const))(
  'with %s',
  (_, members) => {
    it('no accepted answer is a success', async () => {
      const read = await Promise.all(
        successes.map(async ({ name, answer }) => {
          const merged = await readAs({ ...answer, body: { ...answer.body, ...members } })
          const wrapped = await readAs({ ...answer, body: { envelope: { ...answer.body, ...members } } })
          const asText = await readAs({ ...answer, body: JSON.stringify(JSON.stringify(members)) })
          return [name, ...[merged, wrapped, asText].map(readStatus)]
        }),
      )
      expect(read.filter((statuses) => statuses.includes('succeeded'))).toEqual([])
    })
  },
)

it('is tried on many accepted answers', () => {
  expect(successes.length).toBeGreaterThanOrEqual(15)
})

it('every ERROR of the corpus in an accepted answer names the refusal, or has the flag of the OMS', () => {
  const errors = families.flatMap(([, cases]) =>
    cases.flatMap(({ name, give, verdict }) => {
      const given = give()
      const answer = 'resolved' in given ? (given.resolved as Json) : undefined
      const isFlagged = JSON.stringify(answer?.body ?? '').includes('hasError')
      return verdict.is === 'ERROR' && answer && answer.status < 300 && !isFlagged ? [{ name, verdict }] : []
    }),
  )
  expect(errors.filter(({ verdict }) => verdict.message.trim() === '')).toEqual([])
  expect(errors.length).toBeGreaterThanOrEqual(15)
})
