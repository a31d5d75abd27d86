import { Button, Input } from 'antd'
import type { KeyboardEvent } from 'react'
import type { IssueCode } from '../../domain/ids/issueCode'
import { useAppDispatch, useAppSelector } from '../../store/hooks'
import { singleTextChanged } from '../../store/slices/viewSlice'
import { useMessages } from '../frame/useMessages'
import * as kit from '../kit/kit.module.css'
import * as styles from './single.module.css'
import { describeIssue } from '../../texts/describeIssue'

interface SingleFormProps {
  readonly fieldId: string
  /** What is wrong with the typed text; null: nothing is known. */
  readonly issue: IssueCode | null
  readonly isLocked: boolean
  onType(): void
  onSubmit(): void
}

/** The field for one ID, with its button and its hint. */
export function SingleForm({ fieldId, issue, isLocked, onType, onSubmit }: SingleFormProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const text = useAppSelector((state) => state.view.singleText)
  const error =
    issue === 'MISSING_ID'
      ? messages.singleForm.empty
      : issue && describeIssue({ row: 1, code: issue, value: text }, messages)
  // A sandboxed frame that is allowed scripts but no forms never gets a form's own submit.
  function submitByEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onSubmit()
  }
  function type(typed: string): void {
    onType()
    dispatch(singleTextChanged(typed))
  }
  return (
    <div className={styles.singleForm}>
      <label htmlFor={fieldId}>{messages.columns.increffSubOrderId}</label>
      <div className={styles.singleField}>
        <Input
          id={fieldId}
          size="large"
          value={text}
          autoComplete="off"
          spellCheck={false}
          status={error ? 'error' : ''}
          aria-invalid={error !== null}
          aria-describedby={`${fieldId}-hint`}
          onKeyDown={submitByEnter}
          onChange={(event) => type(event.target.value)}
        />
        <Button type="primary" size="large" onClick={onSubmit} disabled={isLocked}>
          {messages.singleForm.submit}
        </Button>
      </div>
      <p
        id={`${fieldId}-hint`}
        className={error ? kit.fieldError : kit.quiet}
        role={error ? 'alert' : undefined}
      >
        {error ?? messages.singleForm.hint}
      </p>
    </div>
  )
}
