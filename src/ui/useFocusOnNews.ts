import { type RefObject, useEffect, useRef } from 'react'
import { isGoingOn, type Run } from '../domain/run'
import * as styles from './screen.module.css'

/** Whether the focus is ours to move: nowhere, or in our screen and not where someone types or answers. */
function mayTakeFocus(heading: HTMLElement | null): boolean {
  const { activeElement } = document
  if (!activeElement || activeElement === document.body) return true
  const isOurs = heading?.closest(`.${styles.page}`)?.contains(activeElement) ?? false
  return isOurs && !activeElement.matches('input, textarea, [role=dialog] *')
}

/** Takes the focus to the headline when a sheet has come, and when its run ends or holds. */
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
