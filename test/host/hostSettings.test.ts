import { describe, expect, it } from '@jest/globals'
import { readSettings } from '../../src/app/config'
import type { Host } from '../../src/host/contract'
import { createSettingsReader } from '../../src/app/hostSettings'
import { awkwardValues, createHostileProxy, createRevokedProxy, fail } from '../support/awkward'

/** A host that changes its settings in place. */
function openHost() {
  let get = (): unknown => undefined
  const host = Object.defineProperty({}, 'settings', { get: () => get() }) as Host
  const change = (next: () => unknown) => void (get = next)
  return { ...createSettingsReader(() => host), change }
}

const own = {
  paths: {
    cancelSubOrder: 'a/{subOrderId}',
    cancelLineItems: 'b/{subOrderId}',
    readSubOrder: 'c/{subOrderId}',
  },
  callsPerMinute: 30,
  answerTimeoutMs: 5000,
  maxRows: 10,
  repeatIsSafe: true,
  refusalCodes: ['LOCKED'],
  alreadyCancelledCodes: ['GONE'],
  subOrderId: { pattern: '^#\\d+$', hint: 'As #1001.' },
  columns: { subOrderId: ['Order'] },
}
const defaults = readSettings(undefined)

describe('settings that a host changes in place', () => {
  it('are in force at once, and defaults replace missing settings', () => {
    const { read, change } = openHost()
    const before = read()
    change(() => own)
    const during = read()
    change(() => null)
    expect([before, during, read()]).toEqual([defaults, own, defaults])
  })

  it.each<[string, () => unknown]>([
    ['throw', fail],
    ['are a proxy that throws', createHostileProxy],
    ['are a proxy that was revoked', createRevokedProxy],
    ['have a member that throws', () => Object.defineProperty({ ...own }, 'maxRows', { get: fail })],
    ['have paths that throw', () => ({ ...own, paths: createHostileProxy() })],
  ])('and that %s keep their last values, but never the promise that a repeat is safe', (_, get) => {
    const { read, change } = openHost()
    change(() => own)
    read()
    change(get)
    expect(read()).toEqual({ ...own, repeatIsSafe: false })
  })

  it('get the default for each figure and path that cannot be used', () => {
    const { read, change } = openHost()
    const odd = [
      0,
      -1,
      Number.NaN,
      Infinity,
      '5',
      {},
      [],
      true,
      ...awkwardValues.map(([, create]) => create()),
    ]
    const settings = odd.map((value) => {
      change(() => ({
        callsPerMinute: value,
        answerTimeoutMs: value,
        maxRows: value,
        repeatIsSafe: value === true ? 1 : value,
        paths: { readSubOrder: value },
      }))
      return read()
    })
    expect(settings).toEqual(odd.map(() => defaults))
  })
})

describe('the paths of a cancel', () => {
  it('are the host’s own or the defaults, each by itself', () => {
    const { readCancelPaths, change } = openHost()
    const before = readCancelPaths()
    change(() => ({ paths: { cancelSubOrder: 'a/{subOrderId}', cancelLineItems: undefined } }))
    expect([before, readCancelPaths()]).toEqual([
      {
        cancelSubOrder: 'orders/{subOrderId}/cancel',
        cancelLineItems: 'orders/{subOrderId}/cancel-line-items',
      },
      { cancelSubOrder: 'a/{subOrderId}', cancelLineItems: 'orders/{subOrderId}/cancel-line-items' },
    ])
  })

  it('do not depend on other settings that throw', () => {
    const { readCancelPaths, change } = openHost()
    change(() => Object.defineProperty({ paths: own.paths }, 'maxRows', { get: fail }))
    expect(readCancelPaths()).toEqual({ cancelSubOrder: 'a/{subOrderId}', cancelLineItems: 'b/{subOrderId}' })
  })

  it.each<[string, () => unknown]>([
    ['settings that throw', fail],
    ['settings that are a number', () => 7],
    ['settings that are text', () => 'paths'],
    ['settings that are a proxy that throws', createHostileProxy],
    ['settings that were revoked', createRevokedProxy],
    ['paths that throw', () => Object.defineProperty({}, 'paths', { get: fail })],
    ['paths that are null', () => ({ paths: null })],
    ['paths that are a number', () => ({ paths: 7 })],
    ['paths that were revoked', () => ({ paths: createRevokedProxy() })],
    ['a path that is a number', () => ({ paths: { cancelLineItems: 7 } })],
    ['a path that is null', () => ({ paths: { cancelSubOrder: null } })],
    ['a path without the ID', () => ({ paths: { cancelSubOrder: 'orders/cancel' } })],
    [
      'a path that only becomes text',
      () => ({ paths: { cancelSubOrder: { toString: () => 'a/{subOrderId}' } } }),
    ],
    [
      'one path for both calls',
      () => ({ paths: { cancelSubOrder: 'orders/{subOrderId}/cancel-line-items/' } }),
    ],
  ])('do not exist with %s: earlier paths are never used', (_, get) => {
    const { read, readCancelPaths, change } = openHost()
    change(() => own)
    read()
    readCancelPaths()
    change(get)
    let thrown = false
    try {
      readCancelPaths()
    } catch {
      thrown = true
    }
    expect(thrown).toBe(true)
  })

  it('are read once each: the checked value is the used value', () => {
    const { readCancelPaths, change } = openHost()
    let reads = 0
    const get = () => {
      reads += 1
      return reads === 1 ? 'a/{subOrderId}' : 'everything'
    }
    change(() => ({ paths: Object.defineProperty({}, 'cancelSubOrder', { get }) }))
    expect([readCancelPaths().cancelSubOrder, reads]).toEqual(['a/{subOrderId}', 1])
  })
})
