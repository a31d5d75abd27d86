import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { createGate } from '../../mocks/script'
import type { ApiRequest, Host, PluginEvent, User } from '../../src/host/contract'
import { openSession, readPageStatus, type Session } from '../../src/app/session'
import { requestsPlanned } from '../../src/store/slices/runActions'
import { continueRun, startAll, stopRun } from '../../src/store/run/runThunks'
import { createWholes } from '../domain/requests'

/** Sessions outlive a test: each test has a tenant of its own. */
let tenants = 0

interface Desk {
  readonly host: Host
  readonly session: Session
  readonly calls: readonly ApiRequest[]
  readonly events: readonly PluginEvent[]
  /** Resolves when the first call is on its way. */
  readonly arrived: Promise<void>
  /** Lets the first call be answered. */
  answer(): void
  changeUser(user: User | null): void
  start(count: number): Promise<void>
}

function openDesk(members: Partial<Host> = {}): Desk {
  tenants += 1
  const arrival = createGate()
  const gate = createGate()
  const calls: ApiRequest[] = []
  const events: PluginEvent[] = []
  const listeners = new Set<(user: User | null) => void>()
  const host: Host = {
    contract: '1.0.0',
    user: { id: 'priya.nair', tenant: `session-${tenants}` },
    settings: { callsPerMinute: 1_000_000 },
    api: {
      request: async (request) => {
        calls.push(request)
        arrival.open()
        if (calls.length === 1) await gate.opened
        return { status: 200 }
      },
    },
    onEvent: (event) => void events.push(event),
    onSessionChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    ...members,
  }
  const session = openSession(host)
  return {
    host,
    session,
    calls,
    events,
    arrived: arrival.opened,
    answer: gate.open,
    changeUser: (user) => {
      for (const listener of listeners) listener(user)
    },
    start: (count) => {
      session.store.dispatch(requestsPlanned({ id: 'sheet', requests: createWholes(count) }))
      return session.store.dispatch(startAll('sheet'))
    },
  }
}

const readRun = ({ session }: Desk) => session.store.getState().runs.byId['sheet']?.run

/** Whether the page would ask before it is left. */
function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

describe('a session', () => {
  it('is one for each user and tenant, and takes the host as it is now', () => {
    const desk = openDesk()
    const sameUser = { ...desk.host, locale: 'en-IN' }
    expect(openSession(sameUser)).toBe(desk.session)
    expect(desk.session.readHost()).toBe(sameUser)
    expect(openSession({ ...desk.host, user: { ...desk.host.user, id: 'someone.else' } })).not.toBe(
      desk.session,
    )
    expect(openSession({ ...desk.host, user: { ...desk.host.user, tenant: 'elsewhere' } })).not.toBe(
      desk.session,
    )
  })

  it('sends the next call through the client that the host has handed over meanwhile', async () => {
    const desk = openDesk()
    const run = desk.start(2)
    await desk.arrived
    const later: ApiRequest[] = []
    const request = (call: ApiRequest) => {
      later.push(call)
      return Promise.resolve({ status: 200 })
    }
    openSession({ ...desk.host, api: { request } })
    desk.answer()
    await run
    expect([desk.calls.map(({ path }) => path), later.map(({ path }) => path)]).toEqual([
      ['orders/so-1/cancel'],
      ['orders/so-2/cancel'],
    ])
  })

  it('starts nothing where the host says no, or throws', async () => {
    const fail = () => {
      throw new Error('no such service')
    }
    // A grant that is not there, or still on its way, is no yes either.
    const unclear = [() => undefined, () => Promise.resolve(true)] as unknown as (() => boolean)[]
    for (const can of [() => false, fail, ...unclear]) {
      const desk = openDesk({ can })
      await desk.start(1)
      expect([desk.session.isAllowed(), desk.calls]).toEqual([false, []])
    }
  })

  it('asks for the one permission of the screen', () => {
    const asked: string[] = []
    const desk = openDesk({ can: (permission) => asked.push(permission) > 0 })
    expect([desk.session.isAllowed(), asked]).toEqual([true, ['sub-order:cancel']])
  })
})

describe('a change of user', () => {
  it.each<[string, (user: User) => User | null]>([
    ['a logout', () => null],
    ['another user', (user) => ({ ...user, id: 'someone.else' })],
    ['another tenant', (user) => ({ ...user, tenant: 'elsewhere' })],
  ])('%s stops the run before the next call; the one in flight is heard', async (_, change) => {
    const desk = openDesk()
    const run = desk.start(3)
    await desk.arrived
    desk.changeUser(change(desk.host.user))
    desk.answer()
    await run
    expect(desk.calls.length).toBe(1)
    expect(readRun(desk)).toMatchObject({ phase: 'paused', pausedBy: 'principal-changed', done: 1 })
  })

  it('lets nothing go on until the user is back', async () => {
    const desk = openDesk()
    const run = desk.start(2)
    await desk.arrived
    desk.changeUser(null)
    desk.answer()
    await run
    await desk.session.store.dispatch(continueRun('sheet'))
    expect(desk.calls.length).toBe(1)
    desk.changeUser(desk.host.user)
    await desk.session.store.dispatch(continueRun('sheet'))
    expect([desk.calls.length, readRun(desk)?.phase]).toEqual([2, 'finished'])
  })

  it('is seen at the next mount by another user, though nobody was told of it', async () => {
    const desk = openDesk({ onSessionChange: () => () => undefined })
    const run = desk.start(3)
    await desk.arrived
    openSession({ ...desk.host, user: { ...desk.host.user, id: 'someone.else' } })
    desk.answer()
    await run
    expect([desk.calls.length, readRun(desk)?.pausedBy]).toEqual([1, 'principal-changed'])
  })

  it('is seen before the next call where the host changes its user in place', async () => {
    const user = { id: 'priya.nair', tenant: 'in-place' }
    const desk = openDesk({ user, onSessionChange: () => () => undefined })
    const run = desk.start(3)
    await desk.arrived
    user.id = 'someone.else'
    desk.answer()
    await run
    expect([desk.calls.length, readRun(desk)?.pausedBy]).toEqual([1, 'principal-changed'])
  })

  it('at the very start of a run lets no call out', async () => {
    const desk = openDesk()
    const told: string[] = []
    openSession({
      ...desk.host,
      onEvent: ({ type }) => {
        told.push(type)
        if (type === 'run-started') desk.session.leave()
      },
    })
    await desk.start(3)
    expect([desk.calls, told]).toEqual([[], ['run-started', 'run-paused']])
  })

  it('to the same user changes nothing', async () => {
    const desk = openDesk()
    const run = desk.start(2)
    await desk.arrived
    desk.changeUser({ ...desk.host.user })
    desk.answer()
    await run
    expect(readRun(desk)?.phase).toBe('finished')
  })
})

it('the first call of another user waits until the last one of the user before has been heard', async () => {
  const desk = openDesk()
  const run = desk.start(3)
  await desk.arrived
  const other = openDesk()
  other.answer()
  const otherRun = other.start(2)
  const begun = createGate()
  const unsubscribe = other.session.store.subscribe(() => {
    if (other.session.status().phase === 'running') begun.open()
  })
  await begun.opened
  unsubscribe()
  expect([desk.calls.length, other.calls.length]).toEqual([1, 0])
  desk.answer()
  await Promise.all([run, otherRun])
  expect([desk.calls.length, readRun(desk)?.pausedBy, other.calls.length]).toEqual([
    1,
    'principal-changed',
    2,
  ])
})

it('a run that waits for the last call of the user before can be stopped at once', async () => {
  const desk = openDesk()
  const run = desk.start(3)
  await desk.arrived
  const other = openDesk()
  const begun = createGate()
  other.session.store.subscribe(() => {
    if (other.session.status().phase === 'running') begun.open()
  })
  const otherRun = other.start(2)
  await begun.opened
  other.session.store.dispatch(stopRun())
  await otherRun
  expect([other.calls.length, readRun(other)?.phase]).toEqual([0, 'stopped'])
  desk.answer()
  await run
})

describe('the subscription to the session', () => {
  /** A host's own way to tell of its session, with an eye on who listens. */
  function createSource() {
    const listeners = new Set<(user: User | null) => void>()
    let subscribed = 0
    return {
      subscribe: (listener: (user: User | null) => void) => {
        subscribed += 1
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      tell: (user: User | null) => {
        for (const listener of listeners) listener(user)
      },
      count: () => [subscribed, listeners.size],
    }
  }
  const isHere = ({ session }: Desk) => session.store.getState().view.isUserHere

  it('is one, however often the host hands itself over', () => {
    const source = createSource()
    const desk = openDesk({ onSessionChange: source.subscribe })
    for (const locale of ['en-IN', 'hi-IN', 'de-DE']) openSession({ ...desk.host, locale })
    expect(source.count()).toEqual([1, 1])
  })

  it('is one also where the host gives nothing to take it back with', () => {
    const source = createSource()
    const onSessionChange = ((listener: (user: User | null) => void) =>
      void source.subscribe(listener)) as unknown as NonNullable<Host['onSessionChange']>
    const desk = openDesk({ onSessionChange })
    openSession({ ...desk.host, locale: 'hi-IN' })
    expect(source.count()).toEqual([1, 1])
  })

  it('is taken back when the host tells of its session in another way, or no more', () => {
    const sources = [createSource(), createSource()] as const
    const desk = openDesk({ onSessionChange: sources[0].subscribe })
    openSession({ ...desk.host, onSessionChange: sources[1].subscribe })
    const counts = sources.map((source) => source.count())
    const { onSessionChange: _, ...silent } = desk.host
    openSession(silent)
    expect([counts, sources[1].count()]).toEqual([
      [
        [1, 0],
        [1, 1],
      ],
      [1, 0],
    ])
  })

  it('is taken back also where the host gives what takes it back later', async () => {
    const source = createSource()
    const later = ((listener: (user: User | null) => void) =>
      Promise.resolve(source.subscribe(listener))) as unknown as NonNullable<Host['onSessionChange']>
    const desk = openDesk({ onSessionChange: later })
    openSession({ ...desk.host, onSessionChange: () => () => undefined })
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(source.count()).toEqual([1, 0])
  })

  it('says nothing any more once another one is in its place, though the host kept it', () => {
    const listeners: ((user: User | null) => void)[] = []
    const keep = (listener: (user: User | null) => void) => {
      listeners.push(listener)
      return () => undefined
    }
    const desk = openDesk({ onSessionChange: keep })
    openSession({ ...desk.host, onSessionChange: (listener) => keep(listener) })
    listeners[0]?.(null)
    const before = isHere(desk)
    listeners[1]?.(null)
    const left = isHere(desk)
    listeners[0]?.(desk.host.user)
    expect([before, left, isHere(desk)]).toEqual([true, false, false])
  })
})

describe('the status', () => {
  const IDLE = { phase: 'idle', done: 0, total: 0 }
  const other = (host: Host): Host => ({ ...host, user: { ...host.user, id: 'arjun.rao' } })

  it('of a run whose user has signed out, and whose last answer is waited for, is told to nobody', async () => {
    const desk = openDesk()
    const run = desk.start(3)
    await desk.arrived
    expect([desk.session.status(), readPageStatus()]).toEqual([
      { phase: 'running', done: 0, total: 3 },
      { phase: 'running', done: 0, total: 3 },
    ])
    desk.changeUser(null)
    expect([desk.session.status(), readPageStatus()]).toEqual([IDLE, IDLE])
    desk.answer()
    await run
    expect([desk.session.status(), readPageStatus()]).toEqual([IDLE, IDLE])
    desk.changeUser(desk.host.user)
    const own = { phase: 'paused', done: 1, total: 3 }
    expect([desk.session.status(), readPageStatus()]).toEqual([own, own])
  })

  it('speaks of the user who is signed in, not of the one before', async () => {
    const desk = openDesk()
    const run = desk.start(3)
    await desk.arrived
    const theirs = openSession(other(desk.host))
    expect([desk.session.status(), theirs.status(), readPageStatus()]).toEqual([IDLE, IDLE, IDLE])
    desk.answer()
    await run
    expect([desk.session.status(), readPageStatus()]).toEqual([IDLE, IDLE])
    openSession(desk.host)
    expect(readPageStatus()).toEqual({ phase: 'paused', done: 1, total: 3 })
  })

  it.each<[string, (user: User) => void]>([
    ['becomes another one', (user) => Object.assign(user, { id: 'arjun.rao' })],
    ['is of another tenant', (user) => Object.assign(user, { tenant: 'elsewhere' })],
    [
      'cannot be read',
      (user) => {
        const get = () => {
          throw new Error('no user')
        }
        Object.defineProperty(user, 'id', { get })
      },
    ],
  ])('is idle from the moment on that the user of the host, in place, %s', async (_, change) => {
    const user = { id: 'priya.nair', tenant: `in-place-${tenants}` }
    const desk = openDesk({ user, onSessionChange: () => () => undefined })
    const run = desk.start(3)
    await desk.arrived
    change(user)
    expect([desk.session.status(), readPageStatus()]).toEqual([IDLE, IDLE])
    desk.answer()
    await run
    expect([desk.calls.length, desk.session.status(), readRun(desk)?.pausedBy]).toEqual([
      1,
      IDLE,
      'principal-changed',
    ])
  })
})

describe('events', () => {
  const shorten = (events: readonly PluginEvent[]) =>
    events.map(({ type, sequence, done, total }) => [type, sequence, done, total])

  it('are numbered without a gap through stop and continue, with the progress after each', async () => {
    const desk = openDesk()
    const run = desk.start(2)
    await desk.arrived
    desk.session.store.dispatch(stopRun())
    desk.answer()
    await run
    await desk.session.store.dispatch(continueRun('sheet'))
    expect(shorten(desk.events)).toEqual([
      ['run-started', 1, 0, 2],
      ['outcome', 2, 1, 2],
      ['run-stopped', 3, 1, 2],
      ['run-continued', 4, 1, 2],
      ['outcome', 5, 2, 2],
      ['run-finished', 6, 2, 2],
    ])
    expect(new Set(desk.events.map(({ runId }) => runId)).size).toBe(1)
    expect(desk.events.filter(({ at }) => new Date(at).toISOString() !== at)).toEqual([])
  })

  it('name the sub-order and what became of it', async () => {
    const answers = [
      { status: 200 },
      { status: 409, body: { code: 'ALREADY_CANCELLED', message: '' } },
      { status: 400, body: { code: 'BAD_DATA', message: 'Sub order is invoiced' } },
      { status: 503 },
    ]
    const desk = openDesk({ api: { request: () => Promise.resolve(answers.shift() ?? { status: 200 }) } })
    await desk.start(4)
    const outcomes = desk.events.filter((event) => event.type === 'outcome')
    expect(
      outcomes.map(({ subOrderId, outcome, code, message, late }) => ({
        subOrderId,
        outcome,
        code,
        message,
        late,
      })),
    ).toEqual([
      { subOrderId: 'so-1', outcome: 'cancelled' },
      { subOrderId: 'so-2', outcome: 'already-cancelled' },
      { subOrderId: 'so-3', outcome: 'failed', code: 'BAD_DATA', message: 'Sub order is invoiced' },
      { subOrderId: 'so-4', outcome: 'unknown' },
    ])
  })

  it('go by the codes that the host knows its OMS by, as they are at the moment of each call', async () => {
    const settings = {
      callsPerMinute: 1_000_000,
      refusalCodes: ['internal_lock'],
      alreadyCancelledCodes: [''],
    }
    const answers = [
      { status: 500, body: { code: 'INTERNAL_LOCK', message: 'Locked', description: '' } },
      { status: 409, body: { code: 'STATE-42', message: '' } },
    ]
    const request = () => {
      settings.alreadyCancelledCodes = ['state_42']
      return Promise.resolve(answers.shift() ?? { status: 200 })
    }
    const desk = openDesk({ settings, api: { request } })
    await desk.start(2)
    const outcomes = desk.events.filter((event) => event.type === 'outcome')
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['failed', 'already-cancelled'])
  })

  it('go on, without a gap, for a host that throws at each of them', async () => {
    const heard: PluginEvent[] = []
    const desk = openDesk({
      onEvent: (event) => {
        heard.push(event)
        throw new Error('audit is down')
      },
    })
    const run = desk.start(2)
    desk.answer()
    await run
    expect(shorten(heard)).toEqual([
      ['run-started', 1, 0, 2],
      ['outcome', 2, 1, 2],
      ['outcome', 3, 2, 2],
      ['run-finished', 4, 2, 2],
    ])
  })

  it('tell why a run is paused', async () => {
    const desk = openDesk({ api: { request: () => Promise.resolve({ status: 401 }) } })
    await desk.start(1)
    expect(desk.events.at(-1)).toMatchObject({ type: 'run-paused', reason: 'session', done: 0, total: 1 })
  })
})

describe('the leave guard', () => {
  type Guard = NonNullable<Host['blockLeaving']>
  const guards = new Set<() => string | null>()
  const scopes: unknown[] = []
  const blockLeaving: Guard = (reason, options) => {
    guards.add(reason)
    scopes.push(options)
    return () => void guards.delete(reason)
  }
  const readReasons = () => [...guards].map((reason) => reason())

  afterEach(() => {
    guards.clear()
    scopes.length = 0
  })

  it('is raised while a run goes on, and no longer', async () => {
    const desk = openDesk({ blockLeaving })
    expect([asksBeforeLeaving(), readReasons()]).toEqual([false, []])
    const run = desk.start(2)
    await desk.arrived
    expect([asksBeforeLeaving(), readReasons()]).toEqual([
      true,
      [expect.stringContaining('the rest is not sent')],
    ])
    desk.answer()
    await run
    expect([asksBeforeLeaving(), readReasons()]).toEqual([false, []])
  })

  it('is for the page alone, and what it says is true of the portal’s other menus as well', async () => {
    const desk = openDesk({ blockLeaving })
    const run = desk.start(2)
    await desk.arrived
    expect([scopes, readReasons()]).toEqual([
      [{ scope: 'page' }],
      [
        'Cancellations are going out. If you close or reload this page, the rest is not sent. Other menus of the portal are fine: the run continues.',
      ],
    ])
    desk.answer()
    await run
  })

  it('says why whatever the host’s locale and texts are by then, and throws nothing at the host', async () => {
    const desk = openDesk({ blockLeaving })
    const run = desk.start(2)
    await desk.arrived
    const get = () => {
      throw new Error('no locale')
    }
    Object.defineProperty(desk.host, 'locale', { get })
    Object.assign(desk.host, { texts: { leaving: 7 } })
    jest.spyOn(console, 'warn').mockImplementation(() => undefined)
    expect(readReasons()).toEqual([expect.stringContaining('the rest is not sent')])
    desk.answer()
    await run
  })

  it('is released also where the host gives its removal later, and nothing of a broken promise is heard', async () => {
    const late = ((reason: () => string | null) => Promise.resolve(blockLeaving(reason))) as unknown as Guard
    const broken = (() => Promise.reject(new Error('no router'))) as unknown as Guard
    for (const promising of [late, broken]) {
      const desk = openDesk({ blockLeaving: promising })
      const run = desk.start(2)
      await desk.arrived
      desk.answer()
      await run
      await new Promise((resolve) => setTimeout(resolve, 0))
      expect([guards.size, readRun(desk)?.phase]).toEqual([0, 'finished'])
    }
  })

  it('stays raised while the answer to the last call is waited for', async () => {
    const desk = openDesk({ blockLeaving })
    const run = desk.start(2)
    await desk.arrived
    desk.session.store.dispatch(stopRun())
    expect([asksBeforeLeaving(), guards.size]).toEqual([true, 1])
    desk.answer()
    await run
    expect([asksBeforeLeaving(), guards.size]).toEqual([false, 0])
  })

  it('does not hurt a run where the host throws, neither raised nor released', async () => {
    const fail = () => {
      throw new Error('no router')
    }
    for (const throwing of [fail, () => fail]) {
      const desk = openDesk({ blockLeaving: throwing })
      const run = desk.start(2)
      await desk.arrived
      expect(asksBeforeLeaving()).toBe(true)
      desk.answer()
      await run
      expect([asksBeforeLeaving(), readRun(desk)?.phase]).toEqual([false, 'finished'])
    }
  })
})

it.each<[string, object]>([
  [
    'that throw',
    Object.defineProperty({}, 'paths', {
      get: () => {
        throw new Error('no settings')
      },
    }),
  ],
  ['with one path for both calls', { paths: { cancelLineItems: 'orders/{subOrderId}/cancel/' } }],
  ['with a path that is no text', { paths: { cancelSubOrder: 7 } }],
  ['with a path that names no sub-order', { paths: { cancelSubOrder: 'orders/cancel' } }],
])(
  'a host that changes its settings in place, to ones %s, gets no call, and the run holds',
  async (_, odd) => {
    const desk = openDesk()
    Object.assign(desk.host, { settings: odd })
    await desk.start(3)
    expect([desk.calls, readRun(desk)?.phase]).toEqual([[], 'paused'])
    Object.assign(desk.host, { settings: { callsPerMinute: 1_000_000 } })
    desk.answer()
    await desk.session.store.dispatch(continueRun('sheet'))
    expect([desk.calls.length > 0, readRun(desk)?.phase]).toEqual([true, 'finished'])
  },
)

it('the status is that of the latest run', async () => {
  const desk = openDesk()
  expect(desk.session.status()).toEqual({ phase: 'idle', done: 0, total: 0 })
  const run = desk.start(2)
  await desk.arrived
  expect(desk.session.status()).toEqual({ phase: 'running', done: 0, total: 2 })
  desk.session.store.dispatch(stopRun())
  desk.answer()
  await run
  expect(desk.session.status()).toEqual({ phase: 'paused', done: 1, total: 2 })
})
