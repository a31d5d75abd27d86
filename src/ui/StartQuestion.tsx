import { memo, type RefObject, useContext } from 'react'
import type { CancellationRequest } from '../domain/cancellation'
import type { SheetKind } from '../domain/sheet'
import { useAppDispatch } from '../store/hooks'
import { startAll } from '../store/runThunks'
import { countLineItems } from './describeRun'
import { PaceContext } from './PaceContext'
import { StartDialog } from './StartDialog'
import { useMessages } from './useMessages'

/** A run shorter than this needs no announcement of its length. */
const WORTH_TELLING_MS = 60_000

/** What one should know before the start: how long it takes, and what stays behind. */
function useStartNotes(total: number, heldBack: number): string[] {
  const { dialog } = useMessages()
  const atLeast = total * useContext(PaceContext)
  return [
    ...(atLeast >= WORTH_TELLING_MS ? [dialog.takes(atLeast)] : []),
    ...(heldBack > 0 ? [dialog.heldBack(heldBack)] : []),
  ]
}

interface StartQuestionProps {
  readonly kind: SheetKind
  readonly id: string
  readonly requests: readonly CancellationRequest[]
  readonly heldBack: number
  readonly hasStarted: boolean
  readonly isAsking: boolean
  readonly heading: RefObject<HTMLHeadingElement | null>
  onAnswer(): void
}

/** Asks before the first call of a sheet. Kept from rendering with each batch of outcomes, as its parts are antd's. */
export const StartQuestion = memo(function StartQuestion(props: StartQuestionProps) {
  const { kind, id, requests, heldBack, hasStarted, isAsking, heading, onAnswer } = props
  const { dialog } = useMessages()
  const dispatch = useAppDispatch()
  const total = requests.length
  const notes = useStartNotes(total, heldBack)
  return (
    <StartDialog
      isOpen={isAsking}
      question={
        kind === 'line-items' ? dialog.questionLines(total, countLineItems(requests)) : dialog.question(total)
      }
      notes={notes}
      onStart={() => {
        onAnswer()
        void dispatch(startAll(id))
      }}
      onBack={onAnswer}
      // The button that opened the dialog is gone by then.
      onClosed={() => hasStarted && heading.current?.focus()}
    />
  )
})
