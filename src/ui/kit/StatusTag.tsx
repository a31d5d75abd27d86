import type { RequestState } from '../../domain/run/requestState'
import { Icon, type IconName } from './Icon'
import * as styles from './kit.module.css'
import { statusLabels } from '../../texts/describeState'

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
  return (
    <span className={styles.tag} data-status={status}>
      <Icon name={statusIcons[status]} />
      {statusLabels[status]}
    </span>
  )
}
