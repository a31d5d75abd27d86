import { type RefObject, useEffect, useRef } from 'react'
import { isGoingOn, type Run } from '../../domain/run/run'
import { mayTakeFocus } from './pageFocus'

/** Moves the focus to the headline when a sheet arrives, and when its run ends or pauses. */
export function useFocusOnNews(run: Run | null, heading: RefObject<HTMLHeadingElement | null>): void {
  const going = isGoingOn(run)
  const isNew = run === null
  const wasGoing = useRef(going)
  useEffect(() => {
    const hasEnded = wasGoing.current && !going
    if ((isNew || hasEnded) && mayTakeFocus(heading.current)) heading.current?.focus()
    wasGoing.current = going
  }, [isNew, going, heading])
}
