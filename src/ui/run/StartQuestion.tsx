import { memo, type RefObject } from 'react'
import type { Caution } from '../../domain/sheet/caution'
import type { RequestList } from '../../domain/run/requestList'
import { useAppDispatch, useAppSelector } from '../../store/hooks'
import { startAll } from '../../store/run/runThunks'
import { selectSlot } from '../../store/selectors'
import { countLineItems } from '../../store/selectors'
import { useHost } from '../frame/HostContext'
import { StartDialog } from './StartDialog'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import { describeDecision } from '../../texts/describeDecision'

/** A run shorter than this needs no announcement of its length. */
const WORTH_TELLING_MS = 60_000

interface StartQuestionProps {
  readonly kind: SheetKind
  readonly id: string
  /** The requests of the run. */
  readonly requests: RequestList
  /** Rows with an issue. */
  readonly withIssues: number
  /** Rows that the user took out. */
  readonly removed: number
  /** Odd rows with their decisions. */
  readonly cautions: readonly Caution[]
  /** Sub-orders that are skipped for an earlier run. */
  readonly skipped: number
  /** Sub-orders of an earlier run that are sent on purpose. */
  readonly included: number
  readonly hasStarted: boolean
  readonly isAsking: boolean
  readonly heading: RefObject<HTMLHeadingElement | null>
  onAnswer(): void
}

/** Facts before the start: how long the run takes, which rows stay behind, and which are sent once more. */
function useStartNotes(props: StartQuestionProps): string[] {
  const { requests, withIssues, removed, cautions, skipped, included } = props
  const messages = useMessages()
  const { dialog } = messages
  const atLeast = requests.length * useHost().msPerCall
  return [
    ...cautions.flatMap((caution) => describeDecision(caution, messages) ?? []),
    ...(atLeast >= WORTH_TELLING_MS ? [dialog.takes({ duration: messages.duration(atLeast) })] : []),
    ...(withIssues > 0 ? [dialog.skipped({ n: withIssues })] : []),
    ...(removed > 0 ? [dialog.removed({ n: removed })] : []),
    ...(skipped > 0 ? [dialog.earlier({ n: skipped })] : []),
    ...(included > 0 ? [dialog.included({ n: included })] : []),
  ]
}

/** Text of the question. While an edit is being applied, the number of requests is unknown. */
function useQuestion({ kind, requests }: StartQuestionProps, isApplyingEdit: boolean): string {
  const { dialog } = useMessages()
  const total = requests.length
  if (isApplyingEdit) return dialog.checking
  if (total === 0) return dialog.nothing
  return kind === 'line-items'
    ? dialog.questionLines({ n: total, lines: countLineItems(requests) })
    : dialog.question({ n: total })
}

/** Asks before the first call of a sheet. Memo: a batch of outcomes would render antd's components anew. */
export const StartQuestion = memo(function StartQuestion(props: StartQuestionProps) {
  const { kind, id, requests, hasStarted, isAsking, heading, onAnswer } = props
  const isApplyingEdit = useAppSelector((state) => selectSlot(state, kind).isEditing)
  const dispatch = useAppDispatch()
  const notes = useStartNotes(props)
  const question = useQuestion(props, isApplyingEdit)
  return (
    <StartDialog
      isOpen={isAsking}
      question={question}
      notes={isApplyingEdit ? [] : notes}
      canStart={!isApplyingEdit && requests.length > 0}
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
