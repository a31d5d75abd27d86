import { pickAt } from '../../src/domain/run/run'
import type { RunRecord } from '../../src/journal/tables/records'
import { describe } from './callLaws'
import type { Disk } from './disk'
import { hasSaid, nameStanding } from './facts'
import type { LawContext } from './lawContext'
import type { Call } from './oms'

/** I7 and `late`: what a call has done, and what the server said of it, is on record. */
function checkKept(laws: LawContext, call: Call): void {
  const { disk, wasWiped } = laws.world.realm(call.user)
  const [id = '', position = ''] = call.ref.split(' ')
  if (wasWiped || call.isForgotten || !disk.get('runs', id)) return
  const standing = nameStanding(disk.get('state', [id, Number(position)]))
  const isOpen = standing === 'pending' && !call.isOvertaken
  const isWrong = call.hasEffect && (standing === 'failed' || isOpen)
  laws.expect(!isWrong, 'I7', () => `${call.print} is cancelled and ${standing} here`)
  if (!hasSaid(call, 'succeeded') || call.isNewsLost || laws.facts.lostWrites.has(call.ref)) return
  const isKept = standing === 'succeeded' || (standing === 'sending' && laws.isOwned(call.user, id))
  laws.expect(isKept, 'late', () => `${describe(call)}, and is ${standing} on record`)
}

const readIds = (disk: Disk, id: string): readonly string[] => {
  const chunk = disk.get('plan', [id, 'wholes', 0]) ?? disk.get('plan', [id, 'lines', 0])
  return chunk && 'ids' in chunk ? chunk.ids : []
}

/** Whether another run has sent the same sub-order, or was about to. */
function wasSentElsewhere({ world }: LawContext, disk: Disk, { id }: RunRecord, position: number): boolean {
  const subOrderId = readIds(disk, id)[position]
  const isKnown = disk
    .all('runs')
    .some(
      (other) =>
        other.id !== id && disk.get('state', [other.id, readIds(disk, other.id).indexOf(subOrderId ?? '')]),
    )
  return (
    isKnown ||
    world.oms.calls.some((call) => call.subOrderId === subOrderId && !call.ref.startsWith(`${id} `))
  )
}

/** A run passes over no request of its list, and counts none twice. */
function checkPass(laws: LawContext, disk: Disk, record: RunRecord): void {
  const pass = record.passes[record.runId]
  if (!pass || record.sending !== null) return
  const chunk = record.hasPicks ? disk.get('plan', [record.id, 'picks', 0]) : undefined
  const picks = chunk?.part === 'picks' ? chunk.picks : null
  for (let index = 0; index < pass.total; index += 1) {
    const position = pickAt({ picks }, index)
    const state = disk.get('state', [record.id, position])
    if (index < pass.done) {
      // A run passes over a request that another run has sent and may still get an answer to.
      const isOutElsewhere = wasSentElsewhere(laws, disk, record, pickAt({ picks }, index))
      laws.expect(state !== undefined || isOutElsewhere, 'skip', () => `${record.id} passes over ${index}`)
    } else {
      const isSettled = state?.runId === record.runId && typeof state.standing === 'object'
      // Without Web Locks a page that has lost its run still writes the answers that it gets.
      const isBeside =
        laws.facts.settledBeside.has(`${record.id} ${position}`) || !laws.world.settings.hasLocks
      laws.expect(
        !isSettled || laws.failures > 0 || isBeside,
        'skip',
        () => `${record.id} has settled ${index} beyond ${pass.done}`,
      )
    }
  }
}

/** A run that a closed page left running is recovered as soon as another page can. */
function checkLeft(laws: LawContext, user: string, disk: Disk): void {
  const { pages, settings } = laws.world
  // A page that could not write waits for a person to try again.
  if (!settings.hasLocks || (laws.failures > 0 && !laws.isConcluding)) return
  for (const { id, phase, sending } of disk.all('runs')) {
    const isHeld = phase !== 'running' && phase !== 'stopping' && sending === null
    // A page that does not know the run finds it at the next start, or after a reload.
    const isKnown = pages.some(
      (page) =>
        page.user === user && (laws.isConcluding || page.store.getState().runs.byId[id] !== undefined),
    )
    laws.expect(
      isHeld || !isKnown || laws.isOwned(user, id),
      'left',
      () => `${id} is ${phase}, and no page goes on`,
    )
  }
}

export function checkRest(laws: LawContext): void {
  const { oms, realms } = laws.world
  for (const call of oms.calls) checkKept(laws, call)
  for (const [user, { disk }] of realms) {
    for (const record of disk.all('runs')) checkPass(laws, disk, record)
    checkLeft(laws, user, disk)
  }
}
