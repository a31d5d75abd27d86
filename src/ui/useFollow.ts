import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** Following row by row would cost more than the run itself. */
const FOLLOW_MS = 1000

/**
 * Keeps a row in sight.
 *
 * @param index of the row; null: leaves the scrolling to the user
 * @returns tells of a scroll that just happened whether the user made it while a row was being followed
 */
export function useFollow(
  index: number | null,
  rowHeight: number,
  scrollerRef: RefObject<HTMLDivElement | null>,
): () => boolean {
  const last = useRef(Number.NEGATIVE_INFINITY)
  const ownTop = useRef(0)
  const isFollowing = index !== null
  useEffect(() => {
    const box = scrollerRef.current
    if (index === null || !box || performance.now() - last.current < FOLLOW_MS) return
    const top = index * rowHeight
    const isInSight = top >= box.scrollTop && top <= box.scrollTop + box.clientHeight * 0.6
    if (isInSight) return
    last.current = performance.now()
    // On a row's edge: a row cut in half reads badly.
    box.scrollTop = Math.floor((top - box.clientHeight * 0.25) / rowHeight) * rowHeight
    // Read back: at the end of the list the browser stops earlier.
    ownTop.current = box.scrollTop
  }, [index, rowHeight, scrollerRef])
  return useCallback(() => {
    const top = scrollerRef.current?.scrollTop ?? 0
    return isFollowing && Math.abs(top - ownTop.current) > 1
  }, [isFollowing, scrollerRef])
}
