import { Button } from 'antd'
import { isGoingOn } from '../domain/run'
import type { SheetKind } from '../domain/sheet'
import { useAppDispatch, useAppSelector } from '../store/hooks'
import { selectCancellation, selectDesk, selectIsRunning } from '../store/selectors'
import { showAside } from '../store/sheetThunks'
import { LiveRegion } from './LiveRegion'
import { Notice } from './Notice'
import { ProblemNotice } from './ProblemNotice'
import { RunCard } from './RunCard'
import { SheetIntake } from './SheetIntake'
import * as styles from './screen.module.css'
import { useMessages } from './useMessages'

function AsideNotice({ kind, fileName }: { kind: SheetKind; fileName: string }) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  return (
    <Notice
      tone="info"
      actions={<Button onClick={() => dispatch(showAside(kind))}>{messages.asideShow}</Button>}
    >
      <p>
        <bdi>{messages.asideNote(fileName)}</bdi>
      </p>
    </Notice>
  )
}

/** From a file to the end of its run. */
export function SheetPanel({ kind, isAllowed }: { kind: SheetKind; isAllowed: boolean }) {
  const messages = useMessages()
  const desk = useAppSelector((state) => selectDesk(state, kind))
  const cancellation = useAppSelector((state) => selectCancellation(state, desk.sheet?.id ?? null))
  const isRunning = useAppSelector(selectIsRunning)
  const { sheet, aside, problem } = desk
  const run = cancellation?.run ?? null
  const isBusy = isGoingOn(run)
  return (
    <div className={styles.panel}>
      <LiveRegion run={run} checked={sheet?.checked ?? null} />
      <SheetIntake kind={kind} desk={desk} isBusy={isBusy} />
      {problem && <ProblemNotice kind={kind} problem={problem} />}
      {aside && !isBusy && <AsideNotice kind={kind} fileName={aside.checked.sheet.fileName} />}
      {isRunning && !isBusy && <Notice tone="info" title={messages.busyElsewhere} />}
      {sheet && cancellation && (
        <RunCard
          key={sheet.id}
          kind={kind}
          id={sheet.id}
          cancellation={cancellation}
          issues={sheet.checked.issues}
          isLocked={!isAllowed || (isRunning && !isBusy) || desk.reading !== null}
        />
      )}
    </div>
  )
}
