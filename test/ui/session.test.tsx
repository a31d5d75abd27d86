import { afterEach, describe, expect, it } from '@jest/globals'
import { createGate } from '../../mocks/script'
import type { ApiRequest, Host, PluginEvent, User } from '../../src/host/contract'
import { openSession, type Session } from '../../src/session'
import { requestsPlanned } from '../../src/store/runsSlice'
import { continueRun, startAll, stopRun } from '../../src/store/runThunks'
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
  const guards = new Set<() => string | null>()
  const blockLeaving: Host['blockLeaving'] = (reason) => {
    guards.add(reason)
    return () => void guards.delete(reason)
  }
  const readReasons = () => [...guards].map((reason) => reason())

  afterEach(() => guards.clear())

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
