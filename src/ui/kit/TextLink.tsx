import type { ReactNode } from 'react'
import * as styles from './kit.module.css'

/** Looks and speaks as a link, but is a button: it has no address that another tab could open. */
export function TextLink({ onClick, children }: { onClick(): void; children: ReactNode }) {
  return (
    <button type="button" role="link" className={styles.textLink} onClick={onClick}>
      {children}
    </button>
  )
}
