import { attempt } from './attempt'
import { hearOwed } from './hearCalls'
import { type JournalContext, NOTHING_OWED } from './journalContext'
import type { StepContext } from './runRow'
import { closeBlock } from './settledBlocks'
import { stepRun } from './stepRun'
import type { Owed } from './takeOwnership'
import type { Recorder, Step } from '../domain/record/step'

function findOwedStep({ settled, returned, done }: Step, call: string): Owed['step'] {
  if (!settled && returned === undefined) return undefined
  return { done, call, ...(settled ? { settled } : {}), ...(returned === undefined ? {} : { returned }) }
}

/** Drops the owed step, which is written or has become pointless. Late answers stay owed. */
function removeOwedStep({ owed }: JournalContext, id: string): void {
  const { heard } = owed.get(id) ?? NOTHING_OWED
  if (heard.length > 0) owed.set(id, { heard })
  else owed.delete(id)
}

/** Writes the steps of one stint. A step that the storage does not take, and whose outcome is known, is owed. */
export function createRecorder(journal: JournalContext, stint: StepContext): Recorder {
  const { id } = stint
  let call = ''
  const writeStep = (step: Step) =>
    journal.tables.write(['runs', 'state', 'ledger', 'log'], (tx) =>
      stepRun(tx, { ...stint, at: journal.wallNow() }, step),
    )
  return {
    write: async (step) => {
      const owed = findOwedStep(step, call)
      const written = await attempt(() => writeStep(step))
      if (written.ok) call = written.call ?? ''
      // The next step does not wait for it. If it fails, the states are read one by one.
      if (written.ok && step.settled)
        void closeBlock(journal.tables, id, step.settled.position).catch(() => undefined)
      if (owed && written.ok) removeOwedStep(journal, id)
      else if (owed) journal.owed.set(id, { ...NOTHING_OWED, ...journal.owed.get(id), step: owed })
      if (!written.ok && written.why === 'fenced') await hearOwed(journal, id)
      return written
    },
  }
}
