import { expect, it, jest } from '@jest/globals'
import type { Virtualizer } from '@tanstack/react-virtual'
import { HIGHEST_PX, measureList } from '../../src/ui/table/longList'
import { createLongScroll } from '../../src/ui/table/longScroll'

const ROW_PX = 44
/** Of the box: nothing is laid out here. */
const VIEW_PX = 440

/** A box as a browser scrolls it: whole pixels, never past its ends. */
function openBox(rows: number) {
  const box = document.createElement('div')
  let top = 0
  let size = measureList(rows, ROW_PX)
  Object.defineProperty(box, 'scrollTop', {
    get: () => top,
    set: (next: number) => {
      top = Math.round(Math.min(Math.max(0, next), Math.max(0, size.places * ROW_PX - VIEW_PX)))
    },
  })
  let rest: (() => void) | undefined
  const targetWindow = {
    setTimeout: (end: () => void) => {
      rest = end
      return 1
    },
    clearTimeout: () => {
      rest = undefined
    },
  }
  const onShift = jest.fn()
  const scroll = createLongScroll(onShift)
  const reported: number[] = []
  const options = { horizontal: false, isRtl: false, useScrollendEvent: false, isScrollingResetDelay: 150 }
  // No more of it is asked here.
  const virtualizer = { scrollElement: box, targetWindow, options } as unknown
  scroll.observe(virtualizer as Virtualizer<HTMLDivElement, Element>, (offset) => reported.push(offset))
  scroll.resize(size)
  function roll(to: number): void {
    box.scrollTop = to
    box.dispatchEvent(new Event('scroll'))
    expect(reported.at(-1)).toBe(box.scrollTop)
  }
  function move(to: number): void {
    roll(to)
    rest?.()
    expect(reported.at(-1)).toBe(box.scrollTop)
  }
  return {
    box,
    scroll,
    onShift,
    readFirstRow: () => scroll.readOffset() / ROW_PX,
    /** Scrolls there and rests. */
    move,
    /** Scrolls on by so many pixels and rests. */
    step: (by: number) => move(box.scrollTop + by),
    /** Scrolls on and does not rest. */
    roll: (by: number) => roll(box.scrollTop + by),
    resize: (count: number) => {
      size = measureList(count, ROW_PX)
      box.scrollTop = top
      scroll.resize(size)
    },
  }
}

it('a list that fits is scrolled as it is', () => {
  const { box, scroll, move, readFirstRow, onShift } = openBox(100_000)
  move(3_900_000)
  expect([box.scrollTop, scroll.readShift()]).toEqual([3_900_000, 0])
  scroll.scrollTo(440)
  expect([box.scrollTop, readFirstRow()]).toEqual([440, 10])
  expect(onShift).not.toHaveBeenCalled()
})

it('small steps move the rows by their own pixels, wherever they begin', () => {
  const { move, step, readFirstRow } = openBox(1_000_000)
  for (const start of [0, 900_000, HIGHEST_PX / 2, 4_200_000, HIGHEST_PX - VIEW_PX]) {
    move(start)
    const before = readFirstRow()
    const by = start > 4_000_000 ? -1 : 1
    for (let count = 0; count < 20; count += 1) step(by * 110)
    expect(readFirstRow() - before).toBeCloseTo(by * 50, 6)
  }
})

it('the scroll bar leads from the first row to the last', () => {
  const { move, readFirstRow } = openBox(1_000_000)
  move(HIGHEST_PX / 2 - VIEW_PX / 2)
  expect(Math.abs(readFirstRow() - 500_000)).toBeLessThan(60)
  move(HIGHEST_PX)
  expect(readFirstRow()).toBe(1_000_000 - VIEW_PX / ROW_PX)
  move(0)
  expect(readFirstRow()).toBe(0)
})

it('any row can be brought into sight, and stays there when the scrolling rests', () => {
  const { box, scroll, onShift, readFirstRow } = openBox(1_000_000)
  for (const row of [700_000, 999_990, 123_456, 0]) {
    scroll.scrollTo(row * ROW_PX)
    expect(readFirstRow()).toBe(row)
    const { scrollTop } = box
    box.dispatchEvent(new Event('scroll'))
    expect(box.scrollTop).toBe(scrollTop)
    expect(readFirstRow()).toBe(row)
  }
  expect(onShift).toHaveBeenCalledTimes(4)
})

it('scrolling that never rests passes over no row, and ends at the last one and the first', () => {
  const { move, roll, readFirstRow } = openBox(1_000_000)
  move(HIGHEST_PX / 2)
  const end = 1_000_000 - VIEW_PX / ROW_PX
  for (const by of [2_200, -2_200]) {
    for (let row = readFirstRow(), count = 0; count < 40_000; count += 1) {
      roll(by)
      const next = readFirstRow()
      const due = Math.min(end, Math.max(0, row + by / ROW_PX))
      if (Math.abs(next - due) > 1e-6) throw new Error(`row ${next} in the place of ${due}`)
      row = next
    }
    expect(readFirstRow()).toBe(by > 0 ? end : 0)
  }
})

it('a finger that rests on the box is not disturbed', () => {
  const { box, move, step, readFirstRow } = openBox(1_000_000)
  move(HIGHEST_PX / 2)
  const touch = (kind: string, targetTouches: readonly object[]) =>
    box.dispatchEvent(Object.assign(new Event(kind), { targetTouches }))
  touch('touchstart', [{}])
  const before = [box.scrollTop, readFirstRow()] as const
  step(2_200)
  expect([box.scrollTop, readFirstRow()]).toEqual([before[0] + 2_200, before[1] + 50])
  touch('touchend', [])
  step(2_200)
  expect(readFirstRow()).toBe(before[1] + 100)
  expect(box.scrollTop).toBeLessThan(before[0] + 4_400)
})

it('the rows in sight stay when the list grows or shrinks, and the new end can be reached', () => {
  const { move, step, resize, readFirstRow } = openBox(900_000)
  move(HIGHEST_PX)
  const last = readFirstRow()
  resize(900_007)
  expect(readFirstRow()).toBe(last)
  step(44 * 7)
  expect(readFirstRow()).toBeCloseTo(last + 7, 6)
  move(3_000_000)
  const middle = readFirstRow()
  resize(899_000)
  expect(readFirstRow()).toBe(middle)
  resize(2_000)
  expect(readFirstRow()).toBeLessThanOrEqual(2_000)
  resize(900_000)
  expect(readFirstRow()).toBeLessThanOrEqual(2_000)
})
