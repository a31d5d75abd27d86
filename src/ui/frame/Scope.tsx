import { createContext, type ReactNode, useContext } from 'react'
import type { ScreenTheme } from './createTheme'
import * as styles from './frame.module.css'
import { useMessages } from './useMessages'

/** Of this mount: the name under which antd keeps its CSS variables, where its style tags are, and the mode. */
export const ScopeContext = createContext<{
  readonly name: string
  readonly styleHome: HTMLElement | null
  readonly mode: ScreenTheme['mode']
}>({ name: '', styleHome: null, mode: 'light' })

/** Our own styles hold inside only: it carries the CSS variables of antd's theme and those of the statuses. */
export function Scope({ children, className }: { children: ReactNode; className?: string | undefined }) {
  const { name, mode } = useContext(ScopeContext)
  const { language, direction } = useMessages()
  const names = [styles.scope, mode === 'dark' ? styles.dark : styles.light, name, className]
  return (
    // Words and layout are those of the host's locale, whatever the page around says of itself.
    <div lang={language} dir={direction} className={names.filter(Boolean).join(' ')}>
      {children}
    </div>
  )
}
