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

/** Spoken at each tenth of the run: more often nobody can listen to. */
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
  /** What the user has to say first. */
  readonly question: ReadQuestion | null
}

/**
 * Tells a screen reader what was loaded and how the run goes on. What ends or holds a run speaks for itself, by focus or
 * alert. There before its text: a region that comes with it is often not spoken.
 */
function nameAsked(question: ReadQuestion, live: Messages['live']): string {
  if (question.type === 'worksheet') return live.asksWorksheet
  if (question.type === 'whole') return live.asksWhole
  return question.doubt === 'heading' ? live.asksHeading : live.asksColumns
}

export function LiveRegion({ sheet, cancellation, question }: LiveRegionProps) {
  const messages = useMessages()
  const [cutOff, setCutOff] = useState<{ id: string; text: string } | null>(null)
  const isCutOff = sheet && cancellation?.run?.pausedBy === 'interrupted'
  // Once: what is settled afterwards speaks for itself.
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
