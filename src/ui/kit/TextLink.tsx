import type { ReactNode } from 'react'
import * as styles from './kit.module.css'

/** Looks and speaks as a link, and is a button underneath: it has no address to open in another tab. */
export function TextLink({ onClick, children }: { onClick(): void; children: ReactNode }) {
  return (
    <button type="button" role="link" className={styles.textLink} onClick={onClick}>
      {children}
    </button>
  )
}
