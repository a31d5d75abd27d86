import { useEditTools } from './EditContext'
import type { RowKey } from './rowKeys'
import * as styles from './issues.module.css'
import { useMessages } from '../frame/useMessages'

export function DropButton({ rowKey, row }: { rowKey: RowKey; row: number }) {
  const { mend } = useMessages()
  const tools = useEditTools()
  if (!tools) return null
  return (
    <button
      type="button"
      className={styles.rowAction}
      data-cell={`${rowKey}/drop`}
      aria-label={mend.dropNamed(row)}
      onClick={() => tools.drop(rowKey)}
    >
      {mend.drop}
    </button>
  )
}
