import { useState } from 'react'
import { countOpenKinds } from '../../domain/sheet/caution'
import type { Cancellation } from '../../domain/run/run'
import type { ReadQuestion } from '../../domain/sheet/sheetReading'
import type { LoadedSheet } from '../../store/slices/sheetSlice'
import { pickFresh } from '../../store/selectors'
import { countRecovered } from '../../texts/describeRun'
import { groupIssues } from '../../texts/groupIssues'
import type { Messages } from '../../texts/messages'
import * as kit from '../kit/kit.module.css'
import { useMessages } from '../frame/useMessages'

/** The region speaks at each tenth of the run: nobody could listen more often. */
const STEPS = 10

function speak(sheet: LoadedSheet | null, cancellation: Cancellation | null, messages: Messages): string {
  const { live } = messages
  if (!sheet || !cancellation) return ''
  const { run } = cancellation
  if (run?.phase === 'running' && run.total > 0) {
    const step = Math.floor((run.done / run.total) * STEPS)
    return live.progress({ done: Math.floor((run.total * step) / STEPS), total: run.total })
  }
  if (run) return ''
  const n = pickFresh(cancellation).length
  const issues = groupIssues(sheet.checked.issues).total
  const loaded = issues > 0 ? live.loadedIssues({ n, issues }) : live.loaded({ n })
  const openKinds = countOpenKinds(sheet.checked.cautions)
  return openKinds > 0 ? `${loaded} ${live.undecided({ n: openKinds })}` : loaded
}

interface LiveRegionProps {
  readonly sheet: LoadedSheet | null
  readonly cancellation: Cancellation | null
  /** Question that the user answers first. */
  readonly question: ReadQuestion | null
}

function nameAsked(question: ReadQuestion, live: Messages['live']): string {
  if (question.type === 'worksheet') return live.asksWorksheet
  if (question.type === 'whole') return live.asksWhole
  return question.doubt === 'heading' ? live.asksHeading : live.asksColumns
}

/**
 * Tells a screen reader about a loaded sheet and the progress of its run. The end and a pause speak for themselves, by
 * focus or alert. The region is there before its text: screen readers often skip a region that comes with its text.
 */
export function LiveRegion({ sheet, cancellation, question }: LiveRegionProps) {
  const messages = useMessages()
  const [cutOff, setCutOff] = useState<{ id: string; text: string } | null>(null)
  const isCutOff = sheet && cancellation?.run?.pausedBy === 'interrupted'
  // Only once: outcomes that the user settles afterwards speak for themselves.
  if (isCutOff && cutOff?.id !== sheet.id) {
    setCutOff({
      id: sheet.id,
      text: messages.live.cutOff({ counts: countRecovered(cancellation, messages) }),
    })
  }
  const { live } = messages
  const asked = question && nameAsked(question, live)
  return (
    <div className={kit.srOnly} role="status">
      {asked}
      {isCutOff ? cutOff?.text : speak(sheet, cancellation, messages)}
    </div>
  )
}
