import { type RefObject, useEffect, useRef } from 'react'

/** Following row by row would cost more than the run itself. */
const FOLLOW_MS = 1000

/** Keeps a row in sight. @param index of the row; null: leaves the scrolling to the user */
export function useFollow(
  index: number | null,
  rowHeight: number,
  scrollerRef: RefObject<HTMLDivElement | null>,
): void {
  const last = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const box = scrollerRef.current
    if (index === null || !box || performance.now() - last.current < FOLLOW_MS) return
    const top = index * rowHeight
    const isInSight = top >= box.scrollTop && top <= box.scrollTop + box.clientHeight * 0.6
    if (isInSight) return
    last.current = performance.now()
    // On a row's edge: a row cut in half reads badly.
    box.scrollTop = Math.floor((top - box.clientHeight * 0.25) / rowHeight) * rowHeight
  }, [index, rowHeight, scrollerRef])
}
