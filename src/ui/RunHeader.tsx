import { Button } from 'antd'
import { type RefObject, useState } from 'react'
import type { Cancellation, Run } from '../domain/run'
import type { SheetKind } from '../domain/sheet'
import { useAppDispatch } from '../store/hooks'
import { continueRun, startAll, stopRun } from '../store/runThunks'
import { estimateTimeLeft } from '../store/selectors'
import { describeRun } from './describeRun'
import { Icon } from './Icon'
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

function StartButton({ kind, id, cancellation, heldBack, isLocked, heading }: RunHeaderProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const [isAsking, setIsAsking] = useState(false)
  const { total } = cancellation.tally
  const lines = cancellation.requests.reduce(
    (sum, request) => sum + (request.kind === 'line-items' ? request.lineItems.length : 0),
    0,
  )
  const { dialog } = messages
  function start(): void {
    setIsAsking(false)
    void dispatch(startAll(id))
    heading.current?.focus()
  }
  return (
    <>
      <Button type="primary" size="large" disabled={total === 0 || isLocked} onClick={() => setIsAsking(true)}>
        {messages.start}
      </Button>
      <StartDialog
        isOpen={isAsking}
        question={kind === 'line-items' ? dialog.questionLines(total, lines) : dialog.question(total)}
        notes={heldBack > 0 ? [dialog.heldBack(heldBack)] : []}
        onStart={start}
        onBack={() => setIsAsking(false)}
      />
    </>
  )
}

/** The one button that is the next step. */
function NextStep(props: RunHeaderProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const { id, cancellation, isLocked, heading } = props
  switch (cancellation.run?.phase) {
    case undefined:
      return <StartButton {...props} />
    case 'running':
    case 'stopping':
      return (
        <Button size="large" danger disabled={cancellation.run.phase === 'stopping'} onClick={() => dispatch(stopRun())}>
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

/** Done and total, as a bar and in figures, and the time left. There from the start, so that nothing jumps. */
function ProgressLine({ cancellation }: { cancellation: Cancellation }) {
  const messages = useMessages()
  const { run, tally } = cancellation
  const done = run?.done ?? 0
  const total = run?.total ?? tally.total
  return (
    <div className={styles.progressLine}>
      <span className={styles.figures}>{messages.running.progress(done, total)}</span>
      <progress
        className={styles.progress}
        data-phase={run?.phase}
        value={done}
        max={Math.max(total, 1)}
        aria-label={messages.running.progressName}
      />
      <span className={styles.timeLeft}>{readTimeLine(run, messages)}</span>
    </div>
  )
}

/** Where the cancellation stands, in one sentence, and the next step. */
export function RunHeader(props: RunHeaderProps) {
  const messages = useMessages()
  const { cancellation, heading } = props
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
        <NextStep {...props} />
      </div>
      <ProgressLine cancellation={cancellation} />
    </header>
  )
}
