import { Button, Modal } from 'antd'
import { useRef } from 'react'
import { useAppDispatch, useAppSelector } from '../../store/hooks'
import { consentGiven } from '../../store/slices/journalSlice'
import { memoryLimits } from '../../store/run/mayStart'
import { Scope } from '../frame/Scope'
import * as kit from '../kit/kit.module.css'
import * as styles from './run.module.css'
import { Checkbox } from '../kit/Checkbox'
import { useLayer } from '../frame/useLayer'
import { useMessages } from '../frame/useMessages'

interface StartDialogProps {
  readonly isOpen: boolean
  /** Names the numbers, or the single sub-order. */
  readonly question: string
  /** Facts that the user should know before the start. */
  readonly notes?: readonly string[]
  /** The list of requests is known and not empty. */
  readonly canStart?: boolean
  onStart(): void
  onBack(): void
  /** Called once the dialog is gone, to move the focus to where the user looks next. */
  onClosed?(): void
}

const NO_NOTES: readonly string[] = []

/** Where the browser keeps no record, the user must agree to that first. */
function MemoryConsent({ hasConsented }: { hasConsented: boolean }) {
  const { memory } = useMessages()
  const dispatch = useAppDispatch()
  return (
    <div className={styles.consent}>
      <Checkbox isOn={hasConsented} onChange={(isOn) => dispatch(consentGiven(isOn))}>
        {memory.agree}
      </Checkbox>
      <p className={kit.quiet}>{memory.agreeText({ each: memoryLimits.downloadEach })}</p>
    </div>
  )
}

interface KnownFirstProps extends Required<Pick<StartDialogProps, 'notes'>> {
  readonly isInMemory: boolean
  readonly hasConsented: boolean
}

/** Facts that the user should know before the start. */
function KnownFirst({ notes, isInMemory, hasConsented }: KnownFirstProps) {
  return (
    <Scope>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {isInMemory && <MemoryConsent hasConsented={hasConsented} />}
    </Scope>
  )
}

/** Asks once before the start, since nobody can take back a cancellation. */
export function StartDialog(props: StartDialogProps) {
  const { isOpen, question, notes = NO_NOTES, canStart = true, onStart, onBack, onClosed } = props
  const messages = useMessages()
  const layer = useLayer()
  const isInMemory = useAppSelector((state) => state.journal.keeping === 'memory')
  const hasConsented = useAppSelector((state) => state.journal.hasConsented)
  const back = useRef<HTMLButtonElement>(null)
  function focusBack(): void {
    // A user who pressed Tab while the dialog was opening keeps the focus there.
    if (!back.current?.parentElement?.contains(document.activeElement)) back.current?.focus()
  }
  return (
    <Modal
      open={isOpen}
      closable={false}
      onCancel={onBack}
      width={480}
      centered
      getContainer={layer}
      // A held Enter key must not run through the question: the safe answer has the focus.
      afterOpenChange={(open) => (open ? focusBack() : onClosed?.())}
      title={
        <Scope>
          <strong className={styles.question} aria-live="polite">
            {question}
          </strong>{' '}
          <span className={styles.consequence}>{messages.dialog.consequence}</span>
        </Scope>
      }
      footer={[
        <Button key="back" ref={back} onClick={onBack}>
          {messages.dialog.back}
        </Button>,
        <Button
          key="start"
          type="primary"
          danger
          disabled={!canStart || (isInMemory && !hasConsented)}
          onClick={onStart}
        >
          {messages.dialog.start}
        </Button>,
      ]}
    >
      {(notes.length > 0 || isInMemory) && <KnownFirst {...{ notes, isInMemory, hasConsented }} />}
    </Modal>
  )
}
