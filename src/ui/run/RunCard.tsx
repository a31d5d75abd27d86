import { Button } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Filter } from '../../domain/run/findPositions'
import { type Cancellation, isGoingOn, pickAt, type Run } from '../../domain/run/run'
import { downloadResults } from '../../store/run/downloadThunks'
import { useAppDispatch } from '../../store/hooks'
import type { LoadedSheet } from '../../store/slices/sheetSlice'
import { CautionsPanel } from '../cautions/CautionsPanel'
import { countDownloads, type DownloadCounts } from './countDownloads'
import { FilterBar, NO_FILTER } from './FilterBar'
import { groupIssues } from '../../texts/groupIssues'
import { HeldBackNotice } from './HeldBackNotice'
import { IssuesPanel } from '../issues/IssuesPanel'
import { Deferred } from '../frame/Deferred'
import { LineItemsDrawer } from './LineItemsDrawer'
import { NotesNotice } from './NotesNotice'
import { RequestTable } from './RequestTable'
import { RunHeader } from './RunHeader'
import { Summary } from './Summary'
import * as styles from '../screen.module.css'
import { useFocusOnNews } from '../focus/useFocusOnNews'
import { useMessages } from '../frame/useMessages'
import { useShownPositions } from './useShownPositions'
import { useWantedFocus } from '../focus/useWantedFocus'
import { useReportWords } from '../frame/useReportWords'

interface RunCardProps {
  readonly sheet: LoadedSheet
  readonly cancellation: Cancellation
  /** Another tab's run, which this one only shows. */
  readonly isObserved: boolean
  /** The run is about to go on. */
  readonly isPreparing: boolean
  readonly isLocked: boolean
  /** Its rows may be edited: nothing was started, and no other file is being read. */
  readonly canEdit: boolean
  /** An edit is being applied. */
  readonly isApplyingEdit: boolean
}

/** The rows of each download at the moment of asking; the same function all along, so that nothing renders for it. */
function useReadCounts(cancellation: Cancellation, issues: number): () => DownloadCounts {
  const latest = useRef({ cancellation, issues })
  useEffect(() => {
    latest.current = { cancellation, issues }
  })
  return useCallback(() => countDownloads(latest.current.cancellation, latest.current.issues), [])
}

/** The row to keep in sight: the one in flight, as long as the user has not scrolled away. */
function useFollowing(run: Run | null) {
  const [isWanted, setIsWanted] = useState(true)
  const canFollow = isGoingOn(run)
  return {
    /** The run goes on somewhere else than where the user looks. */
    isLost: canFollow && !isWanted,
    resume: () => setIsWanted(true),
    leave: useCallback(() => setIsWanted(false), []),
    index: canFollow && isWanted && run ? pickAt(run, Math.min(run.done, run.total - 1)) : null,
  }
}

/** One sheet's cancellation: where it stands and the next step, what is held back, and every sub-order with its state. */
export function RunCard(props: RunCardProps) {
  const { sheet, cancellation, isObserved, isPreparing, isLocked, canEdit, isApplyingEdit } = props
  const { id, checked } = sheet
  const { issues, notes } = checked
  const hasStarted = cancellation.run !== null
  const { total: openIssues, dropped } = groupIssues(issues)
  const hasIssues = openIssues + dropped > 0
  const { kind } = checked.sheet
  const messages = useMessages()
  const reportWords = useReportWords()
  const dispatch = useAppDispatch()
  const heading = useRef<HTMLHeadingElement>(null)
  const [filter, setFilter] = useState(NO_FILTER)
  const [opened, setOpened] = useState<number | null>(null)
  const showStatus = useCallback((status: Filter['status']) => setFilter((now) => ({ ...now, status })), [])
  const search = useCallback((text: string) => setFilter((now) => ({ ...now, text })), [])
  const closeDrawer = useCallback(() => setOpened(null), [])
  const downloadAll = useCallback(
    () => void dispatch(downloadResults(kind, 'all', reportWords)),
    [dispatch, kind, reportWords],
  )
  const readCounts = useReadCounts(cancellation, issues.length)
  const shown = useShownPositions(cancellation, filter)
  const following = useFollowing(cancellation.run)
  useFocusOnNews(cancellation.run, heading)
  useWantedFocus(id, heading)
  return (
    <>
      <section className={styles.card}>
        <RunHeader {...{ sheet, cancellation, isObserved, isPreparing, isLocked, heading }} />
        <Summary
          {...{ kind, id, cancellation, isPreparing }}
          isLocked={isLocked || isObserved}
          onRetry={() => heading.current?.focus()}
        />
      </section>
      <HeldBackNotice {...{ id, cancellation }} isLocked={isLocked || isPreparing || isApplyingEdit} />
      {!hasStarted && notes.length > 0 && <NotesNotice kind={kind} notes={notes} isLocked={!canEdit} />}
      {checked.cautions.length > 0 && (
        <CautionsPanel {...{ id, checked }} canDecide={canEdit} isBusy={isApplyingEdit} />
      )}
      {(hasIssues || (sheet.isEdited && !hasStarted)) && (
        <IssuesPanel {...{ id, checked, hasStarted, canEdit }} isBusy={isApplyingEdit} />
      )}
      <Deferred>
        <section className={styles.card}>
          <FilterBar
            tally={cancellation.tally}
            filter={filter}
            onStatus={showStatus}
            onText={search}
            onDownloadAll={downloadAll}
            kind={kind}
            readCounts={readCounts}
          />
          <RequestTable
            kind={kind}
            id={id}
            requests={shown.requests}
            shown={shown.positions}
            followIndex={shown.positions === null ? following.index : null}
            onUserScroll={following.leave}
            onFollow={following.isLost ? following.resume : null}
            onOpen={setOpened}
          />
          {shown.positions?.length === 0 && (
            <p className={styles.nothing}>
              {messages.table.nothing}{' '}
              <Button onClick={() => setFilter(NO_FILTER)}>{messages.table.clear}</Button>
            </p>
          )}
          {kind === 'line-items' && (
            <LineItemsDrawer
              id={id}
              requests={cancellation.requests}
              position={opened}
              onClose={closeDrawer}
            />
          )}
        </section>
      </Deferred>
    </>
  )
}
