import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import type { RowList } from '../../domain/sheet/rowList'
import { findPlace, findRow, type RowKey, readRowKey } from './rowKeys'

/** Which row of the list has the focus, and which part of it: `first` is whatever comes first in it. */
interface Place {
  readonly key: RowKey
  readonly part: string
  readonly list: string
  index: number
}

interface KeptList {
  /** Another list is another place. */
  readonly name: string
  readonly rows: RowList
  readonly positions: Int32Array
}

const readCell = (element: Element | null): string | undefined =>
  element?.closest<HTMLElement>('[data-cell]')?.dataset['cell']

/**
 * Keeps the focus in a list whose rows come and go: on the same part of the same row, wherever that has moved; where the row
 * is gone, on the row that took its place; where none is left, on what `focusEnd` chooses. Parts bear `data-cell`, the row's
 * key and the part's name.
 */
export function useStickyFocus(
  box: RefObject<HTMLElement | null>,
  { name, rows, positions }: KeptList,
  focusEnd: () => void,
) {
  const place = useRef<Place | null>(null)
  const put = useCallback(
    (key: RowKey, part: string) => {
      place.current = { key, part, list: name, index: findPlace(positions, findRow(rows, key)) }
    },
    [name, rows, positions],
  )
  useLayoutEffect(() => {
    const now = place.current
    if (!now) return
    const { activeElement } = document
    const isLost = !activeElement || activeElement === document.body
    if (!isLost && !box.current?.contains(activeElement)) {
      place.current = null
      return
    }
    let { key } = now
    let index = findPlace(positions, findRow(rows, key))
    if (index < 0 || now.list !== name) {
      index = Math.min(Math.max(now.index, 0), positions.length - 1)
      const position = positions[index]
      if (position === undefined || now.list !== name) {
        place.current = null
        if (isLost) focusEnd()
        return
      }
      key = readRowKey(rows, position)
    }
    place.current = { ...now, key, index }
    const focused = readCell(activeElement)
    const isThere = now.part === 'first' ? focused?.startsWith(`${key}/`) : focused === `${key}/${now.part}`
    if (isThere) return
    const parts = box.current?.querySelectorAll<HTMLElement>(`[data-cell^="${key}/"]`) ?? []
    const wanted = [...parts].find(({ dataset }) => dataset['cell'] === `${key}/${now.part}`) ?? parts[0]
    wanted?.focus()
  })
  function handleFocus({ target }: FocusEvent): void {
    const [key, part] = readCell(target)?.split('/') ?? []
    if (key !== undefined && part !== undefined) put(key as RowKey, part)
    else place.current = null
  }
  function handleBlur({ target, relatedTarget }: FocusEvent): void {
    // The window that loses the focus has it again later.
    const isLeft = document.activeElement !== target
    if (isLeft && !(relatedTarget instanceof Node && box.current?.contains(relatedTarget))) {
      place.current = null
    }
  }
  return { put, handleFocus, handleBlur }
}
