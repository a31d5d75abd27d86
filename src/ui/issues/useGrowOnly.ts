import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Lets an element grow but not shrink while its width is the same, so that the content below stays where it is. */
export function useGrowOnly(boxRef: RefObject<HTMLElement | null>): void {
  const tallest = useRef({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = boxRef.current
    if (!element) return
    const { offsetWidth: width, offsetHeight: height } = element
    if (width !== tallest.current.width) {
      element.style.minHeight = ''
      tallest.current = { width, height: element.offsetHeight }
    } else if (height > tallest.current.height) tallest.current = { width, height }
    element.style.minHeight = `${tallest.current.height}px`
  })
}
