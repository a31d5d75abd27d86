import { createContext, type ReactNode, useContext } from 'react'
import type { Look } from './look'
import * as styles from './screen.module.css'

/** Of this mount: the name under which antd keeps its CSS variables, and the mode. */
export const ScopeContext = createContext<{ readonly name: string; readonly mode: Look['mode'] }>({
  name: '',
  mode: 'light',
})

/** Our own styles hold inside only: it carries the CSS variables of antd's theme and those of the statuses. */
export function Scope({ children, className }: { children: ReactNode; className?: string | undefined }) {
  const { name, mode } = useContext(ScopeContext)
  const names = [styles.scope, mode === 'dark' ? styles.dark : styles.light, name, className]
  return (
    // The words are English, whatever the page around is.
    <div lang="en" dir="ltr" className={names.filter(Boolean).join(' ')}>
      {children}
    </div>
  )
}
