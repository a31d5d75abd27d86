import { useMemo } from 'react'
import { outcomeAt } from '../../domain/run/outcomeList'
import type { Cancellation } from '../../domain/run/run'
import { includesAll } from '../../domain/run/findSkippingRun'
import { useAppDispatch } from '../../store/hooks'
import { earlierIncluded } from '../../store/slices/runActions'
import { Notice } from '../kit/Notice'
import { Checkbox } from '../kit/Checkbox'
import { useMessages } from '../frame/useMessages'
import type { EarlierRun } from '../../domain/run/earlierRun'
import { titleSkipped } from '../../texts/describeEarlier'

interface Summary {
  readonly count: number
  readonly doubtful: number
  readonly latest: EarlierRun
  readonly otherRuns: number
}

/** Undefined where every sub-order that was skipped has been sent after all, or none was skipped. */
function summarize({ skipped, outcomes }: Pick<Cancellation, 'skipped' | 'outcomes'>): Summary | undefined {
  const runs = new Set<string>()
  let latest: EarlierRun | undefined
  let count = 0
  let doubtful = 0
  for (const [position, earlier] of skipped) {
    if (outcomeAt(outcomes, position)) continue
    runs.add(earlier.id)
    count += 1
    if (earlier.standing === 'doubt') doubtful += 1
    if (!latest || earlier.at > latest.at) latest = earlier
  }
  return latest && { count, doubtful, latest, otherRuns: runs.size - 1 }
}

interface SkippedNoticeProps {
  readonly id: string
  readonly cancellation: Cancellation
  readonly isLocked: boolean
}

/** Sub-orders that an earlier run has dealt with, and a checkbox to send them all the same. */
function Skipped({ id, cancellation, isLocked }: SkippedNoticeProps) {
  const messages = useMessages()
  const { earlier } = messages
  const dispatch = useAppDispatch()
  const { skipped, outcomes } = cancellation
  const areIncluded = includesAll(cancellation)
  const summary = useMemo(() => summarize({ skipped, outcomes }), [skipped, outcomes])
  if (!summary) return null
  const { count, doubtful, latest, otherRuns } = summary
  return (
    <Notice
      tone="warning"
      icon={doubtful > 0 ? 'question' : 'warning'}
      title={titleSkipped({ n: count, doubtful, run: latest, others: otherRuns }, messages)}
      actions={
        <Checkbox
          isOn={areIncluded}
          isDisabled={isLocked}
          onChange={(isIncluded) => dispatch(earlierIncluded({ id, isIncluded }))}
        >
          {earlier.include}
        </Checkbox>
      }
    >
      <p>
        {areIncluded
          ? earlier.included({ n: count })
          : (doubtful > 0 ? earlier.skippedInDoubt : earlier.skipped)({ n: count })}
      </p>
    </Notice>
  )
}

/** Shows while the user can choose: the list of a run that goes on or is paused is fixed. */
export function SkippedNotice(props: SkippedNoticeProps) {
  const { skipped, run } = props.cancellation
  const isOpen = run === null || run.phase === 'finished' || run.pausedBy === 'done-elsewhere'
  return isOpen && skipped.size > 0 ? <Skipped {...props} /> : null
}
