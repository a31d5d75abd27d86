import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { createRunLock } from '../../src/browser/runLock'
import { fail } from '../support/awkward'
import { createBrowserLocks, type PageLocks } from '../support/lockManager'

let browser: ReturnType<typeof createBrowserLocks>
const never = () => new AbortController().signal

/** Lets the following code run in this page. */
function enter(page: PageLocks | undefined): void {
  const value = page ? { locks: page } : {}
  Object.defineProperty(globalThis, 'navigator', { value, configurable: true })
}
function openPage() {
  const page = browser.openPage()
  enter(page)
  return { page, lock: createRunLock('runs') }
}

beforeEach(() => {
  browser = createBrowserLocks()
})
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'navigator')
})

describe('the run lock', () => {
  it('is held by one page at a time, and free once it is given back', async () => {
    const first = openPage()
    const release = await first.lock.take(0)
    const second = openPage()
    expect(await second.lock.take(0)).toBeUndefined()
    release?.()
    enter(second.page)
    expect(await second.lock.take(50)).toBeInstanceOf(Function)
  })

  it('is waited for as long as patience lasts, and leaves no timer behind', async () => {
    const first = openPage()
    const release = await first.lock.take(0)
    const second = openPage()
    jest.useFakeTimers({ doNotFake: ['setImmediate'] })
    try {
      const impatient = second.lock.take(200)
      await jest.advanceTimersByTimeAsync(200)
      expect(await impatient).toBeUndefined()
      const patient = second.lock.take(200)
      release?.()
      expect([await patient, jest.getTimerCount()]).toEqual([expect.any(Function), 0])
    } finally {
      jest.useRealTimers()
    }
  })

  it('is taken where it is free, however long the browser takes to grant it', async () => {
    const { page } = openPage()
    const request: PageLocks['request'] = async (name, options, granted) => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return page.request(name, options, granted)
    }
    enter({ ...page, request })
    expect(await createRunLock('runs').take(0)).toBeInstanceOf(Function)
  })

  it('of a page that closes passes to the page that waits', async () => {
    const first = openPage()
    await first.lock.take(0)
    const second = openPage()
    const waiting = second.lock.takeWhenFree(never())
    first.page.end()
    expect(await waiting).toBeInstanceOf(Function)
  })

  it('is no longer waited for once the wait is stopped', async () => {
    const first = openPage()
    const release = await first.lock.take(0)
    const second = openPage()
    const stop = new AbortController()
    const waiting = second.lock.takeWhenFree(stop.signal)
    stop.abort()
    expect(await waiting).toBeUndefined()
    release?.()
    const third = openPage()
    expect(await third.lock.take(50)).toBeInstanceOf(Function)
  })

  it('is separate for each user', async () => {
    const { page, lock } = openPage()
    await lock.take(0)
    enter(page)
    expect(await createRunLock('runs of another').take(50)).toBeInstanceOf(Function)
  })

  it('is never taken by force', async () => {
    const { page, lock } = openPage()
    const request = jest.spyOn(page, 'request')
    await lock.take(0)
    expect(await lock.takeWhenFree(AbortSignal.abort())).toBeUndefined()
    expect(request.mock.calls.map(([, options]) => Object.keys(options))).toEqual([
      ['ifAvailable'],
      ['signal'],
    ])
  })

  it('holds within a page where the browser has no locks', async () => {
    enter(undefined)
    const lock = createRunLock('runs')
    const release = await lock.take(0)
    expect(await lock.takeWhenFree(never())).toBeUndefined()
    // A Continue that is pressed before the run behind it has gone: no other tab is at work.
    const next = lock.take(0)
    release?.()
    expect(await next).toBeInstanceOf(Function)
  })

  it.each<[string, () => object]>([
    ['refuses them, as to a frame of another origin', () => ({ request: refuse })],
    ['refuses them with what is no error', () => ({ request: () => Promise.reject(Object.create(null)) })],
    ['throws at the request', () => ({ request: fail })],
    ['has them without a request', () => ({})],
  ])('holds within a page where the browser %s', async (_, createLocks) => {
    Object.defineProperty(globalThis, 'navigator', { value: { locks: createLocks() }, configurable: true })
    expect(await takeInTurn()).toEqual([true, false, true])
  })

  it('holds within a page where the browser throws when it is asked for locks', async () => {
    const navigator = Object.defineProperty({}, 'locks', { get: fail })
    Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true })
    expect(await takeInTurn()).toEqual([true, false, true])
  })

  it('that was refused once is not requested again: two kinds of lock would not exclude each other', async () => {
    const request = jest.fn(refuse)
    Object.defineProperty(globalThis, 'navigator', { value: { locks: { request } }, configurable: true })
    const lock = createRunLock('runs')
    const release = await lock.take(0)
    expect(await lock.takeWhenFree(never())).toBeUndefined()
    release?.()
    expect([await lock.take(0), request.mock.calls.length]).toEqual([expect.any(Function), 1])
  })

  it('does not count as refused where the page is closing', async () => {
    const request = () => Promise.reject(new DOMException('The document is not active', 'InvalidStateError'))
    Object.defineProperty(globalThis, 'navigator', { value: { locks: { request } }, configurable: true })
    expect(await createRunLock('runs').take(0)).toBeUndefined()
  })
})

const refuse = () => Promise.reject(new DOMException('Access to the Locks API is denied', 'SecurityError'))

/** The first is given, the second refused while that one holds, and given once it has been given back. */
async function takeInTurn(): Promise<readonly boolean[]> {
  const lock = createRunLock('runs')
  const release = await lock.take(0)
  const meanwhile = await lock.takeWhenFree(never())
  release?.()
  return [release, meanwhile, await lock.take(0)].map((given) => given !== undefined)
}
