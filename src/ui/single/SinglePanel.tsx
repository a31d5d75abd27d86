import { useId, useRef } from 'react'
import { useAppSelector } from '../../store/hooks'
import { selectCancellation, selectIsBusy, selectTraffic } from '../../store/selectors'
import { useWantedFocus } from '../focus/useWantedFocus'
import { useMessages } from '../frame/useMessages'
import * as kit from '../kit/kit.module.css'
import { Notice } from '../kit/Notice'
import { RefusalNotice } from '../run/RefusalNotice'
import { StartDialog } from '../run/StartDialog'
import * as styles from './single.module.css'
import { SingleForm } from './SingleForm'
import { SingleResult } from './SingleResult'
import { useSingleQuestion } from './useSingleQuestion'

/** Cancels one sub-order, typed or pasted. */
export function SinglePanel({ isAllowed }: { isAllowed: boolean }) {
  const messages = useMessages()
  const singleId = useAppSelector((state) => state.view.singleId)
  const cancellation = useAppSelector((state) => selectCancellation(state, singleId))
  const { activeId, preparingId, observedId } = useAppSelector(selectTraffic)
  const isBusy = useAppSelector(selectIsBusy)
  const isNewer = useAppSelector((state) => state.journal.keeping === 'newer')
  const isLocked = isBusy || isNewer || !isAllowed
  const { issue, isAsking, shownId, hasAgreed, ask, goBack, agree, forgetIssue } = useSingleQuestion()
  const result = useRef<HTMLDivElement>(null)
  const fieldId = useId()
  useWantedFocus(singleId, result)
  function submit(): void {
    if (!isLocked && !ask()) document.getElementById(fieldId)?.focus()
  }
  return (
    <div className={kit.panel}>
      {activeId !== null && activeId !== singleId && <Notice tone="info" title={messages.busyElsewhere} />}
      {singleId !== null && <RefusalNotice id={singleId} />}
      <section className={`${kit.card} ${styles.singleCard}`}>
        <SingleForm {...{ fieldId, issue, isLocked }} onType={forgetIssue} onSubmit={submit} />
        {/* The region is there before its text, or screen readers speak nothing. */}
        <div ref={result} role="status" tabIndex={-1}>
          {cancellation && singleId !== null && (
            <SingleResult
              id={singleId}
              isObserved={observedId === singleId}
              isPreparing={preparingId === singleId}
              onNext={() => result.current?.focus()}
              {...{ cancellation, isLocked }}
            />
          )}
        </div>
        <StartDialog
          isOpen={isAsking}
          question={messages.dialog.questionOne({ id: shownId })}
          onStart={agree}
          onBack={goBack}
          // Submit may be disabled by then.
          onClosed={() => hasAgreed.current && result.current?.focus()}
        />
      </section>
    </div>
  )
}
