import { Button } from 'antd'
import { useDeferredValue } from 'react'
import { useAppDispatch, useAppSelector } from '../../store/hooks'
import { memoryLimits } from '../../store/run/memoryLimits'
import { selectCancellation, selectDesk, selectIsBusy, selectTraffic } from '../../store/selectors'
import type { Desk, LoadedSheet } from '../../store/slices/sheetSlice'
import { showAside } from '../../store/sheet/sheetThunks'
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

function AsideNotice({ kind, aside }: { kind: SheetKind; aside: LoadedSheet }) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const hasResults = useAppSelector((state) => Boolean(selectCancellation(state, aside.id)?.run))
  const { fileName } = aside.checked.sheet
  return (
    <Notice
      tone="info"
      actions={<Button onClick={() => dispatch(showAside(kind))}>{messages.asideShow}</Button>}
    >
      <p>
        <bdi>{(hasResults ? messages.asideNote : messages.asideMended)(fileName)}</bdi>
      </p>
    </Notice>
  )
}

/** A new sheet changes so much on the screen that React must be able to interrupt it; all else shows at once. */
function useDesk(kind: SheetKind): Desk {
  const desk = useAppSelector((state) => selectDesk(state, kind))
  const settled = useDeferredValue(desk)
  const isNew = desk.sheet !== null && desk.sheet.id !== settled.sheet?.id
  return isNew ? settled : desk
}

/** From a file to the end of its run. */
export function SheetPanel({ kind, isAllowed }: { kind: SheetKind; isAllowed: boolean }) {
  const messages = useMessages()
  const desk = useDesk(kind)
  const cancellation = useAppSelector((state) => selectCancellation(state, desk.sheet?.id ?? null))
  const { activeId, preparingId, observedId } = useAppSelector(selectTraffic)
  const isBusy = useAppSelector(selectIsBusy)
  const keeping = useAppSelector((state) => state.journal.keeping)
  const { sheet, aside, problem, question } = desk
  const total = sheet?.checked.requests.length ?? 0
  const isOwn = sheet !== null && (activeId === sheet.id || preparingId === sheet.id)
  const isObserved = sheet !== null && observedId === sheet.id
  // While the sheet's run goes on, no other may take its place.
  const isTaken = isOwn || isObserved
  const isTooLong = keeping === 'memory' && total > memoryLimits.mostRequests
  return (
    <div className={kit.panel}>
      <LiveRegion {...{ sheet, cancellation, question }} />
      <SheetIntake kind={kind} desk={desk} isBusy={isTaken} />
      {problem && <ProblemNotice kind={kind} problem={problem} asks={question !== null} />}
      {question && (
        <QuestionPanel kind={kind} question={question} isDoubled={problem?.code === 'DUPLICATE_HEADER'} />
      )}
      {aside && !isTaken && <AsideNotice kind={kind} aside={aside} />}
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
            // An edit that is being applied locks nothing: a field that is left by the press on Start would swallow the press. The
            // question waits for the edit.
            isLocked={
              !isAllowed || (isBusy && !isOwn) || desk.reading !== null || isTooLong || keeping === 'newer'
            }
            canEdit={cancellation.run === null && !isTaken && desk.reading === null}
            isApplyingEdit={desk.isMending}
          />
        </Deferred>
      )}
    </div>
  )
}
