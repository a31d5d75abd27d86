import { describe, expect, it } from '@jest/globals'
import { readResolved } from '../../src/api/answer/readAnswer'
import { readOutcome } from '../../src/api/readOutcome'
import { chooseAdvice } from '../../src/texts/chooseAdvice'
import { createLines, createWhole } from '../domain/requests'

const whole = createWhole('1253231242')
const lines = createLines('1253231242', ['A-1', 1], ['B-2', 1])

async function readAs(status: number, body: unknown) {
  const answer = await readResolved({ status, body })
  if (!answer) throw new Error('no answer')
  return [readOutcome(answer, whole, 0), readOutcome(answer, lines, 0)]
}

const fill = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

/** What makes a pattern that is not linear slow: beginnings that never end. */
const pieces = [
  ' ',
  'already ',
  'is already been marked as ',
  'in the state of ',
  'cannot be ',
  'transition ',
  'request ',
  'order ',
  'all of the requested order ',
  'the request with this key ',
  'a.',
  'https://',
  '1',
  '"',
  '\u202e',
  'sku ',
  'has been ',
]

/** The shortest of some times: a busy machine only makes a time longer. */
async function measure(act: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now()
    await act()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

describe('a message of any length is read in a time that grows with it alone', () => {
  it.each(pieces)('%j', async (piece) => {
    const read = (length: number) =>
      measure(() =>
        readAs(409, {
          code: fill(piece, length),
          message: fill(piece, length),
          description: `${fill(piece, length)}x`,
        }),
      )
    const [short, long] = [await read(125_000), await read(1_000_000)]
    // Eight times as long: a quadratic pattern takes 64 times as long. The floor is what a clock can tell.
    expect(long).toBeLessThan(Math.max(short * 24, 60))
  })
})

it.each(pieces)('advice is chosen from %j likewise', async (piece) => {
  const choose = (length: number) =>
    measure(() => chooseAdvice({ code: fill(piece, length), message: fill(piece, length), httpStatus: 400 }))
  const [short, long] = [await choose(125_000), await choose(1_000_000)]
  expect(long).toBeLessThan(Math.max(short * 24, 60))
})

describe('a body that is too large to be read to its end is no success', () => {
  const many = Array.from({ length: 30_000 }, (_, index) => ({ index }))
  const deep = JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`) as unknown
  const around: Record<string, unknown> = {}
  around.self = around

  it.each([
    ['many nodes', { items: many }],
    ['many members', Object.fromEntries(many.map(({ index }) => [`m${String(index)}`, index]))],
    ['lines that begin well', { items: many.map(() => ({ status: 'CANCELLED' })) }],
    [
      'lines that just begin to be too many',
      { items: many.slice(0, 10_500).map(() => ({ status: 'CANCELLED' })) },
    ],
    ['deep ones', deep],
    ['one that holds itself', around],
  ])('%s', async (_, body) => {
    const [attempt] = await readAs(200, body)
    expect(attempt).toEqual({
      kind: 'settled',
      outcome: { status: 'unknown', reason: { why: 'unnamed-failure', httpStatus: 200 } },
      trouble: 'server',
    })
  })

  it('one of some thousand nodes is', async () => {
    const [attempt] = await readAs(200, { items: many.slice(0, 3000) })
    expect(attempt).toEqual({ kind: 'settled', outcome: { status: 'succeeded', how: 'cancelled' } })
  })

  it('a refusal of any size is one', async () => {
    const [attempt] = await readAs(400, { message: 'Sub order is invoiced', items: many })
    expect(attempt).toMatchObject({
      outcome: { status: 'failed', failure: { message: 'Sub order is invoiced' } },
    })
  })
})
