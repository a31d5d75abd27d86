import { BroadcastChannel as NodeChannel } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { createGate } from '../../mocks/script'
import { CANCELLED } from '../../src/domain/run/outcome'
import type { TabMessage } from '../../src/domain/run/tabMessage'
import { createTabChannel } from '../../src/browser/tabChannel'

const { BroadcastChannel: real } = globalThis
const opened: NodeChannel[] = []

beforeEach(() => {
  class Channel extends NodeChannel {
    constructor(name: string) {
      super(name)
      opened.push(this)
    }
  }
  Object.assign(globalThis, { BroadcastChannel: Channel })
})
afterEach(() => {
  for (const channel of opened.splice(0)) channel.close()
  Object.assign(globalThis, { BroadcastChannel: real })
})

/** Listens, and resolves once the last message has come. */
function collect(name: string, last: TabMessage['type']) {
  const heard: TabMessage[] = []
  const end = createGate()
  const stop = createTabChannel(name).listen((message) => {
    heard.push(message)
    if (message.type === last) end.open()
  })
  return { heard, end: end.opened, stop }
}

const happened: TabMessage = {
  type: 'happened',
  id: 'a',
  events: [
    { type: 'sending', index: 0 },
    { type: 'settled', index: 0, outcome: CANCELLED },
    { type: 'resolved', position: 3, outcome: null },
  ],
}

it('takes messages to the other tabs of the same name, in order, and not back to the sender', async () => {
  const own = collect('tabs-1', 'ended')
  const other = collect('tabs-1', 'ended')
  const stranger = collect('tabs-2', 'ended')
  const channel = createTabChannel('tabs-1')
  const ownHeard: TabMessage[] = []
  channel.listen((message) => ownHeard.push(message))
  const messages: TabMessage[] = [{ type: 'began', id: 'a' }, happened, { type: 'ended', id: 'a' }]
  for (const message of messages) channel.post(message)
  await Promise.all([own.end, other.end])
  expect([other.heard, own.heard, stranger.heard, ownHeard]).toEqual([messages, messages, [], []])
})

it('drops every message that is not ours', async () => {
  const { heard, end } = collect('tabs-3', 'hello')
  const stranger = new NodeChannel('tabs-3')
  opened.push(stranger)
  const noMessages = [null, 'stop', 7, 10n, {}, { type: 'steal' }, { type: 'constructor', id: 'a' }, []]
  const lacking = ['began', 'ended', 'stop', 'changed', 'happened'].flatMap((type) => [
    { type },
    { type, id: '' },
    { type, id: 7 },
    { type, id: null },
    { type, id: { toString: undefined } },
  ])
  for (const data of [...noMessages, ...lacking, { type: 'hello' }]) stranger.postMessage(data)
  await end
  expect(heard).toEqual([{ type: 'hello' }])
})

it('hears nothing more once it no longer listens', async () => {
  const first = collect('tabs-4', 'hello')
  const second = collect('tabs-4', 'hello')
  first.stop()
  createTabChannel('tabs-4').post({ type: 'hello' })
  await second.end
  expect(first.heard).toEqual([])
})

it('stays on its own where the browser has no channels', () => {
  Object.assign(globalThis, { BroadcastChannel: undefined })
  const channel = createTabChannel('tabs-5')
  const stop = channel.listen(() => undefined)
  channel.post({ type: 'hello' })
  expect(stop()).toBeUndefined()
})

it('says that something has changed where its events cannot be copied, and never throws', async () => {
  const { heard, end } = collect('tabs-6', 'ended')
  const channel = createTabChannel('tabs-6')
  const uncopied = { type: 'settled', index: 0, outcome: { ...CANCELLED, late: () => undefined } } as const
  channel.post({ type: 'happened', id: 'a', events: [uncopied] })
  channel.post({ type: 'ended', id: 'a' })
  await end
  for (const open of opened) open.close()
  channel.post({ type: 'ended', id: 'a' })
  expect(heard).toEqual([
    { type: 'changed', id: 'a' },
    { type: 'ended', id: 'a' },
  ])
})

it('stays on its own where the browser refuses a channel', () => {
  function Refused() {
    throw new DOMException('Not in a frame of another origin', 'SecurityError')
  }
  Object.assign(globalThis, { BroadcastChannel: Refused })
  const channel = createTabChannel('tabs-7')
  const stop = channel.listen(() => undefined)
  channel.post({ type: 'hello' })
  expect(stop()).toBeUndefined()
})
