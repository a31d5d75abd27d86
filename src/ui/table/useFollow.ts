import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** Milliseconds: following row by row would cost more than the run itself. */
const FOLLOW_MS = 1000

/**
 * Keeps a row in sight.
 *
 * @param index of the row among those shown; null: leaves the scrolling to the user
 * @returns tells of a scroll that just happened whether the user made it while a row was being followed
 */
export function useFollow(
  index: number | null,
  rowHeight: number,
  scrollerRef: RefObject<HTMLDivElement | null>,
): () => boolean {
  const last = useRef(Number.NEGATIVE_INFINITY)
  const ownOffset = useRef(0)
  const isFollowing = index !== null
  useEffect(() => {
    function follow(): void {
      const box = scrollerRef.current
      if (index === null || !box) return
      const top = index * rowHeight
      const offset = box.scrollTop
      const isInSight = top >= offset && top <= offset + box.clientHeight * 0.6
      if (isInSight) return
      last.current = performance.now()
      // On a row's edge: a row cut in half reads badly.
      box.scrollTop = Math.floor((top - box.clientHeight * 0.25) / rowHeight) * rowHeight
      // Read back: at the end of the list the browser stops earlier.
      ownOffset.current = box.scrollTop
    }
    const rest = last.current + FOLLOW_MS - performance.now()
    if (rest <= 0) {
      follow()
      return undefined
    }
    // Later, even without another row: the next one may take long.
    const timer = setTimeout(follow, rest)
    return () => clearTimeout(timer)
  }, [index, rowHeight, scrollerRef])
  return useCallback(
    () => isFollowing && Math.abs((scrollerRef.current?.scrollTop ?? 0) - ownOffset.current) > 1,
    [isFollowing, scrollerRef],
  )
}
