import type { Run } from '../domain/run'
import type { CheckedSheet } from '../domain/sheet'
import type { Messages } from './messages'
import * as styles from './screen.module.css'
import { useMessages } from './useMessages'

/** Spoken at each tenth of the run: more often nobody can listen to. */
const STEPS = 10

function speak(run: Run | null, checked: CheckedSheet | null, { live }: Messages): string {
  if (run?.phase === 'running' && run.total > 0) {
    const step = Math.floor((run.done / run.total) * STEPS)
    return live.progress(Math.floor((run.total * step) / STEPS), run.total)
  }
  return checked && !run ? live.loaded(checked.requests.length, checked.issues.length) : ''
}

/**
 * Tells a screen reader what was loaded and how the run goes on. What ends or holds a run speaks for itself, by focus or
 * alert. There before its text: a region that comes with it is often not spoken.
 */
export function LiveRegion({ run, checked }: { run: Run | null; checked: CheckedSheet | null }) {
  const messages = useMessages()
  return (
    <div className={styles.srOnly} role="status">
      {speak(run, checked, messages)}
    </div>
  )
}
