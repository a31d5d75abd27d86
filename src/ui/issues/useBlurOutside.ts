import { type RefObject, useEffect, useRef } from 'react'

/**
 * Leaves the open field of a list when the user goes on elsewhere while the field is scrolled out of the page, and when
 * the list unmounts: a field that is not there fires no blur. Inside the list the user may still be on the way back to
 * the field.
 */
export function useBlurOutside(box: RefObject<HTMLElement | null>, isOpen: boolean, leave: () => void): void {
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => {
    if (!isOpen) return undefined
    function handleElsewhere({ target }: Event): void {
      const list = box.current
      if (!list || list.querySelector('input[data-cell]')) return
      if (!(target instanceof Node && list.contains(target))) latest.current()
    }
    // A click, not the press: a finger may press to scroll back. In the capture phase: other handlers come after the
    // commit.
    document.addEventListener('click', handleElsewhere, true)
    document.addEventListener('focusin', handleElsewhere, true)
    return () => {
      document.removeEventListener('click', handleElsewhere, true)
      document.removeEventListener('focusin', handleElsewhere, true)
    }
  }, [box, isOpen])
  useEffect(() => () => latest.current(), [])
}
