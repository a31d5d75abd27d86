import { createContext, type RefObject, useContext, useEffect } from 'react'

/** Whose result takes the focus as soon as it is on the screen. */
export interface WantedFocus {
  ask(id: string): void
  /** True once, for the one that was asked for. */
  take(id: string | null): boolean
}

export function createWantedFocus(): WantedFocus {
  let wanted: string | null = null
  return {
    ask: (id) => {
      wanted = id
    },
    take: (id) => {
      if (id === null || id !== wanted) return false
      wanted = null
      return true
    },
  }
}

export const WantedFocusContext = createContext<WantedFocus>(createWantedFocus())

/** Takes the focus to a run that was opened from the past ones. @param id of the cancellation */
export function useWantedFocus(id: string | null, place: RefObject<HTMLElement | null>): void {
  const wanted = useContext(WantedFocusContext)
  useEffect(() => {
    if (wanted.take(id)) place.current?.focus()
  }, [id, wanted, place])
}
