import { Button } from 'antd'
import { memo, type RefObject } from 'react'
import type { RunPhase } from '../../domain/run/run'
import { downloadResults } from '../../store/run/downloadThunks'
import { useAppDispatch } from '../../store/hooks'
import { continueRun, stopRun } from '../../store/run/runThunks'
import { CloseButton } from '../kit/CloseButton'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import { useReportWords } from '../frame/useReportWords'

interface RunActionsProps {
  readonly kind: SheetKind
  readonly id: string
  readonly phase: RunPhase | undefined
  /** Another tab's run, which this tab only shows. */
  readonly isObserved: boolean
  readonly isPreparing: boolean
  readonly isEmpty: boolean
  /** Odd rows still need a decision. */
  readonly isUndecided: boolean
  /** Element with the sentence about the state of the cancellation. */
  readonly textId: string
  readonly isLocked: boolean
  readonly canContinue: boolean
  /** The run resumes by itself, unless the user stops it. */
  readonly resumesItself: boolean
  readonly isRestored: boolean
  readonly heading: RefObject<HTMLHeadingElement | null>
  onAsk(): void
}

/** Actions on a run that is paused or has ended. */
function HeldActions({
  kind,
  id,
  isLocked,
  canContinue,
  resumesItself,
  isRestored,
  heading,
}: RunActionsProps) {
  const messages = useMessages()
  const reportWords = useReportWords()
  const dispatch = useAppDispatch()
  function goOn(): void {
    void dispatch(continueRun(id))
    heading.current?.focus()
  }
  return (
    <>
      {canContinue && (
        <Button type="primary" size="large" disabled={isLocked} onClick={goOn}>
          {messages.continue}
        </Button>
      )}
      {resumesItself && (
        <Button size="large" onClick={() => dispatch(stopRun())}>
          {messages.stop}
        </Button>
      )}
      {isRestored && (
        <>
          <Button size="large" onClick={() => void dispatch(downloadResults(kind, 'all', reportWords))}>
            {messages.download}
          </Button>
          <CloseButton id={id} size="large" isDisabled={isLocked} />
        </>
      )}
    </>
  )
}

/** The next step first, then the other actions. Memo: a batch of outcomes would render antd's components anew. */
export const RunActions = memo(function RunActions(props: RunActionsProps) {
  const { phase, isObserved, isPreparing, isEmpty, isUndecided, textId, isLocked, onAsk } = props
  const messages = useMessages()
  const dispatch = useAppDispatch()
  if (isObserved) return null
  if (isPreparing || phase === 'running' || phase === 'stopping') {
    return (
      <Button size="large" disabled={phase === 'stopping'} onClick={() => dispatch(stopRun())}>
        {messages.stop}
      </Button>
    )
  }
  if (phase !== undefined) return <HeldActions {...props} />
  return (
    <Button
      type="primary"
      size="large"
      disabled={isEmpty || isUndecided || isLocked}
      aria-describedby={isUndecided ? textId : undefined}
      onClick={onAsk}
    >
      {messages.start}
    </Button>
  )
})
