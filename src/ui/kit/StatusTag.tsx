import type { RequestState } from '../../domain/run/requestState'
import { Icon, type IconName } from './Icon'
import * as styles from './kit.module.css'
import { useMessages } from '../frame/useMessages'

type Status = RequestState['status']

export const statusIcons: Record<Status, IconName> = {
  succeeded: 'check',
  failed: 'cross',
  sending: 'sync',
  unknown: 'question',
  'not-sent': 'minus',
}

/** Shows a status by word, picture and colour, never by colour alone. */
export function StatusTag({ status }: { status: Status }) {
  const messages = useMessages()
  return (
    <span className={styles.tag} data-status={status}>
      <Icon name={statusIcons[status]} />
      {messages.status[status]}
    </span>
  )
}
