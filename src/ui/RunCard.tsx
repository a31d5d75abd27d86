import { Button } from 'antd'
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { type Cancellation, isGoingOn, pickAt, type Run } from '../domain/run'
import type { Issue, SheetKind } from '../domain/sheet'
import { downloadResults } from '../store/downloadThunks'
import { useAppDispatch } from '../store/hooks'
import { type Filter, FilterBar, NO_FILTER } from './FilterBar'
import { IssuesPanel } from './IssuesPanel'
import { LineItemsDrawer } from './LineItemsDrawer'
import { RequestTable } from './RequestTable'
import { RunHeader } from './RunHeader'
import { createReportWords } from './reportWords'
import { Summary } from './Summary'
import * as styles from './screen.module.css'
import { useMessages } from './useMessages'
import { useShownPositions } from './useShownPositions'

interface RunCardProps {
  readonly kind: SheetKind
  readonly id: string
  readonly cancellation: Cancellation
  readonly issues: readonly Issue[]
  readonly isLocked: boolean
}

/** Whether the focus is ours to move: nowhere, or in our screen and not where someone types or answers. */
function mayTakeFocus(heading: HTMLElement | null): boolean {
  const { activeElement } = document
  if (!activeElement || activeElement === document.body) return true
  const isOurs = heading?.closest(`.${styles.page}`)?.contains(activeElement) ?? false
  return isOurs && !activeElement.matches('input, textarea, [role=dialog] *')
}

/** Takes the focus to the headline when a sheet has come, and when its run ends or holds. */
function useFocusOnNews(run: Run | null, heading: React.RefObject<HTMLHeadingElement | null>): void {
  const going = isGoingOn(run)
  const isNew = run === null
  const wasGoing = useRef(going)
  useEffect(() => {
    const hasEnded = wasGoing.current && !going
    if ((isNew || hasEnded) && mayTakeFocus(heading.current)) heading.current?.focus()
    wasGoing.current = going
  }, [isNew, going, heading])
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
export function RunCard({ kind, id, cancellation, issues, isLocked }: RunCardProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const heading = useRef<HTMLHeadingElement>(null)
  const [filter, setFilter] = useState(NO_FILTER)
  const [opened, setOpened] = useState<number | null>(null)
  const showStatus = useCallback((status: Filter['status']) => setFilter((now) => ({ ...now, status })), [])
  const search = useCallback((text: string) => setFilter((now) => ({ ...now, text })), [])
  const closeDrawer = useCallback(() => setOpened(null), [])
  const downloadAll = useCallback(
    () => void dispatch(downloadResults(kind, 'all', createReportWords(messages))),
    [dispatch, kind, messages],
  )
  // A pass of its own, that React may interrupt: with it a new sheet would be one long task.
  const hasTable = useDeferredValue(true, false)
  const shown = useShownPositions(cancellation, filter)
  const following = useFollowing(cancellation.run)
  useFocusOnNews(cancellation.run, heading)
  return (
    <>
      <section className={styles.card}>
        <RunHeader {...{ kind, id, cancellation, isLocked, heading }} heldBack={issues.length} />
        <Summary {...{ kind, id, cancellation, isLocked }} onRetry={() => heading.current?.focus()} />
      </section>
      {issues.length > 0 && (
        <IssuesPanel kind={kind} issues={issues} hasStarted={cancellation.run !== null} />
      )}
      {hasTable && (
        <section className={styles.card}>
          <FilterBar
            tally={cancellation.tally}
            filter={filter}
            onStatus={showStatus}
            onText={search}
            onDownloadAll={downloadAll}
          />
          <RequestTable
            kind={kind}
            id={id}
            requests={cancellation.requests}
            shown={shown}
            followIndex={shown === null ? following.index : null}
            onUserScroll={following.leave}
            onFollow={following.isLost ? following.resume : null}
            onOpen={setOpened}
          />
          {shown?.length === 0 && (
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
      )}
    </>
  )
}
