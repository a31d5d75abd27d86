import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { createYieldIfDue, createSystemClock } from '../../src/run/clock'
import { startPageTimer } from '../../src/run/timers'

const systemClock = createSystemClock(startPageTimer)

describe('waiting', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  function startWait(ms: number, stop: AbortSignal) {
    const state = { isOver: false }
    void systemClock.wait(ms, stop).then(() => {
      state.isOver = true
    })
    return state
  }

  it('takes as long as asked for', async () => {
    const state = startWait(300, new AbortController().signal)
    await jest.advanceTimersByTimeAsync(299)
    expect(state.isOver).toBe(false)
    await jest.advanceTimersByTimeAsync(1)
    expect(state.isOver).toBe(true)
  })

  it('ends at once when stop is raised, and leaves no timer behind', async () => {
    const stop = new AbortController()
    const state = startWait(300, stop.signal)
    stop.abort()
    await jest.advanceTimersByTimeAsync(0)
    expect([state.isOver, jest.getTimerCount()]).toEqual([true, 0])
  })

  it('does not begin when stop was raised before', async () => {
    const state = startWait(300, AbortSignal.abort())
    await jest.advanceTimersByTimeAsync(0)
    expect([state.isOver, jest.getTimerCount()]).toEqual([true, 0])
  })

  it('leaves no listener on the signal', async () => {
    const { signal } = new AbortController()
    startWait(300, signal)
    expect(getEventListeners(signal, 'abort')).toHaveLength(1)
    await jest.advanceTimersByTimeAsync(300)
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it('does not end at once where the wait is above every timer', async () => {
    const state = startWait(2 ** 31, new AbortController().signal)
    await jest.advanceTimersByTimeAsync(1000)
    expect(state.isOver).toBe(false)
  })
})

describe('long work', () => {
  it('goes on while its slice of time lasts, then yields, then has a new slice', async () => {
    const clock = { time: 0, now: () => clock.time }
    const yieldIfDue = createYieldIfDue(clock, 8)
    clock.time = 7
    expect(yieldIfDue()).toBeUndefined()
    clock.time = 8
    const pause = yieldIfDue()
    expect(pause).toBeInstanceOf(Promise)
    clock.time = 100
    await pause
    expect(yieldIfDue()).toBeUndefined()
    clock.time = 108
    expect(yieldIfDue()).toBeInstanceOf(Promise)
  })

  it('lets other tasks have their turn, without a timer', async () => {
    const turns: string[] = []
    const other = new MessageChannel()
    other.port1.onmessage = () => {
      turns.push('page')
      other.port1.close()
    }
    other.port2.postMessage(null)
    const clock = { time: 0, now: () => clock.time }
    const yieldIfDue = createYieldIfDue(clock, 8)
    clock.time = 8
    await yieldIfDue()
    turns.push('work')
    expect(turns).toEqual(['page', 'work'])
  })
})
