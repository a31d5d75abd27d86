import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import { createBatcher } from '../../src/store/run/createBatcher'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

function startBatcher() {
  const batches: { at: number; items: readonly number[] }[] = []
  const start = Date.now()
  const clock = { now: () => Date.now() - start }
  const batcher = createBatcher<number>(clock, (items) => batches.push({ at: clock.now(), items }))
  return { batcher, batches }
}

it('hands over the first item at once, and later items together', () => {
  const { batcher, batches } = startBatcher()
  batcher.add(1)
  batcher.add(2)
  batcher.add(3)
  expect(batches).toEqual([{ at: 0, items: [1] }])
  jest.advanceTimersByTime(100)
  expect(batches).toEqual([
    { at: 0, items: [1] },
    { at: 100, items: [2, 3] },
  ])
})

it('hands over at once again after a pause', () => {
  const { batcher, batches } = startBatcher()
  batcher.add(1)
  jest.advanceTimersByTime(100)
  batcher.add(2)
  expect(batches.map(({ at }) => at)).toEqual([0, 100])
})

it('hands over ten times a second at most, and loses nothing', () => {
  const { batcher, batches } = startBatcher()
  for (let item = 0; item < 100; item += 1) {
    batcher.add(item)
    jest.advanceTimersByTime(10)
  }
  expect(batches.map(({ at }) => at)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000])
  batcher.flush()
  expect(batches.flatMap(({ items }) => items)).toEqual([...Array(100).keys()])
})

it('hands over four times a second if more items come than the eye can follow', () => {
  const { batcher, batches } = startBatcher()
  for (let item = 0; item < 1000; item += 1) {
    batcher.add(item)
    jest.advanceTimersByTime(1)
  }
  expect(batches.map(({ at }) => at)).toEqual([0, 100, 350, 600, 850])
})

it('flush hands over the gathered items at once, and leaves no timer behind', () => {
  const { batcher, batches } = startBatcher()
  batcher.add(1)
  batcher.add(2)
  batcher.flush()
  expect([batches.at(-1), jest.getTimerCount()]).toEqual([{ at: 0, items: [2] }, 0])
})

it('flush of nothing hands over nothing', () => {
  const { batcher, batches } = startBatcher()
  batcher.flush()
  expect(batches).toEqual([])
})

it('an item added during a hand-over comes with the next batch', () => {
  const handed: (readonly number[])[] = []
  const batcher = createBatcher<number>({ now: () => Date.now() }, (items) => {
    handed.push(items)
    if (items[0] === 1) batcher.add(2)
  })
  batcher.add(1)
  jest.advanceTimersByTime(100)
  expect(handed).toEqual([[1], [2]])
})
