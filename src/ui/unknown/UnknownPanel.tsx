import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { outcomeAt } from '../../domain/run/outcomeList'
import { findByStatus } from '../../domain/run/requestState'
import type { Cancellation } from '../../domain/run/run'
import { downloadResults } from '../../store/run/downloadThunks'
import { useAppDispatch } from '../../store/hooks'
import { Icon } from '../kit/Icon'
import { Notice } from '../kit/Notice'
import * as styles from './unknown.module.css'
import { LookUpLine, UnknownActions, UnknownAdvice } from './UnknownActions'
import { UnknownList } from './UnknownList'
import { useLookUp } from './useLookUp'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import { useReportWords } from '../frame/useReportWords'

interface UnknownPanelProps {
  readonly kind: SheetKind
  readonly id: string
  readonly cancellation: Cancellation
  readonly isLocked: boolean
  /** Whether it may interrupt a screen reader. */
  readonly speaks: boolean
  onSend(): void
}

/**
 * The unknown outcomes, and those settled since the panel appeared: if a settled row went away, a second click would
 * hit the next row.
 */
function useListed({ outcomes, ...cancellation }: Cancellation): readonly number[] {
  // oxlint-disable-next-line react/exhaustive-deps -- the requests never change, and nothing is in flight here
  const unknown = useMemo(() => findByStatus({ outcomes, ...cancellation }, 'unknown'), [outcomes])
  const [listed, setListed] = useState(unknown)
  const known = useMemo(() => new Set(listed), [listed])
  const fresh = unknown.filter((position) => !known.has(position))
  if (fresh.length > 0) setListed([...listed, ...fresh].sort((a, b) => a - b))
  return listed
}

/** Unknown outcomes: their number, the advice, and a list to settle them. */
export function UnknownPanel(props: UnknownPanelProps) {
  const { kind, id, cancellation, isLocked, speaks, onSend } = props
  const messages = useMessages()
  const reportWords = useReportWords()
  const { unknown } = messages
  const dispatch = useAppDispatch()
  const lookUp = useLookUp(id)
  const listed = useListed(cancellation)
  const count = cancellation.tally.unknown
  if (listed.length === 0) return null
  const hasReopened = count === 0 && listed.some((at) => !outcomeAt(cancellation.outcomes, at))
  return (
    <section className={styles.unknown} data-settled={count === 0} aria-label={unknown.list}>
      <Notice
        tone={count > 0 ? 'warning' : 'info'}
        icon={count > 0 ? 'question' : 'check'}
        {...(speaks && count > 0 ? { role: 'alert' as const } : {})}
        title={count > 0 ? unknown.title({ n: count }) : unknown.allKnown}
        areActionsBelow
        actions={
          count > 0 && (
            <>
              <UnknownActions {...{ id, isLocked, lookUp, onSend }} />
              <Button
                icon={<Icon name="download" />}
                onClick={() => void dispatch(downloadResults(kind, 'unknown', reportWords))}
              >
                {messages.downloads.unknown}
              </Button>
            </>
          )
        }
      >
        {count > 0 && <UnknownAdvice count={count} />}
        {hasReopened && <p>{unknown.allKnownText}</p>}
      </Notice>
      <LookUpLine lookUp={lookUp} />
      <UnknownList
        {...{ id, requests: cancellation.requests, positions: listed }}
        isLocked={isLocked || lookUp.check !== null}
      />
    </section>
  )
}
