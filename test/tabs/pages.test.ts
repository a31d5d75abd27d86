import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { TabChannel, TabMessage } from '../../src/domain/run/tabMessage'
import { createPages } from '../../src/browser/pages'
import { createBrowserLocks, type PageLocks } from '../support/lockManager'

const silent: TabChannel = { post: () => undefined, listen: () => () => undefined }

/** Lets the following code run in this page. */
function enter(page: PageLocks | undefined): void {
  const value = page ? { locks: page } : {}
  Object.defineProperty(globalThis, 'navigator', { value, configurable: true })
}
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'navigator')
})

/** Whether it has come to its end, once all that waits for nothing but other tasks has run. */
async function hasEnded(wait: Promise<unknown>): Promise<boolean> {
  let isOver = false
  void wait.then(() => (isOver = true))
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve))
  return isOver
}

describe('with locks', () => {
  function openBrowser() {
    const browser = createBrowserLocks()
    return (own: string, user = 'priya') => {
      const page = browser.openPage()
      enter(page)
      return { end: page.end, ...createPages(user, own, silent) }
    }
  }

  it('a page knows the open pages that have entered', async () => {
    const openPage = openBrowser()
    const first = openPage('first')
    const alone = await first.enter()
    const second = openPage('second')
    openPage('third')
    const both = await second.enter()
    first.end()
    expect([alone, both, await second.enter()]).toEqual([
      new Set(['first']),
      new Set(['first', 'second']),
      new Set(['second']),
    ])
  })

  it('a page knows no page of another user', async () => {
    const openPage = openBrowser()
    await openPage('first', 'arjun').enter()
    expect(await openPage('second').enter()).toEqual(new Set(['second']))
  })

  it('a page counts as gone once it has closed, and not before', async () => {
    const openPage = openBrowser()
    const first = openPage('first')
    await first.enter()
    const second = openPage('second')
    const gone = second.untilGone('first')
    const before = await hasEnded(gone)
    first.end()
    expect([before, await hasEnded(gone)]).toEqual([false, true])
  })
})

describe('without locks', () => {
  beforeEach(() => {
    enter(undefined)
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  /** A channel over which these pages answer. */
  function createChannel(alive: ReadonlySet<string>): TabChannel {
    const listeners = new Set<(message: TabMessage) => void>()
    return {
      post: ({ type }) => {
        if (type !== 'who') return
        for (const page of alive) for (const listener of listeners) listener({ type: 'here', page })
      },
      listen: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    }
  }

  it('a page knows the pages that answer', async () => {
    const pages = createPages('priya', 'own', createChannel(new Set(['other'])))
    const entered = pages.enter()
    await jest.runAllTimersAsync()
    expect(await entered).toEqual(new Set(['own', 'other']))
  })

  it('a page counts as gone once it no longer answers', async () => {
    const alive = new Set(['other'])
    const pages = createPages('priya', 'own', createChannel(alive))
    let isGone = false
    void pages.untilGone('other').then(() => (isGone = true))
    await jest.advanceTimersByTimeAsync(60_000)
    const before = isGone
    alive.clear()
    await jest.advanceTimersByTimeAsync(60_000)
    expect([before, isGone]).toEqual([false, true])
  })
})
