import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import * as styles from './kit.module.css'

type Tone = 'info' | 'warning' | 'error'

const icons: Record<Tone, IconName> = { info: 'info', warning: 'warning', error: 'cross' }

interface NoticeProps {
  readonly tone: Tone
  readonly title?: ReactNode
  readonly children?: ReactNode
  /** Buttons and links. */
  readonly actions?: ReactNode
  /** `alert` interrupts a screen reader: only for what the user must know now. */
  readonly role?: 'alert' | 'note'
  readonly icon?: IconName
  /** Puts the actions below the text, not beside it. */
  readonly areActionsBelow?: boolean
}

export function Notice(props: NoticeProps) {
  const { tone, title, children, actions, role, icon = icons[tone], areActionsBelow = false } = props
  return (
    <div className={styles.notice} data-tone={tone} data-below={areActionsBelow} role={role}>
      <Icon name={icon} />
      <div className={styles.noticeBody}>
        {title !== undefined && <strong className={styles.noticeTitle}>{title}</strong>}
        {children}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
