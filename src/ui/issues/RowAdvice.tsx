import type { Issue } from '../../domain/sheet/issue'
import { useMessages } from '../frame/useMessages'
import { Icon } from '../kit/Icon'
import * as kit from '../kit/kit.module.css'
import { useEditTools } from './EditContext'
import * as styles from './issues.module.css'
import { RowAction } from './RowAction'
import type { RowKey } from './rowKeys'
import { describeVerdict } from './verdict'
import { countIds } from '../../texts/describeIssue'

interface RowAdviceProps {
  readonly id: string
  readonly rowKey: RowKey
  readonly issue: Issue
}

/**
 * Splits a cell that holds several IDs. Line items cannot be split: which ID the rest of the row belongs to is a guess.
 */
function SplitAction({ rowKey, issue }: Omit<RowAdviceProps, 'id'>) {
  const messages = useMessages()
  const { edit } = messages
  const ids = countIds(issue, messages)
  return (
    <RowAction
      rowKey={rowKey}
      action="split"
      name={edit.splitNamed({ n: ids, row: String(issue.row) })}
      label={edit.split({ n: ids })}
    />
  )
}

/** Advice on a row; while the user types into it, the verdict on the text. */
export function RowAdvice({ id, rowKey, issue }: RowAdviceProps) {
  const messages = useMessages()
  const tools = useEditTools()
  const kind = tools?.kind ?? 'sub-orders'
  const isTyped = tools?.editor.editing?.key === rowKey
  const verdict = isTyped ? tools.editor.verdict : null
  const text = describeVerdict(verdict ?? issue, kind, messages)
  const mark = verdict === 'good' ? 'good' : 'bad'
  const canSplit = issue.hint === 'several-ids' && tools?.kind === 'sub-orders'
  return (
    <span className={kit.message}>
      <span
        id={id}
        className={`${kit.clamp} ${styles.advice}`}
        title={text}
        data-verdict={verdict === null ? undefined : mark}
      >
        {verdict !== null && <Icon name={verdict === 'good' ? 'check' : 'cross'} />}
        {text}
      </span>
      {canSplit && <SplitAction rowKey={rowKey} issue={issue} />}
    </span>
  )
}
