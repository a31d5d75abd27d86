import { expect, it } from '@jest/globals'
import { validateHost } from '../../src/host/validateHost'
import { readPrincipal, readUser, readUserName } from '../../src/host/principal'
import type { Host } from '../../src/host/contract'
import { awkwardValues, createHostileProxy, createRevokedProxy, fail } from '../support/awkward'

const host: Host = {
  contract: '1.0.0',
  api: { request: () => Promise.resolve({ status: 200 }) },
  user: { id: 'priya.nair', tenant: 'acme-retail' },
}

it('accepts the smallest possible host, and returns the same object', () => {
  const check = validateHost(host)
  expect(check).toEqual({ ok: true, host })
  expect(check.ok && check.host).toBe(host)
})

it.each<[string, Partial<Record<keyof Host, unknown>>]>([
  ['a later minor version of the contract', { contract: '1.4.2' }],
  ['a client with more than is needed', { api: { request: () => undefined, get: () => undefined } }],
  [
    'every setting',
    {
      settings: {
        paths: { cancelSubOrder: 'x/{subOrderId}', cancelLineItems: undefined },
        callsPerMinute: 0.5,
        answerTimeoutMs: 1,
        maxRows: 1,
        repeatIsSafe: true,
        refusalCodes: ['INVENTORY_LOCKED'],
        alreadyCancelledCodes: [],
        subOrderId: { pattern: '^#\\d+$', hint: 'As #1001.' },
        columns: { subOrderId: ['Order'] },
      },
    },
  ],
])('takes %s', (_, members) => {
  expect(validateHost({ ...host, ...members }).ok).toBe(true)
})

it.each<[string, unknown, string[]]>([
  ['no host', undefined, ['mount(element, host) was called without a host.']],
  ['null', null, ['mount(element, host) was called without a host.']],
  ['text', 'host', ['mount(element, host) was called without a host.']],
  [
    'a host without a contract',
    { ...host, contract: undefined },
    ['host.contract is missing. Give the version of the contract, "1.0.0".'],
  ],
  [
    'the contract of the future',
    { ...host, contract: '2.0.0' },
    ['host.contract is "2.0.0", and this plugin needs ^1.0.0. The portal is newer: deploy a newer plugin.'],
  ],
  [
    'a contract from before the first one',
    { ...host, contract: '0.9.0' },
    ['host.contract is "0.9.0", and this plugin needs ^1.0.0. The portal is older: update it.'],
  ],
  [
    'a contract that is no version',
    { ...host, contract: 'one' },
    ['host.contract is "one", and this plugin needs ^1.0.0. Give a version of three numbers, "1.0.0".'],
  ],
  [
    'version 10, which only begins like 1',
    { ...host, contract: '10.0.0' },
    ['host.contract is "10.0.0", and this plugin needs ^1.0.0. The portal is newer: deploy a newer plugin.'],
  ],
  [
    'a client that is a bare function',
    { ...host, api: () => undefined },
    ['host.api.request is missing: it makes the calls. See the adapters for axios and fetch.'],
  ],
  [
    'a user without a tenant',
    { ...host, user: { id: 'priya.nair', tenant: '' } },
    ['host.user needs an id and a tenant, both non-empty text: a run belongs to one person.'],
  ],
  [
    'a user whose id is a number',
    { ...host, user: { id: 7, tenant: 'acme-retail' } },
    ['host.user needs an id and a tenant, both non-empty text: a run belongs to one person.'],
  ],
  [
    'a path that would send every cancel to one address',
    { ...host, settings: { paths: { cancelSubOrder: 'orders/cancel' } } },
    ['host.settings.paths.cancelSubOrder must contain {subOrderId}.'],
  ],
  [
    'figures that are none',
    { ...host, settings: { callsPerMinute: 0, answerTimeoutMs: Number.NaN, maxRows: '5' } },
    [
      'host.settings.callsPerMinute must be a number above 0.',
      'host.settings.answerTimeoutMs must be a number above 0.',
      'host.settings.maxRows must be a number above 0.',
    ],
  ],
  [
    'codes that are no list of texts',
    { ...host, settings: { refusalCodes: 'INTERNAL_LOCK', alreadyCancelledCodes: ['DONE', ''] } },
    [
      'host.settings.refusalCodes must be a list of codes, each a non-empty text.',
      'host.settings.alreadyCancelledCodes must be a list of codes, each a non-empty text.',
    ],
  ],
  [
    'figures without end',
    { ...host, settings: { callsPerMinute: Infinity, answerTimeoutMs: Infinity, maxRows: Infinity } },
    [
      'host.settings.callsPerMinute must be a number above 0.',
      'host.settings.answerTimeoutMs must be a number above 0.',
      'host.settings.maxRows must be a number above 0.',
    ],
  ],
  ['settings that are none', { ...host, settings: 7 }, ['host.settings must be an object.']],
  ['paths that are none', { ...host, settings: { paths: '' } }, ['host.settings.paths must be an object.']],
])('names what is wrong with %s', (_, given, faults) => {
  expect(validateHost(given)).toEqual({ ok: false, faults })
})

it('names every fault at once', () => {
  const check = validateHost({})
  expect(check.ok ? [] : check.faults).toEqual([
    'host.contract is missing. Give the version of the contract, "1.0.0".',
    'host.api.request is missing: it makes the calls. See the adapters for axios and fetch.',
    'host.user needs an id and a tenant, both non-empty text: a run belongs to one person.',
  ])
})

it('one path for both calls is refused: a lost body would cancel the whole sub-order', () => {
  const paths = { cancelSubOrder: 'x/{subOrderId}', cancelLineItems: 'x/{subOrderId}' }
  expect(validateHost({ ...host, settings: { paths } })).toEqual({
    ok: false,
    faults: ['host.settings.paths needs different paths for both calls.'],
  })
})

it('a forerunner of version 1.0.0 is not yet the contract', () => {
  expect(validateHost({ ...host, contract: '1.0.0-beta.1' }).ok).toBe(false)
})

it.each([
  ['cancelLineItems', 'orders/{subOrderId}/cancel'],
  ['cancelSubOrder', 'orders/{subOrderId}/cancel-line-items'],
])('a path for %s that is the default of the other call is refused, too', (name, path) => {
  expect(validateHost({ ...host, settings: { paths: { [name]: path } } })).toEqual({
    ok: false,
    faults: ['host.settings.paths needs different paths for both calls.'],
  })
})

it.each([
  ['/orders/{subOrderId}/cancel/'],
  ['orders/./{subOrderId}//cancel?'],
  ['ORDERS/{subOrderId}/canc%65l?lines=1#lines'],
])('two paths that only look different are refused as one: %s', (cancelLineItems) => {
  expect(validateHost({ ...host, settings: { paths: { cancelLineItems } } })).toEqual({
    ok: false,
    faults: ['host.settings.paths needs different paths for both calls.'],
  })
})

it('paths of a class are checked like those of a plain object', () => {
  class Paths {
    get cancelSubOrder() {
      return 'orders/cancel'
    }
  }
  expect(validateHost({ ...host, settings: { paths: new Paths() } })).toEqual({
    ok: false,
    faults: ['host.settings.paths.cancelSubOrder must contain {subOrderId}.'],
  })
})

const noUsers = [
  ...awkwardValues.map(([name, create]) => [name, create()] as const),
  [
    'a user whose ID throws',
    {
      tenant: 't',
      get id() {
        return fail()
      },
    },
  ] as const,
]

it.each(noUsers)('nobody is signed in where the user is %s', (_, user) => {
  expect([readUser(user), readPrincipal({ user })]).toEqual([undefined, undefined])
})

it.each([
  [
    'a host that throws',
    {
      get user() {
        return fail()
      },
    },
  ],
  ['a hostile proxy', createHostileProxy()],
  ['a revoked proxy', createRevokedProxy()],
  ['no host', undefined],
])('nobody is signed in with %s, and the ID replaces the name', (_, given) => {
  expect([readPrincipal(given), readUserName(given, 'priya.nair')]).toEqual([undefined, 'priya.nair'])
})

it('a user has an ID and a tenant, each read once', () => {
  let reads = 0
  const user = {
    get id() {
      reads += 1
      return reads > 1 ? 7 : 'priya.nair'
    },
    tenant: 'acme-retail',
    name: 'Priya',
  }
  expect([readPrincipal({ user }), reads]).toEqual([{ id: 'priya.nair', tenant: 'acme-retail' }, 1])
})

it('a name is a text; otherwise the ID replaces it', () => {
  const names = ['Priya Nair', '  ', '', 7, null, undefined, Symbol('Priya'), { toString: () => 'Priya' }]
  expect(names.map((name) => readUserName({ user: { name } }, 'priya.nair'))).toEqual([
    'Priya Nair',
    ...Array.from({ length: 7 }, () => 'priya.nair'),
  ])
  const throwing = {
    user: {
      get name() {
        return fail()
      },
    },
  }
  expect(readUserName(throwing, 'priya.nair')).toBe('priya.nair')
})
