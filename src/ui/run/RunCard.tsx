import { useRef } from 'react'
import type { Cancellation } from '../../domain/run/run'
import type { LoadedSheet } from '../../store/slices/sheetSlice'
import { groupIssues } from '../../texts/groupIssues'
import { CautionsPanel } from '../cautions/CautionsPanel'
import { useFocusOnNews } from '../focus/useFocusOnNews'
import { useWantedFocus } from '../focus/useWantedFocus'
import { Deferred } from '../frame/Deferred'
import { IssuesPanel } from '../issues/IssuesPanel'
import * as kit from '../kit/kit.module.css'
import { SkippedNotice } from './SkippedNotice'
import { NotesNotice } from './NotesNotice'
import { RequestsCard } from './RequestsCard'
import { RunHeader } from './RunHeader'
import { Summary } from './Summary'

interface RunCardProps {
  readonly sheet: LoadedSheet
  readonly cancellation: Cancellation
  /** Another tab's run, which this tab only shows. */
  readonly isObserved: boolean
  /** The run is about to go on. */
  readonly isPreparing: boolean
  readonly isLocked: boolean
  /** Its rows may be edited: nothing was started, and no other file is being read. */
  readonly canEdit: boolean
  /** An edit is being applied. */
  readonly isApplyingEdit: boolean
}

/**
 * One sheet's cancellation: its state and the next step, the rows that are not sent, and every request with its state.
 */
export function RunCard(props: RunCardProps) {
  const { sheet, cancellation, isObserved, isPreparing, isLocked, canEdit, isApplyingEdit } = props
  const { id, checked } = sheet
  const { issues, notes } = checked
  const { kind } = checked.sheet
  const hasStarted = cancellation.run !== null
  const { total, removed } = groupIssues(issues)
  const hasIssues = total + removed > 0
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusOnNews(cancellation.run, heading)
  useWantedFocus(id, heading)
  return (
    <>
      <section className={kit.card}>
        <RunHeader {...{ sheet, cancellation, isObserved, isPreparing, isLocked, heading }} />
        <Summary
          {...{ kind, id, cancellation, isPreparing }}
          isLocked={isLocked || isObserved}
          onRetry={() => heading.current?.focus()}
        />
      </section>
      <SkippedNotice {...{ id, cancellation }} isLocked={isLocked || isPreparing || isApplyingEdit} />
      {!hasStarted && notes.length > 0 && <NotesNotice kind={kind} notes={notes} isLocked={!canEdit} />}
      {checked.cautions.length > 0 && (
        <CautionsPanel {...{ id, checked }} canDecide={canEdit} isBusy={isApplyingEdit} />
      )}
      {(hasIssues || (sheet.isEdited && !hasStarted)) && (
        <IssuesPanel {...{ id, checked, hasStarted, canEdit }} isBusy={isApplyingEdit} />
      )}
      <Deferred>
        <RequestsCard {...{ kind, id, cancellation }} issueCount={issues.length} />
      </Deferred>
    </>
  )
}
