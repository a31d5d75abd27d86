import { Button } from 'antd'
import { useAppDispatch } from '../../store/hooks'
import { takeFileToTab } from '../../store/sheet/answerQuestion'
import { Notice } from '../kit/Notice'
import * as kit from '../kit/kit.module.css'
import { useMessages } from '../frame/useMessages'
import type { FileProblem } from '../../domain/sheet/fileProblem'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import { describeProblem } from '../../texts/describeProblem'

interface ProblemNoticeProps {
  readonly kind: SheetKind
  readonly problem: FileProblem
  /** A question below offers the way out. */
  readonly asks: boolean
}

/** The reason why a file was not loaded, and the way out. */
export function ProblemNotice({ kind, problem, asks }: ProblemNoticeProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const { title, text } = describeProblem(problem, asks, messages)
  const { belongsTo } = problem
  return (
    <Notice
      tone="error"
      role="alert"
      title={title}
      actions={
        belongsTo && (
          <Button
            // The button to whole sub-orders is never the primary one: users press that without reading.
            type={belongsTo === 'sub-orders' ? 'default' : 'primary'}
            onClick={() => void dispatch(takeFileToTab(kind, belongsTo))}
          >
            {messages.openIn({ tab: messages.tabs[belongsTo] })}
          </Button>
        )
      }
    >
      <p>{text}</p>
      <p className={kit.quiet}>
        <bdi>{problem.fileName}</bdi> · <code>{problem.code}</code>
      </p>
    </Notice>
  )
}
