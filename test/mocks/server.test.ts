import { afterEach, describe, expect, it } from '@jest/globals'
import { createPretendOms } from '../../mocks/oms'
import { createGate, dropped, held, reply } from '../../mocks/script'
import type { RunningServer } from '../../mocks/serveFolders'
import { serveOms } from '../../mocks/server'

const servers: RunningServer[] = []

async function start() {
  const oms = createPretendOms({ knowsEveryId: true })
  const server = await serveOms(oms)
  servers.push(server)
  const origin = 'http://localhost:4000'
  const cancel = (id: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(`${server.url}orders/${id}/cancel`, {
      method: 'PUT',
      body: '{}',
      ...init,
      headers: { origin, ...init.headers },
    })
  return { oms, cancel }
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

describe('the OMS on a port of its own', () => {
  it('answers pages of this machine and no others', async () => {
    const { oms, cancel } = await start()
    oms.script('3', [reply(429, undefined, { 'retry-after': '3' })])
    const answers = [
      await cancel('1', { headers: { 'Idempotency-Key': 'key-1' } }),
      await cancel('2', { headers: { origin: 'https://elsewhere.example' } }),
      await cancel('3'),
    ]
    const read = ({ status, headers }: Response) => [
      status,
      ...['access-control-allow-origin', 'access-control-expose-headers', 'retry-after'].map((name) =>
        headers.get(name),
      ),
    ]
    expect(answers.map(read)).toEqual([
      [200, 'http://localhost:4000', 'Retry-After', null],
      [200, null, null, null],
      [429, 'http://localhost:4000', 'Retry-After', '3'],
    ])
    expect(oms.calls.map((call) => [call.subOrderId, call.idempotencyKey, call.body])).toEqual([
      ['1', 'key-1', {}],
      ['2', undefined, {}],
      ['3', undefined, {}],
    ])
  })

  it('allows the headers that the browser asks for, and does not count that question as a call', async () => {
    const { oms, cancel } = await start()
    const headers = { 'access-control-request-headers': 'idempotency-key,x-oms-session' }
    const answer = await cancel('1', { method: 'OPTIONS', body: null, headers })
    expect([answer.status, answer.headers.get('access-control-allow-headers'), oms.calls]).toEqual([
      204,
      'idempotency-key,x-oms-session',
      [],
    ])
  })

  it('breaks the connection where the script drops the call', async () => {
    const { oms, cancel } = await start()
    oms.script('1', [dropped])
    await expect(cancel('1')).rejects.toThrow('fetch failed')
    expect(oms.calls.map((call) => call.answered)).toEqual(['drop'])
  })

  it('counts calls in flight', async () => {
    const { oms, cancel } = await start()
    const gate = createGate()
    oms.script('1', [held(gate.opened)])
    const first = cancel('1')
    await cancel('2')
    gate.open()
    await first
    expect(oms.calls.map((call) => call.inFlight).toSorted((one, other) => one - other)).toEqual([1, 2])
  })
})
