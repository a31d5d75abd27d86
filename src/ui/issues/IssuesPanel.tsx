import { Button } from 'antd'
import { memo, useRef, useState } from 'react'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import { useAppDispatch } from '../../store/hooks'
import { downloadIssues } from '../../store/run/downloadThunks'
import { findEditedRows } from '../../store/sheet/findEditedRows'
import { groupIssues } from '../../texts/groupIssues'
import type { Messages } from '../../texts/messages'
import { useMessages } from '../frame/useMessages'
import { useReportWords } from '../frame/useReportWords'
import { Icon } from '../kit/Icon'
import { Notice } from '../kit/Notice'
import { IssueList } from './IssueList'
import * as styles from './issues.module.css'

interface IssuesPanelProps {
  /** Of the sheet. */
  readonly id: string
  readonly checked: CheckedSheet
  readonly hasStarted: boolean
  /** Before the first run; afterwards the rows can only be read. */
  readonly canEdit: boolean
  /** An edit is being applied. */
  readonly isBusy: boolean
}

function describePanel({ checked, hasStarted }: IssuesPanelProps, { issues }: Messages) {
  const { counts, total, removed } = groupIssues(checked.issues)
  if (hasStarted) {
    const n = total + removed
    return { title: issues.titleStarted({ n }), text: issues.textStarted({ n }), isDone: false }
  }
  if (total === 0) {
    const edited = findEditedRows(checked.sheet.rows).length - removed
    return { title: issues.titleResolved, text: issues.textResolved({ edited, removed }), isDone: true }
  }
  const title = counts.get('EXAMPLE_ROW') === total ? issues.titleSkipped : issues.title
  return { title: title({ n: total }), text: issues.text({ n: total }), isDone: false }
}

/** The rows that cannot be sent, each with the reason and the advice. Before the run the user edits them here. */
export const IssuesPanel = memo(function IssuesPanel(props: IssuesPanelProps) {
  const { checked, hasStarted, ...list } = props
  const messages = useMessages()
  const { issues } = messages
  const reportWords = useReportWords()
  const dispatch = useAppDispatch()
  const titleRef = useRef<HTMLSpanElement>(null)
  // Once the run goes on, the user looks at the rows that are sent.
  const [choice, setChoice] = useState<{ isOpen: boolean; hasStarted: boolean } | null>(null)
  const isOpen = choice?.hasStarted === hasStarted ? choice.isOpen : !hasStarted
  const { title, text, isDone } = describePanel(props, messages)
  return (
    <section className={styles.issues} aria-label={issues.table} data-done={isDone}>
      <Notice
        tone={isDone ? 'info' : 'warning'}
        title={
          <span ref={titleRef} tabIndex={-1} className={styles.panelTitle}>
            {title}
          </span>
        }
        actions={
          <>
            <Button aria-expanded={isOpen} onClick={() => setChoice({ isOpen: !isOpen, hasStarted })}>
              {isOpen ? issues.hide : issues.show}
            </Button>
            <Button
              icon={<Icon name="download" />}
              disabled={checked.issues.length === 0}
              onClick={() => void dispatch(downloadIssues(checked.sheet.kind, reportWords))}
            >
              {issues.download}
            </Button>
          </>
        }
      >
        <p>{text}</p>
      </Notice>
      {isOpen && <IssueList {...list} checked={checked} title={titleRef} />}
    </section>
  )
})
