import { Button } from 'antd'
import { memo, useMemo, useState } from 'react'
import type { Issue, SheetKind } from '../domain/sheet'
import { downloadIssues } from '../store/downloadThunks'
import { useAppDispatch } from '../store/hooks'
import { Icon } from './Icon'
import { Notice } from './Notice'
import { createReportWords } from './reportWords'
import * as styles from './screen.module.css'
import { useMessages } from './useMessages'
import { type Column, VirtualTable } from './VirtualTable'

/** On a narrow screen the advice takes up to four lines. */
const NARROW_ISSUE_PX = 116
/** Longer cells are cut for show; the download has them whole. */
const LONGEST_VALUE = 60

function shorten(value: string): string {
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value
}

function useIssueColumns(issues: readonly Issue[]): readonly Column[] {
  const messages = useMessages()
  return useMemo(() => {
    const { columns } = messages.issues
    return [
      { key: 'row', title: columns.row, className: styles.cellRow, render: (at) => issues[at]?.row },
      {
        key: 'value',
        title: columns.value,
        className: styles.cellId,
        render: (at) => <bdi>{shorten(issues[at]?.value ?? '')}</bdi>,
      },
      { key: 'code', title: columns.code, className: styles.cellCode, render: (at) => issues[at]?.code },
      {
        key: 'advice',
        title: columns.advice,
        className: styles.cellMessage,
        render: (at) => {
          const issue = issues[at]
          return issue && <span className={styles.clamp}>{messages.describeIssue(issue)}</span>
        },
      },
    ]
  }, [issues, messages])
}

interface IssuesPanelProps {
  readonly kind: SheetKind
  readonly issues: readonly Issue[]
  readonly hasStarted: boolean
}

/** The rows that cannot be sent: which, why, and what to do. */
export const IssuesPanel = memo(function IssuesPanel({ kind, issues, hasStarted }: IssuesPanelProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  // Once the run is on, the rows that are sent are what one looks at.
  const [choice, setChoice] = useState<{ isOpen: boolean; hasStarted: boolean } | null>(null)
  const isOpen = choice?.hasStarted === hasStarted ? choice.isOpen : !hasStarted
  const columns = useIssueColumns(issues)
  return (
    <section className={styles.issues} aria-label={messages.issues.table}>
      <Notice
        tone="warning"
        title={(hasStarted ? messages.issues.titleStarted : messages.issues.title)(issues.length)}
        actions={
          <>
            <Button aria-expanded={isOpen} onClick={() => setChoice({ isOpen: !isOpen, hasStarted })}>
              {isOpen ? messages.issues.hide : messages.issues.show}
            </Button>
            <Button
              icon={<Icon name="download" />}
              onClick={() => void dispatch(downloadIssues(kind, createReportWords(messages)))}
            >
              {messages.issues.download}
            </Button>
          </>
        }
      >
        <p>{hasStarted ? messages.issues.textStarted : messages.issues.text}</p>
      </Notice>
      {isOpen && (
        <VirtualTable
          name={messages.issues.table}
          columns={columns}
          layout={styles.layoutIssues}
          narrowRowHeight={NARROW_ISSUE_PX}
          count={issues.length}
          positionAt={(index) => index}
        />
      )}
    </section>
  )
})
