import { Button } from 'antd'
import { useState } from 'react'
import { useAppDispatch } from '../../store/hooks'
import { markUnknown } from '../../store/run/resolveThunks'
import * as kit from '../kit/kit.module.css'
import * as styles from './unknown.module.css'
import { useMessages } from '../frame/useMessages'

interface MarkButtonsProps {
  readonly id: string
  readonly position: number
  readonly subOrderId: string
  readonly isLocked: boolean
}

/** Takes the outcome that the operator has found out about an unknown sub-order. */
export function MarkButtons({ id, position, subOrderId, isLocked }: MarkButtonsProps) {
  const { unknown } = useMessages()
  const dispatch = useAppDispatch()
  const [hasFailed, setHasFailed] = useState(false)
  function mark(wasCancelled: boolean): void {
    setHasFailed(false)
    void dispatch(markUnknown(id, position, wasCancelled)).then((isKept) => setHasFailed(!isKept))
  }
  return (
    <span className={styles.marks}>
      <Button
        disabled={isLocked}
        aria-label={unknown.named({ label: unknown.wasCancelled, id: subOrderId })}
        onClick={() => mark(true)}
      >
        {unknown.wasCancelled}
      </Button>
      <Button
        disabled={isLocked}
        aria-label={unknown.named({ label: unknown.wasNotCancelled, id: subOrderId })}
        onClick={() => mark(false)}
      >
        {unknown.wasNotCancelled}
      </Button>
      {hasFailed && (
        <span role="alert" className={kit.fieldError}>
          {unknown.notKept}
        </span>
      )}
    </span>
  )
}
