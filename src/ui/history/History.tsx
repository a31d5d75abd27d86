import { Button } from 'antd'
import { memo, useContext, useState } from 'react'
import type { RunEntry } from '../../domain/record/runEntry'
import { useAppDispatch, useAppSelector } from '../../store/hooks'
import { showPastRun } from '../../store/record/pastRuns'
import { selectIsBusy, selectPastRuns } from '../../store/selectors'
import { CloseButton } from '../kit/CloseButton'
import { Icon, type IconName } from '../kit/Icon'
import * as kit from '../kit/kit.module.css'
import * as styles from './history.module.css'
import { useMessages } from '../frame/useMessages'
import { WantedFocusContext } from '../focus/useWantedFocus'
import { describePastTally } from '../../texts/describeTally'

/** A button shows the other runs: most users look for one of the last. */
const SHOWN_AT_FIRST = 10

/** Icon and tone for the state of a run. */
function findMark({ phase, tally }: RunEntry): { icon: IconName; tone: 'good' | 'bad' | 'doubt' } {
  if (phase !== 'finished') return { icon: 'pause', tone: 'doubt' }
  if (tally.unknown > 0) return { icon: 'question', tone: 'doubt' }
  return tally.failed > 0 ? { icon: 'cross', tone: 'bad' } : { icon: 'check', tone: 'good' }
}

const PastRun = memo(function PastRun({ entry, isLocked }: { entry: RunEntry; isLocked: boolean }) {
  const messages = useMessages()
  const { history } = messages
  const dispatch = useAppDispatch()
  const focus = useContext(WantedFocusContext)
  const { id, fileName, startedAt, by, phase } = entry
  const { icon, tone } = findMark(entry)
  const when = messages.when(startedAt)
  function open(): void {
    focus.ask(id)
    void dispatch(showPastRun(id))
  }
  return (
    <li className={styles.pastRun}>
      <span className={styles.pastName}>
        <bdi>{fileName}</bdi>
        <span className={`${kit.quiet} ${styles.pastDetail}`}>{history.by({ when, name: by })}</span>
      </span>
      <span className={styles.pastCounts}>
        <span className={styles.pastPhase} data-tone={tone}>
          <Icon name={icon} />
          {history.phase[phase]}
        </span>
        <span className={`${kit.quiet} ${styles.pastDetail}`}>
          {describePastTally(entry.tally, messages)}
        </span>
      </span>
      <span className={kit.actions}>
        <Button disabled={isLocked} aria-label={history.openNamed({ name: fileName, when })} onClick={open}>
          {history.open}
        </Button>
        <CloseButton id={id} isDisabled={isLocked} name={history.closeNamed({ name: fileName, when })} />
      </span>
    </li>
  )
})

/** Runs that this browser remembers and no tab of the screen shows. Without such a run there is no list. */
export function History() {
  const { history } = useMessages()
  const runs = useAppSelector(selectPastRuns)
  const isBusy = useAppSelector(selectIsBusy)
  const [showsAll, setShowsAll] = useState(false)
  if (runs.length === 0) return null
  const shown = showsAll ? runs : runs.slice(0, SHOWN_AT_FIRST)
  return (
    <section className={styles.history} aria-label={history.title}>
      <h2 className={styles.historyTitle}>{history.title}</h2>
      <p className={kit.quiet}>{history.text}</p>
      <ul className={styles.pastRuns}>
        {shown.map((entry) => (
          <PastRun key={entry.id} entry={entry} isLocked={isBusy} />
        ))}
      </ul>
      {shown.length < runs.length && (
        <Button onClick={() => setShowsAll(true)}>{history.all({ n: runs.length })}</Button>
      )}
    </section>
  )
}
