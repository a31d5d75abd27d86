import type { ReactNode } from 'react'
import * as styles from './frame.module.css'
import { useHost } from './HostContext'

/** The element inside which our styles hold. It carries the CSS variables of antd's theme and of our own sheets. */
export function Scope({ children, className }: { children: ReactNode; className?: string | undefined }) {
  const { name, mode, messages } = useHost()
  const names = [styles.scope, mode === 'dark' ? styles.dark : styles.light, name, className]
  return (
    // Words and layout follow the host's locale, whatever the page around declares.
    <div lang={messages.language} dir={messages.direction} className={names.filter(Boolean).join(' ')}>
      {children}
    </div>
  )
}
