import { createContext, type RefObject, useContext, useEffect } from 'react'

/** Remembers the run whose result takes the focus as soon as it is on the screen. */
interface WantedFocus {
  ask(id: string): void
  /** True once, for the run that was asked for. */
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

/** Moves the focus to a run that the user opens from the history. @param id of the cancellation */
export function useWantedFocus(id: string | null, place: RefObject<HTMLElement | null>): void {
  const wanted = useContext(WantedFocusContext)
  useEffect(() => {
    if (wanted.take(id)) place.current?.focus()
  }, [id, wanted, place])
}
