import { Button } from 'antd'
import { memo, type RefObject, useCallback, useState } from 'react'
import type { Cancellation, RunPhase } from '../domain/run'
import type { SheetKind } from '../domain/sheet'
import { useAppDispatch } from '../store/hooks'
import { continueRun, stopRun } from '../store/runThunks'
import { describeRun } from './describeRun'
import { Icon } from './Icon'
import { ProgressLine } from './ProgressLine'
import { StartQuestion } from './StartQuestion'
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

interface NextStepProps {
  readonly id: string
  readonly phase: RunPhase | undefined
  readonly isEmpty: boolean
  readonly isLocked: boolean
  readonly heading: RefObject<HTMLHeadingElement | null>
  onAsk(): void
}

/** The one button that is the next step. Kept from rendering with each batch of outcomes: that is antd's price. */
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

/** Where the cancellation stands, in one sentence, and the next step. */
export function RunHeader({ kind, id, cancellation, heldBack, isLocked, heading }: RunHeaderProps) {
  const messages = useMessages()
  const [isAsking, setIsAsking] = useState(false)
  // Not before it is needed: antd works out a dialog's styles even while it is closed.
  const [wasAsked, setWasAsked] = useState(false)
  const ask = useCallback(() => {
    setWasAsked(true)
    setIsAsking(true)
  }, [])
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
      {wasAsked && (
        <StartQuestion
          hasStarted={run !== null}
          onAnswer={answer}
          {...{ kind, id, requests, heldBack, isAsking, heading }}
        />
      )}
      <ProgressLine cancellation={cancellation} />
    </header>
  )
}
