import { Button } from 'antd'
import type { SheetKind } from '../domain/sheet'
import { useAppDispatch, useAppSelector } from '../store/hooks'
import { selectCancellation, selectDesk, selectIsRunning } from '../store/selectors'
import { showAside } from '../store/sheetThunks'
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
  const phase = cancellation?.run?.phase
  const isBusy = phase === 'running' || phase === 'stopping'
  return (
    <div className={styles.panel}>
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
          isLocked={!isAllowed || (isRunning && !isBusy)}
        />
      )}
    </div>
  )
}
