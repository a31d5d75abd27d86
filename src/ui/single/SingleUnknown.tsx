import type { ReactNode } from 'react'
import type { Cancellation } from '../../domain/run/run'
import { MarkButtons } from '../unknown/MarkButtons'
import * as kit from '../kit/kit.module.css'
import * as unknownStyles from '../unknown/unknown.module.css'
import { LookUpLine, UnknownActions, UnknownAdvice } from '../unknown/UnknownActions'
import { useLookUp } from '../unknown/useLookUp'

interface SingleUnknownProps {
  readonly id: string
  readonly cancellation: Cancellation
  readonly isLocked: boolean
  onNext(): void
  /** Other actions. */
  readonly children: ReactNode
}

/** Advice and actions for a single sub-order whose outcome is unknown. */
export function SingleUnknown({ id, cancellation, isLocked, onNext, children }: SingleUnknownProps) {
  const lookUp = useLookUp(id)
  const subOrderId = cancellation.requests.at(0)?.subOrderId ?? ''
  return (
    <div className={unknownStyles.singleUnknown}>
      <UnknownAdvice />
      <div className={kit.actions}>
        <UnknownActions {...{ id, isLocked, lookUp }} onSend={onNext} />
        <MarkButtons {...{ id, subOrderId }} position={0} isLocked={isLocked || lookUp.check !== null} />
        {children}
      </div>
      <LookUpLine lookUp={lookUp} />
    </div>
  )
}
