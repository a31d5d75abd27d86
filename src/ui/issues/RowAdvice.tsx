import { Icon } from '../kit/Icon'
import { useEditTools } from './EditContext'
import type { RowKey } from './rowKeys'
import { SplitButton } from './SplitButton'
import * as styles from './issues.module.css'
import * as kit from '../kit/kit.module.css'
import { useMessages } from '../frame/useMessages'
import type { Issue } from '../../domain/sheet/issue'

interface RowAdviceProps {
  readonly id: string
  readonly rowKey: RowKey
  readonly issue: Issue
}

/** What to do about a row; while it is typed into, what stands against the text. */
export function RowAdvice({ id, rowKey, issue }: RowAdviceProps) {
  const messages = useMessages()
  const tools = useEditTools()
  const isTyped = tools?.editor.editing?.key === rowKey
  const verdict = isTyped ? tools.editor.verdict : null
  const text =
    verdict === 'good'
      ? messages.mend.good[tools?.kind ?? 'sub-orders']
      : messages.describeIssue(verdict ?? issue)
  return (
    <span className={kit.message}>
      <span
        id={id}
        className={`${kit.clamp} ${styles.advice}`}
        title={text}
        data-verdict={verdict === null ? undefined : verdict === 'good' ? 'good' : 'bad'}
      >
        {verdict !== null && <Icon name={verdict === 'good' ? 'check' : 'cross'} />}
        {text}
      </span>
      <SplitButton rowKey={rowKey} issue={issue} />
    </span>
  )
}
