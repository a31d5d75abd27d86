import type { Cancellation, Run } from '../../domain/run/run'
import { countSkipped, estimateTimeLeft } from '../../store/selectors'
import type { Messages } from '../../texts/messages'
import * as kit from '../kit/kit.module.css'
import * as styles from './run.module.css'
import { useMessages } from '../frame/useMessages'
import { describeTally } from '../../texts/describeTally'

function describeTimeLeft(run: Run | null, messages: Messages): string {
  if (run?.phase !== 'running' || run.waitingUntil !== undefined) return ''
  const { running, duration } = messages
  const ms = estimateTimeLeft(run)
  return ms === null ? running.measuring : running.timeLeft({ duration: duration(ms) })
}

function findTone(cancellation: Cancellation): 'good' | 'held' | undefined {
  const { run, tally } = cancellation
  if (run?.phase === 'stopped' || run?.phase === 'paused') return 'held'
  if (run?.phase !== 'finished') return undefined
  const done = tally.cancelled + tally.alreadyCancelled
  return done === tally.total - countSkipped(cancellation) ? 'good' : undefined
}

interface ProgressLineProps {
  readonly cancellation: Cancellation
  /** Another tab's run, whose pace this tab has not measured. */
  readonly isObserved: boolean
}

/** Progress as a bar and in figures, and the time left. It is there from the start, so that nothing jumps. */
export function ProgressLine({ cancellation, isObserved }: ProgressLineProps) {
  const messages = useMessages()
  const { run, tally } = cancellation
  const done = run?.done ?? 0
  const total = run?.total ?? tally.total - countSkipped(cancellation)
  return (
    <div className={styles.progressLine}>
      <progress
        className={kit.progress}
        data-tone={findTone(cancellation)}
        value={done}
        max={Math.max(total, 1)}
        aria-label={messages.running.progressName}
      />
      <span className={styles.figures}>{messages.running.progress({ done, total })}</span>
      <span className={styles.counts}>{run && describeTally(tally, messages)}</span>
      <span className={styles.timeLeft}>{!isObserved && describeTimeLeft(run, messages)}</span>
    </div>
  )
}
