import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { readRejected, readResolved } from '../../src/api/answer/readAnswer'
import { readOutcome } from '../../src/api/readOutcome'
import type { Attempt, CancellationRequest } from '../../src/domain/run/cancellation'
import { createLines, createWhole } from '../domain/requests'

const whole = createWhole('1253231242')
const noon = Date.UTC(2026, 10, 23, 12)

async function readAs(value: object, request: CancellationRequest = whole): Promise<Attempt> {
  const answer = await readResolved(value)
  if (!answer) throw new Error('no answer')
  return readOutcome(answer, request, noon)
}

const cancelled: Attempt = { kind: 'settled', outcome: { status: 'succeeded', how: 'cancelled' } }
const already: Attempt = { kind: 'settled', outcome: { status: 'succeeded', how: 'already-cancelled' } }

const fail = (code: string, message: string, httpStatus: number): Extract<Attempt, { kind: 'settled' }> => ({
  kind: 'settled',
  outcome: { status: 'failed', failure: { code, message, httpStatus } },
})
const unreadable = (httpStatus: number, trouble: 'session' | 'server'): Attempt => ({
  kind: 'settled',
  outcome: { status: 'unknown', reason: { why: 'unreadable-answer', httpStatus } },
  trouble,
})
const serverError = (httpStatus: number): Attempt => ({
  kind: 'settled',
  outcome: { status: 'unknown', reason: { why: 'server-error', httpStatus } },
  trouble: 'server',
})

const accepted = (httpStatus: number): Attempt => ({
  kind: 'settled',
  outcome: { status: 'unknown', reason: { why: 'accepted', httpStatus } },
})

const page = '<!doctype html><title>Sign in</title>'
const json = { 'content-type': 'application/json; charset=utf-8' }
const bad = (message: string, description = '') => ({ code: 'BAD_DATA', message, description })

describe('a 2xx', () => {
  it.each<[string, object, Attempt]>([
    ['an empty body', { status: 200 }, cancelled],
    ['a body of null', { status: 200, body: null }, cancelled],
    ['a body of blanks', { status: 200, body: ' \n' }, cancelled],
    ['204', { status: 204 }, cancelled],
    ['JSON', { status: 200, body: { id: 1 } }, cancelled],
    ['JSON with fields unknown to us', { status: 200, body: '{"hasError":false,"x":[1]}' }, cancelled],
    ['a list', { status: 200, body: [] }, cancelled],
    ['JSON with a byte order mark', { status: 200, body: '\ufeff{}' }, cancelled],
    ['words', { status: 200, body: 'OK' }, unreadable(200, 'session')],
    ['a page', { status: 200, body: page }, unreadable(200, 'session')],
    ['broken JSON', { status: 200, body: '{"hasError":tr' }, unreadable(200, 'session')],
    ['a blob, which may hold a page', { status: 200, body: new Blob([page]) }, unreadable(200, 'session')],
    ['a buffer', { status: 200, body: new ArrayBuffer(8) }, unreadable(200, 'session')],
    ['an error inside', { status: 200, body: { hasError: true, errorMessage: 'No' } }, fail('', 'No', 200)],
    [
      'an error inside that the client has not parsed',
      { status: 200, body: '{"hasError":true,"errorMessage":"No","code":"X"}' },
      fail('X', 'No', 200),
    ],
    [
      'an error inside, beside another message',
      { status: 200, body: { hasError: true, message: 'OK', errorMessage: 'No' } },
      fail('', 'No', 200),
    ],
    ['an error flag that is text', { status: 200, body: { hasError: 'true' } }, fail('', '', 200)],
    [
      'an error inside with another name for its message',
      { status: 200, body: { hasError: true, message: 'No' } },
      fail('', 'No', 200),
    ],
  ])('with %s', async (_, value, expected) => {
    expect(await readAs(value)).toEqual(expected)
  })

  it('whose body somebody else has read tells nothing', async () => {
    const response = new Response(page, { status: 200 })
    await response.text()
    expect(await readAs(response)).toEqual(unreadable(200, 'session'))
  })

  it('that the client rejected without a body tells nothing', async () => {
    const answer = await readRejected(Object.assign(new Error('Parser is unable to parse'), { status: 200 }))
    expect(answer && readOutcome(answer, whole, noon)).toEqual(unreadable(200, 'session'))
  })

  it('that the client rejected, body and all, is read as it is', async () => {
    const answer = await readRejected({
      response: { status: 200, data: { hasError: true, errorMessage: 'No' } },
    })
    expect(answer && readOutcome(answer, whole, noon)).toEqual(fail('', 'No', 200))
  })
})

describe('a 4xx', () => {
  it.each<[string, object, Attempt]>([
    ['401', { status: 401, body: bad('Session has expired') }, { kind: 'not-processed', why: 'session' }],
    ['401 with a page', { status: 401, body: page }, { kind: 'not-processed', why: 'session' }],
    [
      '403',
      { status: 403, body: bad('Not allowed') },
      { ...fail('BAD_DATA', 'Not allowed', 403), trouble: 'forbidden' },
    ],
    ['403 without a word', { status: 403 }, { ...fail('', '', 403), trouble: 'forbidden' }],
    ['429', { status: 429 }, { kind: 'not-processed', why: 'rate-limited' }],
    [
      '429 with seconds',
      { status: 429, headers: { 'Retry-After': '3' } },
      { kind: 'not-processed', why: 'rate-limited', retryAfterMs: 3000 },
    ],
    [
      '429 with a date',
      { status: 429, headers: { 'retry-after': 'Mon, 23 Nov 2026 12:00:05 GMT' } },
      { kind: 'not-processed', why: 'rate-limited', retryAfterMs: 5000 },
    ],
    ['408', { status: 408, body: bad('Timed out') }, serverError(408)],
    ['the code of the goal met', { status: 409, body: { code: 'ALREADY_CANCELLED', message: '' } }, already],
    ['“already cancelled”', { status: 400, body: bad('Sub order is ALREADY  Cancelled') }, already],
    ['“already been canceled”', { status: 404, body: bad('It has already been canceled.') }, already],
    ['“already cancelled” in words', { status: 400, body: 'Already cancelled' }, already],
    ['408 of the goal met', { status: 408, body: bad('already cancelled') }, already],
    [
      'a message',
      { status: 404, body: bad('Sub order 1 does not exist') },
      fail('BAD_DATA', 'Sub order 1 does not exist', 404),
    ],
    [
      'a message with a description that adds something',
      { status: 400, body: bad('Input validation failed', '[skuId: may not be null]') },
      fail('BAD_DATA', 'Input validation failed: [skuId: may not be null]', 400),
    ],
    [
      'a sentence with a description',
      { status: 400, body: bad('Not possible.', 'Picklist is released') },
      fail('BAD_DATA', 'Not possible. Picklist is released', 400),
    ],
    [
      'a description that repeats the message',
      { status: 400, body: bad('Invoiced', 'invoiced') },
      fail('BAD_DATA', 'Invoiced', 400),
    ],
    [
      'a description that says it all',
      { status: 400, body: bad('Invoiced', 'Sub order is invoiced') },
      fail('BAD_DATA', 'Sub order is invoiced', 400),
    ],
    ['a description alone', { status: 400, body: { description: 'Why' } }, fail('', 'Why', 400)],
    ['words', { status: 400, body: 'Bad request' }, fail('', 'Bad request', 400)],
    ['nothing', { status: 422 }, fail('', '', 422)],
    [
      'a code that is a number, and a list of messages',
      { status: 400, body: { code: 7, message: ['a'] } },
      fail('7', 'a', 400),
    ],
    ['a text in JSON', { status: 404, body: '"Not found"' }, fail('', 'Not found', 404)],
    [
      'an error wrapped once',
      { status: 400, body: { error: { code: 'X', message: 'No' } } },
      fail('X', 'No', 400),
    ],
    [
      'a description that speaks of an earlier cancellation',
      { status: 400, body: { code: 'BAD_DATA', message: 'Cannot', description: 'Order already cancelled' } },
      fail('BAD_DATA', 'Cannot: Order already cancelled', 400),
    ],
    ['broken JSON', { status: 400, body: '{"code":', headers: json }, unreadable(400, 'server')],
    [
      'broken JSON that does not begin so',
      { status: 400, body: 'oops', headers: json },
      unreadable(400, 'server'),
    ],
    ['the page of a gateway', { status: 404, body: page }, unreadable(404, 'server')],
  ])('%s', async (_, value, expected) => {
    expect(await readAs(value)).toEqual(expected)
  })
})

describe('“already cancelled” is no success where it is denied', () => {
  it.each([
    'Sub order is not already cancelled',
    'Sub order has not already been cancelled',
    'Sub order isn’t already canceled',
  ])('%s', async (message) => {
    expect(await readAs({ status: 400, body: bad(message) })).toEqual(fail('BAD_DATA', message, 400))
  })
})

describe('“already cancelled” said to line items', () => {
  const lines = createLines('1253231242', ['A', 5], ['8647326934', 1])

  it.each([
    'Already cancelled',
    'Sub order 1253231242 is already CANCELLED.',
    'Sub-order [1253231242] has already been canceled',
    'All the requested line items are already cancelled',
    'SKUs A, 8647326934 are already cancelled in sub order 1253231242',
  ])('speaks of all of them: %s', async (message) => {
    expect(await readAs({ status: 400, body: bad(message) }, lines)).toEqual(already)
  })

  it.each(['SKU 8647326934 is already cancelled', 'Already cancelled: 8647326934'])(
    'speaks of the only one: %s',
    async (message) => {
      const only = createLines('1253231242', ['8647326934', 1])
      expect(await readAs({ status: 400, body: bad(message) }, only)).toEqual(already)
    },
  )

  it.each([
    'Requested 5, 2 already cancelled, 3 in processing',
    'SKU A already cancelled; SKU B is invoiced, request refused',
    'SKU A is already cancelled',
    '8647326934 is already cancelled',
    '2 already cancelled',
    'Some line items are already cancelled',
    'Already cancelled: 2 of 5',
    'Line items are already cancelled or invoiced',
    'Line items are already cancelled. A is already cancelled',
    'Already cancelled. Already cancelled, 3 in processing',
    'Line items are not already cancelled',
    'SKUs A and 8647326934 are already cancelled, B is invoiced',
    'SKU 86473269 is already cancelled',
  ])('may hold for some, and is no success: %s', async (message) => {
    expect(await readAs({ status: 400, body: bad(message) }, lines)).toEqual(fail('BAD_DATA', message, 400))
  })

  it('is trusted by its code, whatever the message', async () => {
    const body = { code: 'ALREADY_CANCELLED', message: '2 of 2 were' }
    expect(await readAs({ status: 409, body }, lines)).toEqual(already)
  })
})

describe('any other status', () => {
  it.each<[string, object, Attempt]>([
    [
      '500 with the body of the OMS',
      { status: 500, body: bad('Refused', 'no stock') },
      fail('BAD_DATA', 'Refused: no stock', 500),
    ],
    [
      '500 that says “already cancelled”',
      { status: 500, body: bad('already cancelled') },
      fail('BAD_DATA', 'already cancelled', 500),
    ],
    ['500 with another body', { status: 500, body: { error: 'Internal Server Error' } }, serverError(500)],
    ['500 with a page', { status: 500, body: page }, serverError(500)],
    ['500 without a body', { status: 500 }, serverError(500)],
    ['502 with the body of the OMS', { status: 502, body: bad('Refused') }, serverError(502)],
    ['503', { status: 503, body: 'down' }, serverError(503)],
    ['504', { status: 504 }, serverError(504)],
    ['a redirect that was not followed', { status: 302 }, unreadable(302, 'session')],
    ['304', { status: 304 }, unreadable(304, 'session')],
  ])('%s', async (_, value, expected) => {
    expect(await readAs(value)).toEqual(expected)
  })
})

it('what the server says is shown without marks that rearrange it, and not without end', async () => {
  const attempt = await readAs({ status: 400, body: bad(`a\u202eb\n\u0000c${'x'.repeat(2000)}`) })
  expect(attempt).toEqual(fail('BAD_DATA', `a b cx${'x'.repeat(994)}…`, 400))
})

it('only a refusal of this very sub-order is a failure, whatever the body', async () => {
  const body = fc.oneof(fc.string(), fc.json(), fc.dictionary(fc.string(), fc.string()), fc.constant(page))
  const status = fc.constantFrom(302, 401, 429, 501, 502, 503, 504)
  await fc.assert(
    fc.asyncProperty(status, body, async (code, value) => {
      const attempt = await readAs({ status: code, body: value })
      expect(attempt.kind === 'not-processed' || attempt.outcome.status === 'unknown').toBe(true)
    }),
  )
})

it('an error flag is never a success, and text that is no JSON never either', async () => {
  const broken = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !isJson(text))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 200, max: 299 }), broken, async (status, text) => {
      // "Accepted" in plain words is no page: a 202 promises in whatever words.
      const isPromise = status === 202 && !/^[<{[]/.test(text.trim())
      expect(await readAs({ status, body: text })).toEqual(
        isPromise ? accepted(status) : unreadable(status, 'session'),
      )
      const flagged = await readAs({ status, body: { hasError: true, errorMessage: text } })
      expect(flagged).toMatchObject({ outcome: { status: 'failed' } })
    }),
  )
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text.trim())
    return true
  } catch {
    return false
  }
}
