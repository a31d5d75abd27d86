import { expect, it } from '@jest/globals'
import { createGate, type Gate } from '../../mocks/script'
import type { Attempt } from '../../src/domain/run/cancellation'
import { CANCELLED } from '../../src/domain/run/outcome'
import { limitToOneCall, type PageCalls } from '../../src/run/onePageCall'
import { createWholes } from '../domain/requests'

const DONE: Attempt = { kind: 'settled', outcome: CANCELLED }
const [request] = createWholes(1)
const go = () => new AbortController().signal

/** A session with calls that stand still until their gates open. */
function openSession(gates: readonly Gate[] = []): PageCalls & { call(): Promise<Attempt> } {
  const left = [...gates]
  const calls = limitToOneCall({
    cancelSubOrder: async () => {
      await left.shift()?.opened
      return DONE
    },
    pacer: { nextTurn: () => undefined, started: () => undefined },
  })
  return {
    ...calls,
    call: () => {
      if (!request) throw new Error('no request')
      return calls.cancelSubOrder(request, 'key')
    },
  }
}

/** Whether the turn has come, once all that waits for nothing else has run. */
async function hasCome(turn: Promise<void> | undefined): Promise<boolean> {
  let isHere = turn === undefined
  void turn?.then(() => (isHere = true))
  await new Promise((resolve) => setTimeout(resolve, 0))
  return isHere
}

it('a session may call at once where no other one does, whatever calls of its own are out', async () => {
  const gate = createGate()
  const own = openSession([gate])
  const call = own.call()
  expect(own.pacer.nextTurn(go())).toBeUndefined()
  gate.open()
  await call
})

it('a session waits until the last call of the other one has been heard', async () => {
  const gate = createGate()
  const before = openSession([gate])
  const call = before.call()
  const turn = openSession().pacer.nextTurn(go())
  expect(await hasCome(turn)).toBe(false)
  gate.open()
  await Promise.all([call, turn])
  expect(openSession().pacer.nextTurn(go())).toBeUndefined()
})

it('a session waits for a call of the other one that begins while it waits', async () => {
  const gates = [createGate(), createGate()] as const
  const before = openSession(gates)
  const first = before.call()
  const turn = openSession().pacer.nextTurn(go())
  const second = before.call()
  gates[0].open()
  await first
  expect(await hasCome(turn)).toBe(false)
  gates[1].open()
  await Promise.all([second, turn])
})

it('a session waits for both of two other ones', async () => {
  const gates = [createGate(), createGate()] as const
  const calls = [openSession([gates[0]]).call(), openSession([gates[1]]).call()]
  const turn = openSession().pacer.nextTurn(go())
  gates[1].open()
  expect(await hasCome(turn)).toBe(false)
  gates[0].open()
  await Promise.all([...calls, turn])
})

it('a session that waits is let go at once when it is stopped', async () => {
  const gate = createGate()
  const call = openSession([gate]).call()
  const stop = new AbortController()
  const turn = openSession().pacer.nextTurn(stop.signal)
  stop.abort()
  expect(await hasCome(turn)).toBe(true)
  gate.open()
  await call
})

it('a call that comes to a fault is over like any other', async () => {
  const broken = limitToOneCall({
    cancelSubOrder: () => Promise.reject(new Error('a bug')),
    pacer: { nextTurn: () => undefined, started: () => undefined },
  })
  const call = request && broken.cancelSubOrder(request, 'key')
  const turn = openSession().pacer.nextTurn(go())
  await expect(call).rejects.toThrow('a bug')
  await turn
  expect(openSession().pacer.nextTurn(go())).toBeUndefined()
})
