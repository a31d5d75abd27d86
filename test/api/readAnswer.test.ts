import { type Answer, LOST_BODY } from '../../src/api/answer/answer'
import { describe, expect, it } from '@jest/globals'
import { readRejected, readResolved } from '../../src/api/answer/readAnswer'

/** What the rest of the program can learn from an answer. */
function look(answer: Answer | undefined) {
  return answer && { status: answer.status, body: answer.body, retryAfter: answer.header('retry-after') }
}

const error = { code: 'BAD_DATA', message: 'Sub order is invoiced', description: '' }

describe('what a client resolves with', () => {
  it.each<[string, unknown, ReturnType<typeof look>]>([
    [
      'a plain answer',
      { status: 200, body: { a: 1 } },
      { status: 200, body: { a: 1 }, retryAfter: undefined },
    ],
    ['an answer without a body', { status: 204 }, { status: 204, body: undefined, retryAfter: undefined }],
    [
      'headers in a plain object, in any case',
      { status: 429, headers: { 'Retry-After': '7' } },
      { status: 429, body: undefined, retryAfter: '7' },
    ],
    [
      'a header that a client has made a number of',
      { status: 429, headers: { 'retry-after': 7 } },
      { status: 429, body: undefined, retryAfter: '7' },
    ],
    [
      'a Headers object',
      { status: 429, headers: new Headers({ 'Retry-After': '7' }) },
      { status: 429, body: undefined, retryAfter: '7' },
    ],
    [
      'an axios response',
      { status: 400, statusText: 'Bad Request', data: error, headers: {}, config: {}, request: {} },
      { status: 400, body: error, retryAfter: undefined },
    ],
    [
      'an axios response with an empty body',
      { status: 200, data: '', headers: {} },
      { status: 200, body: '', retryAfter: undefined },
    ],
    [
      'a fetch Response',
      new Response('{"a":1}', { status: 400, headers: { 'retry-after': '7' } }),
      { status: 400, body: '{"a":1}', retryAfter: '7' },
    ],
    [
      'a fetch Response without a body',
      new Response(null, { status: 200 }),
      { status: 200, body: '', retryAfter: undefined },
    ],
    [
      'something that is like a Response',
      { status: 200, text: () => Promise.resolve('hello') },
      { status: 200, body: 'hello', retryAfter: undefined },
    ],
  ])('reads %s', async (_, value, expected) => {
    expect(look(await readResolved(value))).toEqual(expected)
  })

  it('a body that was read before, or that nobody can read, is lost and not empty', async () => {
    const response = new Response('Sign in')
    await response.text()
    const streamed = { status: 200, data: new ReadableStream() }
    const answers = await Promise.all([response, streamed].map(readResolved))
    expect(answers.map((answer) => answer?.body)).toEqual([LOST_BODY, LOST_BODY])
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'OK'],
    ['the bare data of a response', { hasError: false }],
    ['a status that is text', { status: '200' }],
    ['status 0, which says that no answer came', { status: 0 }],
    ['a status that no server gives', { status: 700 }],
    ['a status with a fraction', { status: 200.5 }],
  ])('%s is no answer', async (_, value) => {
    expect(await readResolved(value)).toBeUndefined()
  })
})

describe('what a client rejects with', () => {
  it.each<[string, unknown, ReturnType<typeof look>]>([
    [
      'an axios error',
      Object.assign(new Error('Request failed with status code 409'), {
        isAxiosError: true,
        response: { status: 409, data: error, headers: { 'retry-after': '7' } },
      }),
      { status: 409, body: error, retryAfter: '7' },
    ],
    [
      'an error that holds a fetch Response',
      Object.assign(new Error('HTTP 503'), { response: new Response('down', { status: 503 }) }),
      { status: 503, body: 'down', retryAfter: undefined },
    ],
    [
      'a fetch Response itself',
      new Response('gone', { status: 410 }),
      { status: 410, body: 'gone', retryAfter: undefined },
    ],
    [
      'an HttpErrorResponse of Angular',
      {
        name: 'HttpErrorResponse',
        status: 400,
        message: 'Http failure response for /orders/1/cancel: 400 Bad Request',
        error,
        headers: { get: (name: string) => (name === 'retry-after' ? '7' : null) },
      },
      { status: 400, body: error, retryAfter: '7' },
    ],
    [
      'a page that Angular could not parse, as the page',
      {
        name: 'HttpErrorResponse',
        status: 200,
        error: { error: new SyntaxError('Unexpected token <'), text: '<html>Sign in</html>' },
      },
      { status: 200, body: '<html>Sign in</html>', retryAfter: undefined },
    ],
  ])('reads %s', async (_, value, expected) => {
    expect(look(await readRejected(value))).toEqual(expected)
  })

  it('what a client has read itself, and keeps beside the response, is the body', async () => {
    const response = new Response(JSON.stringify(error), { status: 409 })
    await response.text()
    const kept = Object.assign(new Error('[PUT] 409'), { response, data: error })
    expect(look(await readRejected(kept))).toEqual({ status: 409, body: error, retryAfter: undefined })
  })

  it.each<[string, unknown]>([
    ['a network error', new TypeError('Failed to fetch')],
    ['an axios error without a response', Object.assign(new Error('Network Error'), { response: undefined })],
    ['an Angular error without an answer', { name: 'HttpErrorResponse', status: 0, error: {} }],
    ['a string', 'offline'],
    ['nothing', undefined],
  ])('%s is no answer', async (_, value) => {
    expect(await readRejected(value)).toBeUndefined()
  })
})
