import type { RunRecord } from '../../src/journal/tables/records'
import type { Change } from './disk'
import { nameStanding, type Standing } from './facts'
import type { LawContext } from './lawContext'
import type { Page } from './page'

/** Whether a run is paused although the page still waits for its call. */
function isLeft({ world }: LawContext, page: Page, { id, phase }: RunRecord): boolean {
  const { oms } = world
  if (phase === 'running' || phase === 'stopping') return false
  return oms.calls.some(
    (call) => call.page === page && call.ref.startsWith(`${id} `) && oms.isWaitedFor(call),
  )
}

/** Checks the counts on record against the requests on record. */
export function checkTallies(laws: LawContext, page: Page, changes: readonly Change[]): void {
  const { disk } = page.realm
  for (const { store, after } of changes) {
    if (store !== 'runs' || !after) continue
    const record = after as RunRecord
    laws.expect(
      // Without Web Locks another tab may hold a run whose call is out.
      !laws.world.settings.hasLocks || !isLeft(laws, page, record),
      'wait',
      () => `${record.id} holds and has not waited for its call`,
    )
    const states = disk
      .all('state')
      .filter((state) => disk.get('state', [record.id, state.position]) === state)
    const count = (name: Standing) => states.filter((state) => nameStanding(state) === name).length
    const { cancelled, alreadyCancelled, failed, unknown, notSent, total } = record.tally
    const isRight =
      cancelled + alreadyCancelled === count('succeeded') &&
      failed === count('failed') &&
      unknown === count('unknown')
    const sum = cancelled + alreadyCancelled + failed + unknown + notSent
    laws.expect(isRight && sum === total, 'I8', () => `on record ${JSON.stringify(record.tally)}`)
  }
}

/** No sequence lasts for days, whatever the machine's clock says: only a person deletes the record of a run. */
export function checkDeleted(laws: LawContext, page: Page, changes: readonly Change[]): void {
  const { disk } = page.realm
  for (const { store, key, before, after } of changes) {
    if (after || !before || store === 'ledger' || store === 'log') continue
    const id = typeof key === 'string' ? key : String(key[0])
    const isLost = store === 'runs' ? !laws.facts.closed.has(id) : disk.get('runs', id) !== undefined
    laws.expect(!isLost, 'kept', () => `${store} of ${id} was deleted, and nobody has closed it`)
  }
}
