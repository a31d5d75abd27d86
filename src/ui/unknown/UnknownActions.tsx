import { Button } from 'antd'
import { stopCheck } from '../../store/run/checkUnknown'
import { useAppDispatch } from '../../store/hooks'
import { sendUnknownAgain } from '../../store/run/runThunks'
import { useHost } from '../frame/HostContext'
import * as kit from '../kit/kit.module.css'
import * as styles from './unknown.module.css'
import type { useLookUp } from './useLookUp'
import { useMessages } from '../frame/useMessages'
import { describeCheck } from '../../texts/describeUnknown'

interface UnknownActionsProps {
  readonly id: string
  readonly isLocked: boolean
  readonly lookUp: ReturnType<typeof useLookUp>
  /** Moves the focus to where the user looks next. */
  onSend(): void
}

/** Actions of the host's OMS on unknown outcomes. */
export function UnknownActions({ id, isLocked, lookUp, onSend }: UnknownActionsProps) {
  const { unknown } = useMessages()
  const dispatch = useAppDispatch()
  const { canRead, repeatIsSafe } = useHost()
  const { check, start } = lookUp
  function sendAgain(): void {
    void dispatch(sendUnknownAgain(id))
    onSend()
  }
  return (
    <>
      {check ? (
        <Button onClick={() => dispatch(stopCheck())}>{unknown.stopCheck}</Button>
      ) : (
        canRead && (
          <Button disabled={isLocked} onClick={start}>
            {unknown.check}
          </Button>
        )
      )}
      {repeatIsSafe && (
        <Button disabled={isLocked || check !== null} onClick={sendAgain}>
          {unknown.again}
        </Button>
      )}
    </>
  )
}

/** Progress and result of the look-up. It is there before its text, or screen readers speak nothing. */
export function LookUpLine({ lookUp: { check, result } }: Pick<UnknownActionsProps, 'lookUp'>) {
  const messages = useMessages()
  const { unknown } = messages
  return (
    <div role="status" className={styles.checkLine}>
      {check && (
        <>
          <p className={kit.figuresLine}>{unknown.checking({ done: check.done, total: check.total })}</p>
          <p>{check.isWaiting ? unknown.waiting : unknown.checkingText}</p>
        </>
      )}
      {result && <p>{describeCheck(result, messages)}</p>}
    </div>
  )
}

/** Advice on unknown outcomes, as far as the host's OMS can help. @param count where the page does not name it yet */
export function UnknownAdvice({ count }: { count?: number }) {
  const { unknown } = useMessages()
  const { canRead, repeatIsSafe } = useHost()
  return (
    <p>
      {count !== undefined && `${unknown.advice({ n: count })} `}
      {canRead && `${unknown.checkText} `}
      {repeatIsSafe && `${unknown.againText} `}
      {unknown.markText({ n: count ?? 1 })}
    </p>
  )
}
