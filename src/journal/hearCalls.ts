import type { LateAnswer } from '../domain/record/journal'
import { attempt } from './attempt'
import { type JournalContext, NOTHING_OWED, readRowContext } from './journalContext'
import { hearLate } from './resolveRequests'
import { readLast } from './takeOwnership'

/** Writes a late answer. One that the storage does not take is owed. */
export async function hear(context: JournalContext, id: string, late: LateAnswer) {
  const heard = await attempt(() =>
    context.tables.write(['runs', 'state', 'ledger', 'log', 'days'], async (tx) =>
      hearLate(tx, await readRowContext(tx, id, context), late),
    ),
  )
  if (!heard.ok && heard.why === 'storage') {
    const owed = context.owed.get(id) ?? NOTHING_OWED
    // The same answer may be tried again.
    if (!owed.heard.includes(late)) context.owed.set(id, { ...owed, heard: [...owed.heard, late] })
  }
  return heard
}

/** Writes what this page owes to a run that another tab has taken. That tab left the calls of this page as unknown. */
export async function hearOwed(context: JournalContext, id: string): Promise<void> {
  const { step, heard } = context.owed.get(id) ?? NOTHING_OWED
  context.owed.delete(id)
  for (const late of [...readLast(step), ...heard]) await hear(context, id, late)
}
