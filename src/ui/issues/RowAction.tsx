import { useEditTools } from './EditContext'
import * as styles from './issues.module.css'
import type { RowKey } from './rowKeys'

interface RowActionProps {
  readonly rowKey: RowKey
  readonly action: 'remove' | 'split' | 'undo'
  /** Names the row too: a list has many such buttons. */
  readonly name: string
  readonly label: string
}

/** A button that acts on one row. A list that can only be read has none. */
export function RowAction({ rowKey, action, name, label }: RowActionProps) {
  const tools = useEditTools()
  if (!tools) return null
  return (
    <button
      type="button"
      className={styles.rowAction}
      data-cell={`${rowKey}/${action}`}
      aria-label={name}
      onClick={() => tools[action](rowKey)}
    >
      {label}
    </button>
  )
}
