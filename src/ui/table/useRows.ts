import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useState } from 'react'

/**
 * A list of at most so many rows renders all of them: the browser's search, print and screen readers have every row.
 */
const RENDER_ALL = 100
/** Rows beyond each edge, so that a step of the wheel shows no blank. */
const OVERSCAN = 10
/** The table shows at most so many rows; the virtualizer notes the place of each. */
const MOST_ROWS = 100_000
/** Chromium rounds what it paints below 8,388,608 px to whole pixels, and loses thin lines. */
const HIGHEST_PX = 8_300_000

/** The rows of a list that the table shows: from `first`, up to but without `end`. */
export interface ShownRows {
  readonly first: number
  readonly end: number
}

/**
 * Limits a long list to a block that a browser can lay out: the first one, or the one that holds the row to keep in sight.
 *
 * @param followIndex of the row to keep in sight; the block stays where it is while there is none
 */
export function useShownRows(count: number, rowHeight: number, followIndex: number | null): ShownRows {
  const most = Math.min(MOST_ROWS, Math.floor(HIGHEST_PX / rowHeight))
  const [block, setBlock] = useState(0)
  const wanted = followIndex === null ? block : Math.floor(followIndex / most)
  const shown = wanted * most < count ? wanted : 0
  if (shown !== block) setBlock(shown)
  return { first: shown * most, end: Math.min(count, (shown + 1) * most) }
}

/** Renders only the rows in sight, and some around them. */
export function useRows(
  count: number,
  rowHeight: number,
  scroller: RefObject<HTMLDivElement | null>,
): Virtualizer<HTMLDivElement, Element> {
  const virtualizer: Virtualizer<HTMLDivElement, Element> = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: count <= RENDER_ALL ? count : OVERSCAN,
  })
  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, rowHeight])
  return virtualizer
}
