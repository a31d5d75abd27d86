import { createContext, useContext } from 'react'
import { createMessages, type Messages } from '../../texts/messages'
import type { ScreenTheme } from './createTheme'

/** The mount and its host, as far as components ask for them. */
interface HostView {
  /** Name of the mount. antd keeps its CSS variables under it. */
  readonly name: string
  /** Parent of antd's style tags. */
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

export const HostContext = createContext<HostView>({
  name: '',
  styleHome: null,
  mode: 'light',
  messages: createMessages(undefined),
  msPerCall: 0,
  canRead: false,
  repeatIsSafe: false,
})

export function useHost(): HostView {
  return useContext(HostContext)
}
