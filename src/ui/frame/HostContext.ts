import { createContext, useContext } from 'react'
import type { Messages } from '../../texts/messages'
import type { ScreenTheme } from './createTheme'

/** The mount and its host, as far as components ask for them. */
interface HostView {
  /** Name of the mount. antd keeps its CSS variables under it. */
  readonly name: string
  /** Parent of the tags with antd's CSS variables. */
  readonly styleHome: HTMLElement | null
  readonly mode: ScreenTheme['mode']
  readonly messages: Messages
  /** Least time between the starts of two calls, in milliseconds: tells how long a run takes before it is started. */
  readonly msPerCall: number
  /** The OMS can tell the state of a sub-order. */
  readonly canRead: boolean
  /** A repeated cancel has no second effect. */
  readonly repeatIsSafe: boolean
}

export const HostContext = createContext<HostView | null>(null)

/** @throws Error outside the screen */
export function useHost(): HostView {
  const host = useContext(HostContext)
  if (!host) throw new Error('There is no HostContext above this component.')
  return host
}
