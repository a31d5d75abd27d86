import { Button } from 'antd'
import { readRequestState } from '../domain/requestState'
import type { Cancellation } from '../domain/run'
import { useAppDispatch } from '../store/hooks'
import { continueRun, stopRun } from '../store/runThunks'
import { describeRun } from './describeRun'
import { StatusTag } from './StatusTag'
import * as styles from './screen.module.css'
import { useCountdown } from './useCountdown'
import { useMessages } from './useMessages'

interface SingleResultProps {
  readonly id: string
  readonly cancellation: Cancellation
  readonly isLocked: boolean
}

function SingleStep({ id, cancellation, isLocked }: SingleResultProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  switch (cancellation.run?.phase) {
    case 'running':
    case 'stopping':
      return (
        <Button disabled={cancellation.run.phase === 'stopping'} onClick={() => dispatch(stopRun())}>
          {messages.stop}
        </Button>
      )
    case 'paused':
    case 'stopped':
      return (
        <Button type="primary" disabled={isLocked} onClick={() => void dispatch(continueRun(id))}>
          {messages.continue}
        </Button>
      )
    default:
      return null
  }
}

/** What became of the sub-order that was submitted last, and the next step where there is one. */
export function SingleResult({ id, cancellation, isLocked }: SingleResultProps) {
  const messages = useMessages()
  const { run } = cancellation
  const waitMs = useCountdown(run?.waitingUntil)
  const state = readRequestState(cancellation, 0)
  const { message } = messages.describeState(state)
  const holds = run?.phase === 'paused' || run?.phase === 'stopped' || run?.waitingUntil !== undefined
  return (
    <div className={styles.singleResult}>
      <bdi className={styles.singleId}>{cancellation.requests[0]?.subOrderId}</bdi>
      <StatusTag status={state.status} />
      {message !== '' && <span className={styles.singleMessage}>{message}</span>}
      {state.status === 'failed' && (
        <span className={styles.singleMessage}>{messages.adviseFailure(state.failure)}</span>
      )}
      {holds && (
        <span className={styles.singleMessage}>{describeRun(cancellation, waitMs, messages).text}</span>
      )}
      <SingleStep {...{ id, cancellation, isLocked }} />
    </div>
  )
}
