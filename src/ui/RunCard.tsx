import { Button } from 'antd'
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { type Cancellation, pickAt, type Run } from '../domain/run'
import type { Issue, SheetKind } from '../domain/sheet'
import { downloadResults } from '../store/downloadThunks'
import { useAppDispatch } from '../store/hooks'
import { type Filter, FilterBar, NO_FILTER } from './FilterBar'
import { IssuesPanel } from './IssuesPanel'
import { LineItemsDrawer } from './LineItemsDrawer'
import { LiveRegion } from './LiveRegion'
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

function isGoing(run: Run | null): boolean {
  return run?.phase === 'running' || run?.phase === 'stopping'
}

/** Takes the focus to the headline when a run that was going on comes to its end or holds, unless someone types. */
function useFocusAtEnd(run: Run | null, heading: React.RefObject<HTMLHeadingElement | null>): void {
  const wasGoing = useRef(isGoing(run))
  const going = isGoing(run)
  useEffect(() => {
    const isTyping = document.activeElement?.matches('input, textarea, [role=dialog] *') ?? false
    if (wasGoing.current && !going && !isTyping) heading.current?.focus()
    wasGoing.current = going
  }, [going, heading])
}

/** The row to keep in sight: the one in flight, as long as the user has not scrolled away. */
function useFollowing(run: Run | null) {
  const [isWanted, setIsWanted] = useState(true)
  const canFollow = isGoing(run)
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
  useFocusAtEnd(cancellation.run, heading)
  return (
    <>
      <section className={styles.card}>
        <RunHeader {...{ kind, id, cancellation, isLocked, heading }} heldBack={issues.length} />
        <LiveRegion run={cancellation.run} />
        <Summary {...{ kind, id, cancellation, isLocked }} onRetry={() => heading.current?.focus()} />
      </section>
      {issues.length > 0 && (
        <IssuesPanel kind={kind} issues={issues} hasStarted={cancellation.run !== null} />
      )}
      <section className={styles.card}>
        <FilterBar
          tally={cancellation.tally}
          filter={filter}
          onStatus={showStatus}
          onText={search}
          onDownloadAll={downloadAll}
        />
        {hasTable && (
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
        )}
        {shown?.length === 0 && (
          <p className={styles.nothing}>
            {messages.table.nothing}{' '}
            <Button onClick={() => setFilter(NO_FILTER)}>{messages.table.clear}</Button>
          </p>
        )}
        {kind === 'line-items' && (
          <LineItemsDrawer id={id} requests={cancellation.requests} position={opened} onClose={closeDrawer} />
        )}
      </section>
    </>
  )
}
