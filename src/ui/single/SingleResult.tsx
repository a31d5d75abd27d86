import { Button } from 'antd'
import { requestStateAt } from '../../domain/run/requestState'
import { type Cancellation, isGoingOn } from '../../domain/run/run'
import { findSkippingRun } from '../../domain/run/findSkippingRun'
import { useAppDispatch } from '../../store/hooks'
import { earlierIncluded } from '../../store/slices/runActions'
import { continueRun, startAll, stopRun } from '../../store/run/runThunks'
import { canContinue } from '../../store/run/stints'
import { CloseButton } from '../kit/CloseButton'
import { describeRun } from '../../texts/describeRun'
import { SingleUnknown } from './SingleUnknown'
import { StatusTag } from '../kit/StatusTag'
import * as styles from './single.module.css'
import { useCountdown } from '../run/useCountdown'
import { useMessages } from '../frame/useMessages'
import { adviseFailure } from '../../texts/describeFailure'
import { describeState } from '../../texts/describeState'

interface SingleResultProps {
  readonly id: string
  readonly cancellation: Cancellation
  readonly isObserved: boolean
  readonly isPreparing: boolean
  readonly isLocked: boolean
  /** Moves the focus to the result: the pressed button goes away. */
  onNext(): void
}

/** Sends a sub-order that was skipped because of an earlier run, once the user asks a second time. */
function IncludeButton({ id, isLocked, onNext }: SingleResultProps) {
  const { earlier } = useMessages()
  const dispatch = useAppDispatch()
  function include(): void {
    dispatch(earlierIncluded({ id, isIncluded: true }))
    void dispatch(startAll(id))
    onNext()
  }
  return (
    <Button disabled={isLocked} onClick={include}>
      {earlier.includeOne}
    </Button>
  )
}

function SingleStep(props: SingleResultProps) {
  const { id, cancellation, isObserved, isPreparing, isLocked, onNext } = props
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const { run } = cancellation
  if (isObserved) return null
  if (isPreparing || isGoingOn(run)) {
    return (
      <Button disabled={run?.phase === 'stopping'} onClick={() => dispatch(stopRun())}>
        {messages.stop}
      </Button>
    )
  }
  if (!run) return findSkippingRun(cancellation, 0) ? <IncludeButton {...props} /> : null
  function goOn(): void {
    void dispatch(continueRun(id))
    onNext()
  }
  return (
    <>
      {canContinue(cancellation) && (
        <Button type="primary" disabled={isLocked} onClick={goOn}>
          {messages.continue}
        </Button>
      )}
      {run.resumesItself && <Button onClick={() => dispatch(stopRun())}>{messages.stop}</Button>}
      {/* A run that has ended blocks nothing; the history can close it. */}
      {run.phase !== 'finished' && <CloseButton id={id} isDisabled={isLocked} />}
    </>
  )
}

/** The outcome of the last submitted sub-order, and the next step where there is one. */
export function SingleResult(props: SingleResultProps) {
  const { id, cancellation, isObserved, isLocked, onNext } = props
  const messages = useMessages()
  const { run } = cancellation
  const waitMs = useCountdown(run?.waitingUntil)
  const state = requestStateAt(cancellation, 0)
  const { message } = describeState(state, messages, findSkippingRun(cancellation, 0))
  const holds = run?.phase === 'paused' || run?.phase === 'stopped' || run?.waitingUntil !== undefined
  const isInDoubt = run && !isGoingOn(run) && !isObserved && state.status === 'unknown'
  return (
    <>
      <div className={styles.singleResult}>
        <bdi className={styles.singleId}>{cancellation.requests.at(0)?.subOrderId}</bdi>
        <StatusTag status={state.status} />
        {message !== '' && <span className={styles.singleMessage}>{message}</span>}
        {state.status === 'failed' && (
          <bdi className={styles.singleMessage}>{adviseFailure(state.failure, messages)}</bdi>
        )}
        {holds && (
          <span className={styles.singleMessage}>{describeRun(cancellation, { waitMs }, messages).text}</span>
        )}
        {!isInDoubt && <SingleStep {...props} />}
      </div>
      {isInDoubt && (
        <SingleUnknown {...{ id, cancellation, isLocked, onNext }}>
          <SingleStep {...props} />
        </SingleUnknown>
      )}
    </>
  )
}
