import { Button } from 'antd'
import { useDeferredValue } from 'react'
import { useAppDispatch, useAppSelector } from '../../store/hooks'
import { memoryLimits } from '../../store/run/mayStart'
import { selectCancellation, selectSlot, selectIsBusy, selectTraffic } from '../../store/selectors'
import type { Slot, LoadedSheet } from '../../store/slices/sheetSlice'
import { showPrevious } from '../../store/sheet/slotThunks'
import { Deferred } from '../frame/Deferred'
import { LiveRegion } from './LiveRegion'
import { MemoryNotice } from '../run/MemoryNotice'
import { Notice } from '../kit/Notice'
import { ProblemNotice } from '../intake/ProblemNotice'
import { QuestionPanel } from '../intake/QuestionPanel'
import { RefusalNotice } from '../run/RefusalNotice'
import { RunCard } from '../run/RunCard'
import { SheetIntake } from '../intake/SheetIntake'
import * as kit from '../kit/kit.module.css'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

function PreviousNotice({ kind, previous }: { kind: SheetKind; previous: LoadedSheet }) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const hasResults = useAppSelector((state) => Boolean(selectCancellation(state, previous.id)?.run))
  const { fileName } = previous.checked.sheet
  return (
    <Notice
      tone="info"
      actions={<Button onClick={() => dispatch(showPrevious(kind))}>{messages.reopen}</Button>}
    >
      <p>
        <bdi>{(hasResults ? messages.closedNote : messages.closedEdited)({ fileName })}</bdi>
      </p>
    </Notice>
  )
}

/** Defers a new sheet, whose rendering React must be able to interrupt; every other change shows at once. */
function useSlot(kind: SheetKind): Slot {
  const slot = useAppSelector((state) => selectSlot(state, kind))
  const settled = useDeferredValue(slot)
  const isNew = slot.sheet !== null && slot.sheet.id !== settled.sheet?.id
  return isNew ? settled : slot
}

/** One tab of the screen, from a file to the end of its run. */
export function SheetPanel({ kind, isAllowed }: { kind: SheetKind; isAllowed: boolean }) {
  const messages = useMessages()
  const slot = useSlot(kind)
  const cancellation = useAppSelector((state) => selectCancellation(state, slot.sheet?.id ?? null))
  const { activeId, preparingId, observedId } = useAppSelector(selectTraffic)
  const isBusy = useAppSelector(selectIsBusy)
  const keeping = useAppSelector((state) => state.journal.keeping)
  const { sheet, previous, problem, question } = slot
  const total = sheet?.checked.requests.length ?? 0
  const isOwn = sheet !== null && (activeId === sheet.id || preparingId === sheet.id)
  const isObserved = sheet !== null && observedId === sheet.id
  // While the sheet's run goes on, no other sheet may take its place.
  const isTaken = isOwn || isObserved
  const isTooLong = keeping === 'memory' && total > memoryLimits.mostRequests
  return (
    <div className={kit.panel}>
      <LiveRegion {...{ sheet, cancellation, question }} />
      <SheetIntake kind={kind} slot={slot} isBusy={isTaken} />
      {problem && <ProblemNotice kind={kind} problem={problem} asks={question !== null} />}
      {question && (
        <QuestionPanel kind={kind} question={question} isDoubled={problem?.code === 'DUPLICATE_HEADER'} />
      )}
      {previous && !isTaken && <PreviousNotice kind={kind} previous={previous} />}
      {activeId !== null && !isOwn && <Notice tone="info" title={messages.busyElsewhere} />}
      {sheet && isTooLong && <MemoryNotice total={total} />}
      {sheet && !isTooLong && <RefusalNotice id={sheet.id} />}
      {sheet && cancellation && (
        <Deferred key={sheet.id}>
          <RunCard
            sheet={sheet}
            cancellation={cancellation}
            isObserved={isObserved}
            isPreparing={preparingId === sheet.id}
            // An edit that is being applied locks nothing: a field that is left by the press on Start would swallow the
            // press. The question waits for the edit.
            isLocked={
              !isAllowed || (isBusy && !isOwn) || slot.reading !== null || isTooLong || keeping === 'newer'
            }
            canEdit={cancellation.run === null && !isTaken && slot.reading === null}
            isApplyingEdit={slot.isEditing}
          />
        </Deferred>
      )}
    </div>
  )
}
