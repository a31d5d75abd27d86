import { Button } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Filter } from '../../domain/run/findPositions'
import { type Cancellation, isGoingOn, pickAt, type Run } from '../../domain/run/run'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import { useAppDispatch } from '../../store/hooks'
import { downloadResults } from '../../store/run/downloadThunks'
import { useMessages } from '../frame/useMessages'
import { useReportWords } from '../frame/useReportWords'
import * as kit from '../kit/kit.module.css'
import { countDownloads, type DownloadCounts } from './countDownloads'
import { FilterBar, NO_FILTER } from './FilterBar'
import { LineItemsDrawer } from './LineItemsDrawer'
import { RequestTable } from './RequestTable'
import * as styles from './run.module.css'
import { useShownPositions } from './useShownPositions'

interface RequestsCardProps {
  readonly kind: SheetKind
  /** Of the sheet. */
  readonly id: string
  readonly cancellation: Cancellation
  /** Rows that are not sent. */
  readonly issueCount: number
}

/** The rows of each download at the moment of asking. The function stays the same, so that nothing renders for it. */
function useGetCounts(cancellation: Cancellation, issueCount: number): () => DownloadCounts {
  const latest = useRef({ cancellation, issueCount })
  useEffect(() => {
    latest.current = { cancellation, issueCount }
  })
  return useCallback(() => countDownloads(latest.current.cancellation, latest.current.issueCount), [])
}

/** The row to keep in sight: the row in flight, as long as the user has not scrolled away. */
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

function useFilter() {
  const [filter, setFilter] = useState(NO_FILTER)
  return {
    filter,
    showStatus: useCallback((status: Filter['status']) => setFilter((now) => ({ ...now, status })), []),
    search: useCallback((text: string) => setFilter((now) => ({ ...now, text })), []),
    clear: () => setFilter(NO_FILTER),
  }
}

/** Every request of the sheet with its state: filter, table, and the line items of one sub-order. */
export function RequestsCard({ kind, id, cancellation, issueCount }: RequestsCardProps) {
  const messages = useMessages()
  const reportWords = useReportWords()
  const dispatch = useAppDispatch()
  const { filter, showStatus, search, clear } = useFilter()
  const [opened, setOpened] = useState<number | null>(null)
  const closeDrawer = useCallback(() => setOpened(null), [])
  const downloadAll = useCallback(
    () => void dispatch(downloadResults(kind, 'all', reportWords)),
    [dispatch, kind, reportWords],
  )
  const getCounts = useGetCounts(cancellation, issueCount)
  const { requests, positions } = useShownPositions(cancellation, filter)
  const following = useFollowing(cancellation.run)
  return (
    <section className={kit.card}>
      <FilterBar
        tally={cancellation.tally}
        filter={filter}
        onStatus={showStatus}
        onText={search}
        onDownloadAll={downloadAll}
        kind={kind}
        getCounts={getCounts}
      />
      <RequestTable
        {...{ kind, id, requests }}
        shown={positions}
        followIndex={positions === null ? following.index : null}
        onUserScroll={following.leave}
        onFollow={following.isLost ? following.resume : null}
        onOpen={setOpened}
      />
      {positions?.length === 0 && (
        <div className={styles.nothing}>
          {messages.table.nothing} <Button onClick={clear}>{messages.table.clear}</Button>
        </div>
      )}
      {kind === 'line-items' && (
        <LineItemsDrawer id={id} requests={cancellation.requests} position={opened} onClose={closeDrawer} />
      )}
    </section>
  )
}
