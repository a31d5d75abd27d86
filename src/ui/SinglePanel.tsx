import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { readRequestState } from '../domain/requestState'
import type { Cancellation } from '../domain/run'
import type { IssueCode } from '../domain/sheet'
import { useAppDispatch, useAppSelector } from '../store/hooks'
import { checkSingle, continueRun, startSingle } from '../store/runThunks'
import { selectCancellation, selectIsRunning } from '../store/selectors'
import { singleTextChanged } from '../store/viewSlice'
import { describeRun } from './describeRun'
import { Notice } from './Notice'
import { StartDialog } from './StartDialog'
import { StatusTag } from './StatusTag'
import * as styles from './screen.module.css'
import { useCountdown } from './useCountdown'
import { useMessages } from './useMessages'

/** What became of the sub-order that was submitted last. */
function SingleResult({
  id,
  cancellation,
  isLocked,
}: {
  id: string
  cancellation: Cancellation
  isLocked: boolean
}) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const { run } = cancellation
  const waitMs = useCountdown(run?.waitingUntil)
  const state = readRequestState(cancellation, 0)
  const { message } = messages.describeState(state)
  const holds = run?.phase === 'paused' || run?.phase === 'stopped' || run?.waitingUntil !== undefined
  return (
    <div className={styles.singleResult} role="status">
      <bdi className={styles.singleId}>{cancellation.requests[0]?.subOrderId}</bdi>
      <StatusTag status={state.status} />
      <span className={styles.singleMessage}>
        {holds ? describeRun(cancellation, waitMs, messages).text : message}
        {state.status === 'failed' && ` (${messages.adviseFailure(state.failure)})`}
      </span>
      {(run?.phase === 'paused' || run?.phase === 'stopped') && (
        <Button type="primary" disabled={isLocked} onClick={() => void dispatch(continueRun(id))}>
          {messages.continue}
        </Button>
      )}
    </div>
  )
}

/** One sub-order, typed or pasted. */
export function SinglePanel({ isAllowed }: { isAllowed: boolean }) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const { singleText, singleId } = useAppSelector((state) => state.view)
  const cancellation = useAppSelector((state) => selectCancellation(state, singleId))
  const isRunning = useAppSelector(selectIsRunning)
  const isLocked = isRunning || !isAllowed
  const isOwnRun = cancellation?.run?.phase === 'running' || cancellation?.run?.phase === 'stopping'
  const [issue, setIssue] = useState<IssueCode | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const fieldId = useId()

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (isLocked) return
    const found = dispatch(checkSingle())
    setIssue(found)
    if (found) document.getElementById(fieldId)?.focus()
    else setIsAsking(true)
  }
  function start(): void {
    setIsAsking(false)
    void dispatch(startSingle())
  }
  const error = issue && messages.describeIssue({ row: 1, code: issue, value: singleText })
  return (
    <div className={styles.panel}>
      {isRunning && !isOwnRun && <Notice tone="info" title={messages.busyElsewhere} />}
      <section className={`${styles.card} ${styles.singleCard}`}>
        <form className={styles.singleForm} onSubmit={submit} noValidate>
          <label htmlFor={fieldId}>{messages.columns.increffSubOrderId}</label>
          <div className={styles.singleField}>
            <Input
              id={fieldId}
              size="large"
              value={singleText}
              autoComplete="off"
              spellCheck={false}
              status={error ? 'error' : ''}
              aria-invalid={error !== null}
              aria-describedby={`${fieldId}-hint`}
              onChange={(event) => {
                setIssue(null)
                dispatch(singleTextChanged(event.target.value))
              }}
            />
            <Button type="primary" size="large" htmlType="submit" disabled={isLocked}>
              {messages.singleForm.submit}
            </Button>
          </div>
          <p
            id={`${fieldId}-hint`}
            className={error ? styles.fieldError : styles.quiet}
            role={error ? 'alert' : undefined}
          >
            {error ?? messages.singleForm.hint}
          </p>
        </form>
        {cancellation && singleId !== null && (
          <SingleResult id={singleId} cancellation={cancellation} isLocked={isLocked} />
        )}
        <StartDialog
          isOpen={isAsking}
          question={messages.dialog.questionOne(singleText.trim())}
          onStart={start}
          onBack={() => setIsAsking(false)}
        />
      </section>
    </div>
  )
}
