import { expect, it, jest } from '@jest/globals'
import { screen, waitFor } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { startPretendOms } from '../../mocks/node'
import type { Host } from '../../src/host/contract'
import { plugin } from '../../src/plugin'
import { awkwardValues, createHostileProxy, createRevokedProxy, fail } from '../support/awkward'
import {
  createTestHost,
  findHeadline,
  mountScreen,
  openScreen,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'

const ids = ['1253231242', '1253231259', '1253231276']
const sheet = writeSheet(ids)

type Member = keyof Host

/** A host with one member that is worked out when it is read. */
function withMember(name: Member, get: () => unknown, host: Host = createTestHost()): Host {
  return Object.defineProperty({ ...host }, name, { get, enumerable: true })
}

/** Uploads, starts, and waits for the end. */
async function cancelAll(): Promise<void> {
  const user = userEvent.setup({ delay: null })
  await uploadCsv(user, sheet)
  await startCancellation(user)
  await findHeadline('All 3 sub-orders are cancelled')
}

const IDLE = { phase: 'idle', done: 0, total: 0 }

function throwIt(thrown: unknown): never {
  throw thrown
}

/** The console is strict in tests, and here the warning is the promise. */
function expectWarning(words: string): void {
  jest.spyOn(console, 'warn').mockImplementation((said) => expect(said).toContain(words))
}

const findScreen = () => screen.findByRole('button', { name: 'Download sample CSV' })

/** Rendering comes a moment later; the words are looked for in the whole page, which is quicker than by role. */
const findText = (text: string) => waitFor(() => expect(document.body).toHaveTextContent(text))

const readButtons = () => [...document.querySelectorAll('button')].map((button) => button.textContent)

const REQUIRED = ['contract', 'api', 'user', 'settings', 'theme', 'locale'] as const

it('whatever the members of a host throw, its screen says so, and neither mount nor update throws', async () => {
  const host = createTestHost()
  for (const [, create] of awkwardValues) {
    const handle = mountScreen(withMember('api', () => throwIt(create()), host))
    await findText('The host object threw when it was read: ')
    for (const name of REQUIRED) {
      handle.update(withMember(name, () => throwIt(create()), host))
      await findText('The host object threw when it was read: ')
    }
    expect([handle.status(), plugin.status()]).toEqual([IDLE, IDLE])
    await handle.unmount()
  }
})

it('a host that throws later has its screen in the place of the good one, and the next good host is another try', async () => {
  const { handle, host } = openScreen()
  await findScreen()
  handle.update(
    withMember('theme', () => throwIt(Object.assign(new Error('x'), { message: Symbol('x') })), host),
  )
  await findText('The host object threw when it was read: object')
  handle.update(host)
  expect(await findScreen()).toBeVisible()
})

it('a value that is no host gets a screen that says why', async () => {
  const noHosts: unknown[] = [
    createHostileProxy(),
    createRevokedProxy(),
    () => undefined,
    Promise.resolve(createTestHost()),
    Object.create(null),
    10n,
    Symbol('host'),
  ]
  for (const given of noHosts) {
    const handle = mountScreen(given as Host)
    await findText('cannot start in this portal')
    handle.update(given as Host)
    await findText('cannot start in this portal')
    expect(handle.status()).toEqual(IDLE)
    await handle.unmount()
  }
})

it('a run goes through where every optional member throws when it is read', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const names = ['onSessionChange', 'blockLeaving', 'onEvent', 'texts'] as const
  const host: Host = { ...createTestHost() }
  for (const name of names) Object.defineProperty(host, name, { get: fail, enumerable: true })
  expectWarning('host.texts threw when it was read')
  mountScreen(host)
  await cancelAll()
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(ids)
})

it('a run goes through where the name of the user throws when it is read', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const host = createTestHost()
  mountScreen({
    ...host,
    user: Object.defineProperty({ ...host.user }, 'name', { get: fail, enumerable: true }),
  })
  await cancelAll()
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(ids)
})

/** A host whose settings can be changed in place once its screen stands. */
async function openChanging() {
  const host = createTestHost()
  let read = (): unknown => host.settings
  const handle = mountScreen(withMember('settings', () => read(), host))
  await findScreen()
  return { host, handle, change: (next: () => unknown) => void (read = next) }
}

it.each<[string, () => unknown]>([
  ['throw', fail],
  ['have one path for both calls', () => ({ paths: { cancelLineItems: '/orders/{subOrderId}/cancel/' } })],
])(
  'settings that a host changes in place and that %s let a file be read to its end, and send nothing',
  async (_, get) => {
    const oms = startPretendOms({ knowsEveryId: true })
    const user = userEvent.setup({ delay: null })
    const { change } = await openChanging()
    change(get)
    await uploadCsv(user, sheet)
    await startCancellation(user)
    await waitFor(() => expect(readButtons()).toContain('Continue'))
    expect(oms.calls).toEqual([])
  },
)

it.each<[string, Partial<Record<Member, unknown>>]>([
  ['no functions', { onEvent: {}, blockLeaving: 'x', onSessionChange: 7 }],
  ['functions that throw', { onEvent: fail, blockLeaving: fail, onSessionChange: fail }],
  [
    'functions that promise, and break it',
    {
      onEvent: () => Promise.reject(new Error('audit')),
      blockLeaving: () => Promise.reject(new Error('router')),
      onSessionChange: () => Promise.reject(new Error('session')),
    },
  ],
  ['functions whose removal throws', { blockLeaving: () => fail, onSessionChange: () => fail }],
  [
    'functions whose removal is hostile',
    { blockLeaving: createHostileProxy, onSessionChange: createRevokedProxy, onEvent: createHostileProxy },
  ],
  ['nulls', { can: null, locale: null, texts: null, theme: null, onEvent: null, blockLeaving: null }],
])('a run goes through with a host that has %s for its optional members', async (_, members) => {
  const oms = startPretendOms({ knowsEveryId: true })
  const handle = mountScreen({ ...createTestHost(), ...members } as Host)
  await cancelAll()
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(ids)
  handle.update({ ...createTestHost(), ...members } as Host)
  await handle.unmount()
})

it('only true is a yes to whether the user may cancel', async () => {
  const { handle, host } = openScreen()
  const none = [
    false,
    0,
    'yes',
    {},
    fail,
    () => 1,
    () => Promise.resolve(true),
    () => Promise.reject(new Error('x')),
  ]
  for (const can of none) {
    handle.update({ ...host, can } as unknown as Host)
    await findText('You may not cancel sub-orders')
    handle.update({ ...host, can: () => true })
    await waitFor(() => expect(document.body).not.toHaveTextContent('You may not cancel sub-orders'))
  }
})

it('theme and texts that cannot become JSON or text are left out', async () => {
  const cyclic: Record<string, unknown> = {}
  cyclic['self'] = cyclic
  const odd = {
    a: 10n,
    b: cyclic,
    c: Symbol('x'),
    d: { toString: fail, toJSON: fail },
    e: createHostileProxy(),
  }
  const host = {
    ...createTestHost(),
    theme: { tokens: odd, mode: cyclic, nonce: 10n },
    locale: cyclic,
  } as unknown as Host
  const handle = mountScreen(host)
  await findScreen()
  handle.update({ ...host, theme: { tokens: { ...odd } } } as unknown as Host)
  expect(await findScreen()).toBeVisible()
})

it('a session that a host tells of in an odd way is one of somebody else, and the host hears no fault', async () => {
  const { host } = openScreen()
  await findScreen()
  for (const [, create] of awkwardValues) {
    host.changeSession(create() as null)
    expect(await screen.findByRole('alert')).toHaveTextContent('You are signed out')
    host.changeSession(host.user)
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  }
})
