import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useReducer, useState } from 'react'
import type { ListSize } from './longList'
import { createLongScroll, type LongScroll } from './longScroll'

/**
 * A list of at most so many rows renders all of them: the browser's search, print and screen readers have every row.
 */
const RENDER_ALL = 100
/** Rows beyond each edge, so that a step of the wheel shows no blank. */
const OVERSCAN = 10

interface Rows {
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>
  readonly scroll: LongScroll
  /** Row number of the first place. */
  readonly shift: number
}

/** The virtualizer sees the places of the list, which are never too many for a browser or for its own loops. */
export function useRows(size: ListSize, scroller: RefObject<HTMLDivElement | null>): Rows {
  const { rows, places, rowHeight } = size
  const [, renderAnew] = useReducer((times: number) => times + 1, 0)
  const [scroll] = useState(() => createLongScroll(renderAnew))
  const virtualizer: Virtualizer<HTMLDivElement, Element> = useVirtualizer({
    count: places,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    observeElementOffset: scroll.observe,
    overscan: rows <= RENDER_ALL ? rows : OVERSCAN,
  })
  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, rowHeight])
  // After the virtualizer's own effect: by then the scroll knows its box.
  useLayoutEffect(() => scroll.resize({ rows, places, rowHeight }), [scroll, rows, places, rowHeight])
  return { virtualizer, scroll, shift: Math.min(scroll.readShift(), rows - places) }
}
