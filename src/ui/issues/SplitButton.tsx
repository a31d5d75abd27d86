import { useEditTools } from './EditContext'
import type { RowKey } from './rowKeys'
import * as styles from './issues.module.css'
import { useMessages } from '../frame/useMessages'
import type { Issue } from '../../domain/sheet/issue'

interface SplitButtonProps {
  readonly rowKey: RowKey
  readonly issue: Issue
}

/** Where a cell holds several IDs. Of line items, which of them the rest of the row belongs to would be a guess. */
export function SplitButton({ rowKey, issue }: SplitButtonProps) {
  const { mend, countIds } = useMessages()
  const tools = useEditTools()
  if (issue.hint !== 'several-ids' || tools?.kind !== 'sub-orders') return null
  const ids = countIds(issue)
  return (
    <button
      type="button"
      className={styles.rowAction}
      data-cell={`${rowKey}/split`}
      aria-label={mend.splitNamed(ids, issue.row)}
      onClick={() => tools.split(rowKey)}
    >
      {mend.split(ids)}
    </button>
  )
}
