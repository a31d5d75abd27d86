import { Button, Input } from 'antd'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { SubOrderId } from '../../domain/ids/identifiers'
import { useAppDispatch, useAppSelector, useAppStore } from '../../store/hooks'
import { readTypedId, startSingle } from '../../store/run/runThunks'
import { selectCancellation, selectIsBusy, selectTraffic } from '../../store/selectors'
import { singleTextChanged } from '../../store/slices/viewSlice'
import { Notice } from '../kit/Notice'
import { RefusalNotice } from '../run/RefusalNotice'
import { SingleResult } from './SingleResult'
import { StartDialog } from '../run/StartDialog'
import * as styles from '../screen.module.css'
import { useMessages } from '../frame/useMessages'
import { useWantedFocus } from '../focus/useWantedFocus'
import type { IssueCode } from '../../domain/ids/issueCode'

/** One sub-order, typed or pasted. */
export function SinglePanel({ isAllowed }: { isAllowed: boolean }) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const store = useAppStore()
  const { singleText, singleId } = useAppSelector((state) => state.view)
  const cancellation = useAppSelector((state) => selectCancellation(state, singleId))
  const { activeId, preparingId, observedId } = useAppSelector(selectTraffic)
  const isBusy = useAppSelector(selectIsBusy)
  const isNewer = useAppSelector((state) => state.journal.keeping === 'newer')
  const isLocked = isBusy || isNewer || !isAllowed
  const [issue, setIssue] = useState<IssueCode | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  // Kept while the dialog goes away, so that its question does not change before one's eyes.
  const [askedId, setAskedId] = useState<SubOrderId | null>(null)
  const result = useRef<HTMLDivElement>(null)
  const hasAgreed = useRef(false)
  // What was asked and has not been answered: one question lets one run start, however often and however late it is clicked.
  const asked = useRef<SubOrderId | null>(null)
  const fieldId = useId()
  useWantedFocus(singleId, result)

  function submit(): void {
    if (isLocked) return
    const read = readTypedId(store.getState(), store.services)
    setIssue(read.ok ? null : read.code)
    asked.current = read.ok ? read.id : null
    if (read.ok) setAskedId(read.id)
    else document.getElementById(fieldId)?.focus()
    setIsAsking(read.ok)
  }
  // A form's own submit never comes in a sandboxed frame that is allowed scripts and no forms.
  function submitByEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }
  function goBack(): void {
    hasAgreed.current = false
    asked.current = null
    setIsAsking(false)
  }
  function start(): void {
    hasAgreed.current = true
    setIsAsking(false)
    // What the dialog named is what is sent, whatever is typed meanwhile.
    const id = asked.current
    asked.current = null
    if (id !== null) void dispatch(startSingle(id))
  }
  const error = issue && messages.describeIssue({ row: 1, code: issue, value: singleText })
  return (
    <div className={styles.panel}>
      {activeId !== null && activeId !== singleId && <Notice tone="info" title={messages.busyElsewhere} />}
      {singleId !== null && <RefusalNotice id={singleId} />}
      <section className={`${styles.card} ${styles.singleCard}`}>
        <div className={styles.singleForm}>
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
              onKeyDown={submitByEnter}
              onChange={(event) => {
                setIssue(null)
                dispatch(singleTextChanged(event.target.value))
              }}
            />
            <Button type="primary" size="large" onClick={submit} disabled={isLocked}>
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
        </div>
        {/* There before its text, or nothing is spoken. */}
        <div ref={result} role="status" tabIndex={-1}>
          {cancellation && singleId !== null && (
            <SingleResult
              id={singleId}
              isObserved={observedId === singleId}
              isPreparing={preparingId === singleId}
              onNext={() => result.current?.focus()}
              {...{ cancellation, isLocked }}
            />
          )}
        </div>
        <StartDialog
          isOpen={isAsking}
          question={messages.dialog.questionOne(askedId ?? '')}
          onStart={start}
          onBack={goBack}
          // Submit may be disabled by then.
          onClosed={() => hasAgreed.current && result.current?.focus()}
        />
      </section>
    </div>
  )
}
