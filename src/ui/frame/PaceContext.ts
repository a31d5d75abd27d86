import { createContext } from 'react'

/** Milliseconds between the starts of two calls, at least: tells how long a run takes before it is started. */
export const PaceContext = createContext(0)
