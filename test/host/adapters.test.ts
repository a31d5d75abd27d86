import { describe, expect, it } from '@jest/globals'
import { type AxiosRequestLike, createAxiosClient, createFetchClient } from '../../src/host/adapters'
import type { ApiRequest } from '../../src/host/contract'

const cancel: ApiRequest = {
  method: 'PUT',
  path: 'orders/1253231242/cancel',
  body: {},
  headers: { 'Idempotency-Key': 'key-1' },
  retry: 'never',
}
const read: ApiRequest = { method: 'GET', path: 'orders/1253231242', retry: 'safe' }

function createFetchSpy(...answers: Response[]) {
  const calls: { url: string; init: RequestInit }[] = []
  const send = (url: string, init: RequestInit) => {
    calls.push({ url, init })
    return Promise.resolve(answers.shift() ?? Response.error())
  }
  return { calls, send }
}

function createAxiosSpy(answer: { status: number; data?: unknown; headers?: unknown }) {
  const configs: AxiosRequestLike[] = []
  const request = (config: AxiosRequestLike) => {
    configs.push(config)
    return Promise.resolve(answer)
  }
  return { configs, request }
}

describe('the fetch client', () => {
  it('sends one value of each header, however the host spells it', async () => {
    const { calls, send } = createFetchSpy(new Response(null))
    const headers = { 'Content-Type': 'application/json', 'X-Tenant': 'acme' }
    await createFetchClient({ baseUrl: '/api/oms/', headers, fetch: send }).request(cancel)
    expect(Object.fromEntries(new Headers(calls[0]?.init.headers))).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'idempotency-key': 'key-1',
      'x-tenant': 'acme',
    })
  })

  it('sends JSON with the host’s headers to the base URL', async () => {
    const { calls, send } = createFetchSpy(new Response(null))
    const headers = { 'x-tenant': 'acme' }
    const client = createFetchClient({ baseUrl: '/api/oms/', headers, fetch: send, credentials: 'include' })
    await client.request(cancel)
    expect(calls).toEqual([
      {
        url: '/api/oms/orders/1253231242/cancel',
        init: {
          method: 'PUT',
          headers: {
            'x-tenant': 'acme',
            accept: 'application/json',
            'content-type': 'application/json',
            'Idempotency-Key': 'key-1',
          },
          body: '{}',
          credentials: 'include',
        },
      },
    ])
  })

  it('asks for the headers before each call and sends no body where there is none', async () => {
    const { calls, send } = createFetchSpy(new Response(null), new Response(null))
    let token = 0
    const headers = () => ({ 'x-session': `token-${++token}` })
    const client = createFetchClient({ baseUrl: 'https://oms.test/api', headers, fetch: send })
    await client.request(read)
    await client.request(read)
    const url = 'https://oms.test/api/orders/1253231242'
    expect(calls).toEqual([
      { url, init: { method: 'GET', headers: { 'x-session': 'token-1', accept: 'application/json' } } },
      { url, init: { method: 'GET', headers: { 'x-session': 'token-2', accept: 'application/json' } } },
    ])
  })

  it.each([
    [
      'an empty body',
      new Response(null, { headers: { 'X-A': '1' } }),
      { status: 200, headers: { 'x-a': '1' } },
    ],
    [
      'JSON of a refusal',
      new Response('{"code":"BAD_DATA"}', { status: 400, headers: { 'Retry-After': '3' } }),
      {
        status: 400,
        headers: { 'content-type': 'text/plain;charset=UTF-8', 'retry-after': '3' },
        body: { code: 'BAD_DATA' },
      },
    ],
    [
      'a login page',
      new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html>' },
    ],
    [
      'broken JSON',
      new Response('{"code":', { status: 500, headers: { 'content-type': 'application/json' } }),
      { status: 500, headers: { 'content-type': 'application/json' }, body: '{"code":' },
    ],
  ])('resolves with %s', async (_name, response, answer) => {
    const client = createFetchClient({ baseUrl: '/', fetch: createFetchSpy(response).send })
    expect(await client.request(cancel)).toEqual(answer)
  })

  it('rejects where no answer came, after a single try', async () => {
    let tries = 0
    const send = () => {
      tries += 1
      return Promise.reject(new TypeError('Failed to fetch'))
    }
    await expect(createFetchClient({ baseUrl: '/', fetch: send }).request(cancel)).rejects.toThrow('Failed')
    expect(tries).toBe(1)
  })
})

describe('the axios client', () => {
  it('switches off whatever would repeat or abort a cancel', async () => {
    const axios = createAxiosSpy({ status: 200, data: '', headers: {} })
    await createAxiosClient(axios).request(cancel)
    expect(axios.configs).toEqual([
      {
        method: 'PUT',
        url: 'orders/1253231242/cancel',
        data: {},
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'Idempotency-Key': 'key-1',
        },
        validateStatus: expect.any(Function),
        transformResponse: expect.any(Function),
        responseType: 'text',
        timeout: 0,
        'axios-retry': { retries: 0 },
      },
    ])
    expect([200, 401, 503].map((status) => axios.configs[0]?.validateStatus(status))).toEqual([
      true,
      true,
      true,
    ])
    expect(axios.configs[0]?.transformResponse('{"a":1}')).toBe('{"a":1}')
  })

  it('reads JSON and text alike, with headers in lower case', async () => {
    const json = createAxiosSpy({ status: 409, data: '{"code":"ALREADY_CANCELLED"}', headers: { 'X-Id': 7 } })
    const page = createAxiosSpy({ status: 200, data: '<html>', headers: undefined })
    expect([
      await createAxiosClient(json).request(cancel),
      await createAxiosClient(page).request(read),
    ]).toEqual([
      { status: 409, headers: { 'x-id': '7' }, body: { code: 'ALREADY_CANCELLED' } },
      { status: 200, headers: {}, body: '<html>' },
    ])
  })

  it('leaves a read to the retries of the host', async () => {
    const axios = createAxiosSpy({ status: 200 })
    await createAxiosClient(axios).request(read)
    expect(axios.configs[0]?.['axios-retry']).toEqual({ retries: 2 })
  })
})
