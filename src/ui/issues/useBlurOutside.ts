import { type RefObject, useEffect, useRef } from 'react'

/**
 * Leaves the open field of a list for whoever goes on elsewhere while it is scrolled out of the page, and where the list
 * itself goes: a field that is not there fires no blur. Within the list one may still be on the way back to it.
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
    // A click, not the press: a finger that scrolls the page is still on the way. Before anybody else hears of it.
    document.addEventListener('click', handleElsewhere, true)
    document.addEventListener('focusin', handleElsewhere, true)
    return () => {
      document.removeEventListener('click', handleElsewhere, true)
      document.removeEventListener('focusin', handleElsewhere, true)
    }
  }, [box, isOpen])
  useEffect(() => () => latest.current(), [])
}
