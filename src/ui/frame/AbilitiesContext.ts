import { createContext } from 'react'

/** What the host says of its OMS. */
export interface Abilities {
  /** The state of a sub-order can be read. */
  readonly canRead: boolean
  /** A repeated cancel has no second effect. */
  readonly repeatIsSafe: boolean
}

export const AbilitiesContext = createContext<Abilities>({ canRead: false, repeatIsSafe: false })
