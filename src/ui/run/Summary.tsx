import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { type FailureGroup, groupFailures } from '../../domain/run/groupFailures'
import { type Cancellation, isGoingOn } from '../../domain/run/run'
import { downloadResults } from '../../store/run/downloadThunks'
import { useAppDispatch, useServices } from '../../store/hooks'
import { retryFailed } from '../../store/run/runThunks'
import { Notice } from '../kit/Notice'
import * as styles from './run.module.css'
import { TextLink } from '../kit/TextLink'
import { UnknownPanel } from '../unknown/UnknownPanel'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import { useReportWords } from '../frame/useReportWords'
import { adviseFailure, describeFailure } from '../../texts/describeFailure'

/** A longer list of refusals is for downloading, not for reading. */
const MOST_GROUPS = 8

interface SummaryProps {
  readonly kind: SheetKind
  readonly id: string
  readonly cancellation: Cancellation
  readonly isLocked: boolean
  readonly isPreparing: boolean
  /** Moves the focus to where the user looks next. */
  onRetry(): void
}

function FailureGroups({ cancellation }: { cancellation: Cancellation }) {
  const messages = useMessages()
  const { createYieldIfDue } = useServices()
  const [groups, setGroups] = useState<readonly FailureGroup[]>([])
  const { outcomes } = cancellation
  useEffect(() => {
    let isWanted = true
    // In slices: 100,000 failures would block the page for 60 ms and more.
    void groupFailures(outcomes, createYieldIfDue()).then((found) => isWanted && setGroups(found))
    return () => {
      isWanted = false
    }
  }, [createYieldIfDue, outcomes])
  return (
    <ul className={styles.groups}>
      {groups.slice(0, MOST_GROUPS).map(({ count, message, example }) => (
        <li key={`${example.httpStatus} ${example.code} ${example.advice ?? ''} ${message}`}>
          <span className={styles.groupCount}>{messages.finished.group({ n: count })}</span>
          <span>
            <bdi>{describeFailure({ message, httpStatus: example.httpStatus }, messages)}</bdi>:{' '}
            <bdi>
              <em>{adviseFailure(example, messages)}</em>
            </bdi>
          </span>
        </li>
      ))}
      {groups.length > MOST_GROUPS && (
        <li>{messages.finished.moreGroups({ n: groups.length - MOST_GROUPS })}</li>
      )}
    </ul>
  )
}

function FailedNotice({ kind, id, cancellation, isLocked, onRetry }: SummaryProps) {
  const messages = useMessages()
  const reportWords = useReportWords()
  const dispatch = useAppDispatch()
  const { finished } = messages
  const canRetry = cancellation.run?.phase === 'finished'
  function retry(): void {
    void dispatch(retryFailed(id))
    onRetry()
  }
  return (
    <Notice
      tone="warning"
      // A pause speaks first: of two alerts at once, screen readers lose one.
      {...(canRetry ? { role: 'alert' as const } : {})}
      title={finished[kind === 'line-items' ? 'failedLines' : 'failed']({ n: cancellation.tally.failed })}
      actions={
        <>
          {canRetry && (
            <Button disabled={isLocked} onClick={retry}>
              {messages.retry}
            </Button>
          )}
          <TextLink onClick={() => void dispatch(downloadResults(kind, 'failed', reportWords))}>
            {messages.downloadErrors}
          </TextLink>
        </>
      }
    >
      <p>{canRetry ? finished.failedText : finished.failedTextHeld}</p>
      <FailureGroups cancellation={cancellation} />
    </Notice>
  )
}

/** Refused requests by kind with advice, and unknown outcomes; shown while no call is going out. */
export function Summary(props: SummaryProps) {
  const { run, tally } = props.cancellation
  if (!run || isGoingOn(run) || props.isPreparing) return null
  // One alert at a time: a pause speaks first, then refusals, then unknown outcomes.
  const speaks = run.phase === 'finished' && tally.failed === 0
  return (
    <>
      {tally.failed > 0 && <FailedNotice {...props} />}
      <UnknownPanel {...props} speaks={speaks} onSend={props.onRetry} />
    </>
  )
}
