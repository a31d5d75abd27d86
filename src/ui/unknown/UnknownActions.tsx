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
  /** Takes the focus to where the user looks next. */
  onSend(): void
}

/** What the host's OMS can do about unknown ones. */
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

/** How far the look-up is, and what it came to. There before its text, or nothing is spoken. */
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

/** What one may do about unknown ones, in sentences: only what this host's OMS can do. @param count where not said already */
export function UnknownAdvice({ count }: { count?: number }) {
  const { unknown } = useMessages()
  const { canRead, repeatIsSafe } = useHost()
  return (
    <p>
      {count !== undefined && `${unknown.advice({ n: count })} `}
      {canRead && `${unknown.checkText} `}
      {repeatIsSafe && `${unknown.againText} `}
      {unknown.markText}
    </p>
  )
}
