import type { Run } from '../domain/run'
import * as styles from './screen.module.css'
import { useMessages } from './useMessages'

/** Spoken at each tenth of the run: more often nobody can listen to. */
const STEPS = 10

/** Tells a screen reader how the run goes on. What ends or holds a run speaks for itself, by focus or alert. */
export function LiveRegion({ run }: { run: Run | null }) {
  const messages = useMessages()
  const isRunning = run?.phase === 'running' && run.total > 0
  const step = isRunning ? Math.floor((run.done / run.total) * STEPS) : 0
  return (
    <div className={styles.srOnly} role="status">
      {isRunning && messages.live.progress(Math.floor((run.total * step) / STEPS), run.total)}
    </div>
  )
}
