import { observeElementOffset, type Virtualizer, type VirtualizerOptions } from '@tanstack/react-virtual'
import { countEdge, type ListSize, shiftAtPlace, shiftAtRow } from './longList'

type Observe = VirtualizerOptions<HTMLDivElement, Element>['observeElementOffset']

/** Scrolls a list of any length. Offsets are CSS pixels from the top of its first row, as if all rows stood in the page. */
export interface LongScroll {
  /** Place `p` holds the row `p + shift`; 0 where the list fits. */
  readShift(): number
  readOffset(): number
  scrollTo(offset: number): void
  /** The list has another size now; what is in sight stays. */
  resize(size: ListSize): void
  /** For the virtualizer, which knows of places alone. */
  readonly observe: Observe
}

/**
 * Further than a wheel or a finger goes between two frames, less than one pixel of the scroll bar is worth in a list that does
 * not fit: what goes further was dragged, or came from End or Home.
 */
const JUMP_PX = 3_000

const NOTHING: ListSize = { rows: 0, places: 0, rowHeight: 1 }

/** A finger on the box: what is written to its position then is lost in some browsers. */
function watchTouch(box: HTMLElement): { isOn(): boolean; forget(): void } {
  let fingers = 0
  const count = ({ targetTouches }: TouchEvent) => {
    fingers = targetTouches.length
  }
  const kinds = ['touchstart', 'touchend', 'touchcancel'] as const
  for (const kind of kinds) box.addEventListener(kind, count, { passive: true })
  return {
    isOn: () => fingers > 0,
    forget: () => {
      for (const kind of kinds) box.removeEventListener(kind, count)
    },
  }
}

/**
 * Small steps move the rows by their own pixels: the shift stays, and no row is passed over. A jump moves the shift with the
 * scroll bar. Once the scrolling rests, the scroll bar is set where the rows in sight belong, which nobody sees.
 *
 * @param onShift the shift has changed outside a scroll event: the rows must be rendered anew before the next frame
 */
export function createLongScroll(onShift: () => void): LongScroll {
  let box: HTMLDivElement | null = null
  let size = NOTHING
  let shift = 0
  let lastTop = 0
  let isMoving = false

  const readOffset = () => (box?.scrollTop ?? 0) + shift * size.rowHeight

  /** Divides the offset anew between shift and scroll bar. @returns whether the shift has changed */
  function moveTo(offset: number): boolean {
    const before = shift
    shift = shiftAtRow(size, offset / size.rowHeight)
    if (box) {
      box.scrollTop = offset - shift * size.rowHeight
      // Read back: browsers round it, and stop at the ends.
      lastTop = box.scrollTop
    }
    return shift !== before
  }
  /** Sets the scroll bar where the rows in sight belong. @param tolerance so many rows out of step are let be */
  function settle(tolerance: number): boolean {
    const offset = readOffset()
    const isDue = Math.abs(shiftAtRow(size, offset / size.rowHeight) - shift) > tolerance
    return isDue && moveTo(offset)
  }
  /** Scrolling that never rests is set right too, before it comes to an end that is none. */
  function readTolerance(top: number): number {
    const half = countEdge(size) / 2
    const place = top / size.rowHeight
    return place > half && place < size.places - half ? half : 0
  }
  function hearScroll(top: number, isScrolling: boolean, isTouched: boolean): boolean {
    isMoving = isScrolling
    if (Math.abs(top - lastTop) > JUMP_PX) shift = shiftAtPlace(size, top / size.rowHeight)
    lastTop = top
    return !isTouched && settle(isScrolling ? readTolerance(top) : 0)
  }
  return {
    readShift: () => shift,
    readOffset,
    scrollTo: (offset) => {
      if (moveTo(offset)) onShift()
    },
    resize: (next) => {
      const before = shift
      const isOther = next.rowHeight !== size.rowHeight
      size = next
      shift = isOther
        ? shiftAtPlace(size, (box?.scrollTop ?? 0) / size.rowHeight)
        : Math.min(shift, size.rows - size.places)
      if (!isMoving) settle(0)
      if (shift !== before) onShift()
    },
    observe: (instance: Virtualizer<HTMLDivElement, Element>, report) => {
      const element = instance.scrollElement
      if (!element) return undefined
      box = element
      const touch = watchTouch(element)
      const forget = observeElementOffset(instance, (top, isScrolling) => {
        const hasSettled = hearScroll(top, isScrolling, touch.isOn())
        // As if it went on: only then are the rows rendered at once, in the frame in which the scroll bar moves.
        if (hasSettled) report(lastTop, true)
        if (!hasSettled || !isScrolling) report(lastTop, isScrolling)
      })
      return () => {
        forget?.()
        touch.forget()
        box = null
      }
    },
  }
}
