import { Button } from 'antd'
import { memo, type RefObject, useCallback, useContext, useState } from 'react'
import type { CancellationRequest } from '../domain/cancellation'
import type { Cancellation, Run, RunPhase } from '../domain/run'
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

interface StartQuestionProps {
  readonly kind: SheetKind
  readonly id: string
  readonly requests: readonly CancellationRequest[]
  readonly heldBack: number
  readonly hasStarted: boolean
  readonly isAsking: boolean
  readonly heading: RefObject<HTMLHeadingElement | null>
  onAnswer(): void
}

// This and the next are kept from rendering with each batch of outcomes: they are antd's, and it is their price.
const StartQuestion = memo(function StartQuestion(props: StartQuestionProps) {
  const { kind, id, requests, heldBack, hasStarted, isAsking, heading, onAnswer } = props
  const { dialog } = useMessages()
  const dispatch = useAppDispatch()
  const total = requests.length
  const notes = useStartNotes(total, heldBack)
  return (
    <StartDialog
      isOpen={isAsking}
      question={
        kind === 'line-items' ? dialog.questionLines(total, countLineItems(requests)) : dialog.question(total)
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
})

interface NextStepProps {
  readonly id: string
  readonly phase: RunPhase | undefined
  readonly isEmpty: boolean
  readonly isLocked: boolean
  readonly heading: RefObject<HTMLHeadingElement | null>
  onAsk(): void
}

/** The one button that is the next step. */
const NextStep = memo(function NextStep({ id, phase, isEmpty, isLocked, heading, onAsk }: NextStepProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  function goOn(): void {
    void dispatch(continueRun(id))
    heading.current?.focus()
  }
  switch (phase) {
    case undefined:
      return (
        <Button type="primary" size="large" disabled={isEmpty || isLocked} onClick={onAsk}>
          {messages.start}
        </Button>
      )
    case 'running':
    case 'stopping':
      return (
        <Button size="large" disabled={phase === 'stopping'} onClick={() => dispatch(stopRun())}>
          {messages.stop}
        </Button>
      )
    case 'stopped':
    case 'paused':
      return (
        <Button type="primary" size="large" disabled={isLocked} onClick={goOn}>
          {messages.continue}
        </Button>
      )
    case 'finished':
      return null
  }
})

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
      <span className={styles.figures}>{messages.running.progress(done, total)}</span>
      <span className={styles.counts}>{run && messages.running.counts(tally)}</span>
      <span className={styles.timeLeft}>{readTimeLine(run, messages)}</span>
    </div>
  )
}

/** Where the cancellation stands, in one sentence, and the next step. */
export function RunHeader({ kind, id, cancellation, heldBack, isLocked, heading }: RunHeaderProps) {
  const messages = useMessages()
  const [isAsking, setIsAsking] = useState(false)
  const ask = useCallback(() => setIsAsking(true), [])
  const answer = useCallback(() => setIsAsking(false), [])
  const { requests, run } = cancellation
  const waitMs = useCountdown(run?.waitingUntil)
  const { title, text } = describeRun(cancellation, waitMs, messages)
  const isPaused = run?.phase === 'paused'
  return (
    <header className={styles.runHeader} data-phase={run?.phase ?? 'ready'}>
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
        <NextStep
          phase={run?.phase}
          isEmpty={requests.length === 0}
          onAsk={ask}
          {...{ id, isLocked, heading }}
        />
      </div>
      <StartQuestion
        hasStarted={run !== null}
        onAnswer={answer}
        {...{ kind, id, requests, heldBack, isAsking, heading }}
      />
      <ProgressLine cancellation={cancellation} />
    </header>
  )
}
