import { Button } from 'antd'
import { type RefObject, useContext, useState } from 'react'
import type { Cancellation, Run } from '../domain/run'
import type { SheetKind } from '../domain/sheet'
import { useAppDispatch } from '../store/hooks'
import { continueRun, startAll, stopRun } from '../store/runThunks'
import { estimateTimeLeft } from '../store/selectors'
import { countLineItems, describeRun } from './describeRun'
import { Icon } from './Icon'
import { PaceContext } from './PaceContext'
import { StartDialog } from './StartDialog'
import * as styles from './screen.module.css'
import { useCountdown } from './useCountdown'
import { useMessages } from './useMessages'

interface RunHeaderProps {
  readonly kind: SheetKind
  readonly id: string
  readonly cancellation: Cancellation
  readonly heldBack: number
  /** Nothing may start: no permission, or a run goes on elsewhere. */
  readonly isLocked: boolean
  readonly heading: RefObject<HTMLHeadingElement | null>
}

/** A run shorter than this needs no announcement of its length. */
const WORTH_TELLING_MS = 60_000

/** What one should know before the start: how long it takes, and what stays behind. */
function useStartNotes(total: number, heldBack: number): string[] {
  const { dialog } = useMessages()
  const atLeast = total * useContext(PaceContext)
  return [
    ...(atLeast >= WORTH_TELLING_MS ? [dialog.takes(atLeast)] : []),
    ...(heldBack > 0 ? [dialog.heldBack(heldBack)] : []),
  ]
}

interface StartQuestionProps extends RunHeaderProps {
  readonly isAsking: boolean
  onAnswer(): void
}

function StartQuestion({
  kind,
  id,
  cancellation,
  heldBack,
  heading,
  isAsking,
  onAnswer,
}: StartQuestionProps) {
  const { dialog } = useMessages()
  const dispatch = useAppDispatch()
  const { total } = cancellation.tally
  const notes = useStartNotes(total, heldBack)
  const hasStarted = cancellation.run !== null
  return (
    <StartDialog
      isOpen={isAsking}
      question={
        kind === 'line-items'
          ? dialog.questionLines(total, countLineItems(cancellation))
          : dialog.question(total)
      }
      notes={notes}
      onStart={() => {
        onAnswer()
        void dispatch(startAll(id))
      }}
      onBack={onAnswer}
      // The button that opened the dialog is gone by then.
      onClosed={() => hasStarted && heading.current?.focus()}
    />
  )
}

interface NextStepProps extends RunHeaderProps {
  onAsk(): void
}

/** The one button that is the next step. */
function NextStep({ id, cancellation, isLocked, heading, onAsk }: NextStepProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  switch (cancellation.run?.phase) {
    case undefined:
      return (
        <Button
          type="primary"
          size="large"
          disabled={cancellation.tally.total === 0 || isLocked}
          onClick={onAsk}
        >
          {messages.start}
        </Button>
      )
    case 'running':
    case 'stopping':
      return (
        <Button
          size="large"
          disabled={cancellation.run.phase === 'stopping'}
          onClick={() => dispatch(stopRun())}
        >
          {messages.stop}
        </Button>
      )
    case 'stopped':
    case 'paused':
      return (
        <Button
          type="primary"
          size="large"
          disabled={isLocked}
          onClick={() => {
            void dispatch(continueRun(id))
            heading.current?.focus()
          }}
        >
          {messages.continue}
        </Button>
      )
    case 'finished':
      return null
  }
}

function readTimeLine(run: Run | null, messages: ReturnType<typeof useMessages>): string {
  if (run?.phase !== 'running' || run.waitingUntil !== undefined) return ''
  return messages.running.timeLeft(estimateTimeLeft(run))
}

function readTone({ run, tally }: Cancellation): 'good' | 'held' | undefined {
  if (run?.phase === 'stopped' || run?.phase === 'paused') return 'held'
  return tally.cancelled + tally.alreadyCancelled === tally.total ? 'good' : undefined
}

/** Done and total, as a bar and in figures, and the time left. There from the start, so that nothing jumps. */
function ProgressLine({ cancellation }: { cancellation: Cancellation }) {
  const messages = useMessages()
  const { run, tally } = cancellation
  const done = run?.done ?? 0
  const total = run?.total ?? tally.total
  return (
    <div className={styles.progressLine}>
      <progress
        className={styles.progress}
        data-tone={readTone(cancellation)}
        value={done}
        max={Math.max(total, 1)}
        aria-label={messages.running.progressName}
      />
      <span>
        <span className={styles.figures}>{messages.running.progress(done, total)}</span>
        {tally.alreadyCancelled > 0 && (
          <span className={styles.timeLeft}> · {messages.table.already(tally.alreadyCancelled)}</span>
        )}
      </span>
      <span className={styles.timeLeft}>{readTimeLine(run, messages)}</span>
    </div>
  )
}

/** Where the cancellation stands, in one sentence, and the next step. */
export function RunHeader(props: RunHeaderProps) {
  const messages = useMessages()
  const { cancellation, heading } = props
  const [isAsking, setIsAsking] = useState(false)
  const waitMs = useCountdown(cancellation.run?.waitingUntil)
  const { title, text } = describeRun(cancellation, waitMs, messages)
  const isPaused = cancellation.run?.phase === 'paused'
  return (
    <header className={styles.runHeader} data-phase={cancellation.run?.phase ?? 'ready'}>
      <div className={styles.runWords}>
        <h2 ref={heading} tabIndex={-1} className={styles.runTitle}>
          {isPaused && <Icon name="pause" />}
          {title}
        </h2>
        <p className={styles.runText} role={isPaused ? 'alert' : undefined}>
          {text}
        </p>
      </div>
      <div className={styles.runAction}>
        <NextStep {...props} onAsk={() => setIsAsking(true)} />
      </div>
      <StartQuestion {...props} isAsking={isAsking} onAnswer={() => setIsAsking(false)} />
      <ProgressLine cancellation={cancellation} />
    </header>
  )
}
