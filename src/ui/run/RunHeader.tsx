import { type RefObject, useCallback, useId, useState } from 'react'
import { countOpenKinds } from '../../domain/sheet/caution'
import type { Cancellation } from '../../domain/run/run'
import { countSkipped, pickFresh } from '../../store/selectors'
import type { LoadedSheet } from '../../store/slices/sheetSlice'
import { canContinue } from '../../store/run/stints'
import { describeRun } from '../../texts/describeRun'
import { groupIssues } from '../../texts/groupIssues'
import { Icon } from '../kit/Icon'
import { ProgressLine } from './ProgressLine'
import { RunActions } from './RunActions'
import { StartQuestion } from './StartQuestion'
import * as styles from './run.module.css'
import { useCountdown } from './useCountdown'
import { useMessages } from '../frame/useMessages'

interface RunHeaderProps {
  readonly sheet: LoadedSheet
  readonly cancellation: Cancellation
  readonly isObserved: boolean
  readonly isPreparing: boolean
  /** No run may start: there is no permission, or a run goes on elsewhere. */
  readonly isLocked: boolean
  readonly heading: RefObject<HTMLHeadingElement | null>
}

/** Says who started the restored run and when, and how the sheet's own columns come back. */
function RestoredLine({ sheet, isCutOff }: { sheet: LoadedSheet; isCutOff: boolean }) {
  const { recovered, when } = useMessages()
  const { restored, checked } = sheet
  if (!restored) return null
  return (
    <p className={styles.restored}>
      {!isCutOff && <>{recovered.started({ when: when(restored.startedAt), by: restored.by })} </>}
      {restored.lacksColumns
        ? recovered.columnsGone({ fileName: checked.sheet.fileName })
        : recovered.columnsBack}
    </p>
  )
}

function useStartQuestion() {
  const [isAsking, setIsAsking] = useState(false)
  // The dialog renders once it is needed: a sheet is on the screen sooner without it.
  const [wasAsked, setWasAsked] = useState(false)
  const ask = useCallback(() => {
    setWasAsked(true)
    setIsAsking(true)
  }, [])
  const answer = useCallback(() => setIsAsking(false), [])
  return { isAsking, wasAsked, ask, answer }
}

/** The state of the cancellation in one sentence, and the next step. */
export function RunHeader(props: RunHeaderProps) {
  const { sheet, cancellation, isObserved, isPreparing, isLocked, heading } = props
  const { id, checked, restored } = sheet
  const { kind, fileName } = checked.sheet
  const messages = useMessages()
  const { isAsking, wasAsked, ask, answer } = useStartQuestion()
  const { run, skipped } = cancellation
  const fresh = pickFresh(cancellation)
  const textId = useId()
  const openKinds = run ? 0 : countOpenKinds(checked.cautions)
  const waitMs = useCountdown(run?.waitingUntil)
  const hasLeftOut = checked.cautions.some(({ decision }) => decision === 'leave-out')
  const setting = { waitMs, isPreparing, isObserved, restored, fileName, openKinds, hasLeftOut }
  const { title, text } = describeRun(cancellation, setting, messages)
  const { total, removed } = groupIssues(checked.issues)
  const isPaused = run?.phase === 'paused' && !isPreparing
  return (
    <header className={styles.runHeader} data-phase={run?.phase ?? 'ready'}>
      <div className={styles.runWords}>
        <h2 ref={heading} tabIndex={-1} className={styles.runTitle}>
          {isPaused && <Icon name="pause" />}
          {title}
        </h2>
        <p id={textId} className={styles.runText} role={isPaused ? 'alert' : undefined}>
          {text}
        </p>
        {!isObserved && <RestoredLine sheet={sheet} isCutOff={run?.pausedBy === 'interrupted'} />}
      </div>
      <div className={styles.runAction}>
        <RunActions
          phase={run?.phase}
          isEmpty={fresh.length === 0}
          isUndecided={openKinds > 0}
          textId={textId}
          canContinue={canContinue(cancellation)}
          resumesItself={run?.resumesItself === true}
          isRestored={restored !== undefined}
          onAsk={ask}
          {...{ kind, id, isObserved, isPreparing, isLocked, heading }}
        />
      </div>
      {wasAsked && (
        <StartQuestion
          hasStarted={run !== null || isPreparing}
          onAnswer={answer}
          withIssues={total}
          removed={removed}
          cautions={checked.cautions}
          skipped={run ? 0 : countSkipped(cancellation)}
          included={skipped.size - countSkipped(cancellation)}
          {...{ kind, id, isAsking, heading, requests: fresh }}
        />
      )}
      <ProgressLine {...{ cancellation, isObserved }} />
    </header>
  )
}
