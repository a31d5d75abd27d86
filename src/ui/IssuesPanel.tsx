import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Issue, SheetKind } from '../domain/sheet'
import { downloadIssues } from '../store/downloadThunks'
import { useAppDispatch } from '../store/hooks'
import { Icon } from './Icon'
import { Notice } from './Notice'
import { createReportWords } from './reportWords'
import * as styles from './screen.module.css'
import { useMessages } from './useMessages'
import { type Column, VirtualTable } from './VirtualTable'

/** A few are shown at once; more would push the sheet itself out of sight. */
const SHOW_AT_ONCE = 5
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
      { key: 'row', title: columns.row, className: styles.cellNumber, render: (at) => issues[at]?.row },
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

/** The rows that cannot be sent: which, why, and what to do. */
export function IssuesPanel({ kind, issues }: { kind: SheetKind; issues: readonly Issue[] }) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const [isOpen, setIsOpen] = useState(issues.length <= SHOW_AT_ONCE)
  const columns = useIssueColumns(issues)
  return (
    <section className={styles.issues} aria-label={messages.issues.table}>
      <Notice
        tone="warning"
        title={messages.issues.title(issues.length)}
        actions={
          <>
            <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
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
        <p>{messages.issues.text}</p>
      </Notice>
      {isOpen && (
        <VirtualTable
          name={messages.issues.table}
          columns={columns}
          layout={styles.layoutIssues}
          count={issues.length}
          positionAt={(index) => index}
        />
      )}
    </section>
  )
}
