import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import type { RowList } from '../../domain/sheet/rowList'
import { findPlace, findRow, type RowKey, rowKeyAt } from './rowKeys'

/** The row of the list that has the focus, and the part of it: `first` is the first part of the row. */
interface Place {
  readonly key: RowKey
  readonly part: string
  readonly list: string
  readonly index: number
}

interface StickyList {
  /** Another list is another place. */
  readonly name: string
  readonly rows: RowList
  readonly positions: Int32Array
}

const findCellName = (element: Element | null): string | undefined =>
  element?.closest<HTMLElement>('[data-cell]')?.dataset['cell']

/** The place now: the same row, or the row that took its place; null: no row is left, or another list is shown. */
function findPlaceNow(place: Place, { name, rows, positions }: StickyList): Place | null {
  if (place.list !== name) return null
  const index = findPlace(positions, findRow(rows, place.key))
  if (index >= 0) return { ...place, index }
  const nearest = Math.min(Math.max(place.index, 0), positions.length - 1)
  const position = positions[nearest]
  return position === undefined ? null : { ...place, key: rowKeyAt(rows, position), index: nearest }
}

function focusPart(box: HTMLElement | null, { key, part }: Place): void {
  const focused = findCellName(document.activeElement)
  const isThere = part === 'first' ? focused?.startsWith(`${key}/`) : focused === `${key}/${part}`
  if (isThere) return
  const parts = [...(box?.querySelectorAll<HTMLElement>(`[data-cell^="${key}/"]`) ?? [])]
  const wanted = parts.find(({ dataset }) => dataset['cell'] === `${key}/${part}`) ?? parts[0]
  wanted?.focus()
}

/**
 * Keeps the focus in a list whose rows come and go: on the same part of the same row, wherever that has moved. Where
 * the row is gone, the row that took its place has the focus; where no row is left, `focusEnd` chooses. Parts bear
 * `data-cell`: the row's key and the part's name.
 */
export function useStickyFocus(box: RefObject<HTMLElement | null>, list: StickyList, focusEnd: () => void) {
  const { name, rows, positions } = list
  const place = useRef<Place | null>(null)
  const put = useCallback(
    (key: RowKey, part: string) => {
      place.current = { key, part, list: name, index: findPlace(positions, findRow(rows, key)) }
    },
    [name, rows, positions],
  )
  useLayoutEffect(() => {
    if (!place.current) return
    const { activeElement } = document
    const isLost = !activeElement || activeElement === document.body
    const isHere = isLost || box.current?.contains(activeElement) === true
    place.current = isHere ? findPlaceNow(place.current, list) : null
    if (place.current) focusPart(box.current, place.current)
    else if (isLost) focusEnd()
  })
  function handleFocus({ target }: FocusEvent): void {
    const [key, part] = findCellName(target)?.split('/') ?? []
    if (key !== undefined && part !== undefined) put(key as RowKey, part)
    else place.current = null
  }
  function handleBlur({ target, relatedTarget }: FocusEvent): void {
    // A window that loses the focus gets it back later.
    const isLeft = document.activeElement !== target
    if (isLeft && !(relatedTarget instanceof Node && box.current?.contains(relatedTarget))) {
      place.current = null
    }
  }
  return { put, handleFocus, handleBlur }
}
