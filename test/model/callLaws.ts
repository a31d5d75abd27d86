import { hasSaid, isOfSame, isRefused, nameStanding } from './facts'
import type { LawContext } from './lawContext'
import type { Call } from './oms'

export function describe({ heard, late, key, ref }: Call): string {
  return `${ref} (${key.slice(-6)}) was answered ${heard ?? 'nothing'}${late ? `, late ${late}` : ''}`
}

/** The record's knowledge of a call in a run that is still kept; undefined where nobody can tell. */
function readKnown(laws: LawContext, call: Call): 'done' | 'doubt' | undefined {
  const { disk } = laws.world.realm(call.user)
  const [id = '', position = ''] = call.ref.split(' ')
  const isLost = call.isNewsLost || laws.facts.lostWrites.has(call.ref)
  if (hasSaid(call, 'succeeded') && !isLost) return 'done'
  if (!disk.get('runs', id)) return undefined
  return nameStanding(disk.get('state', [id, Number(position)])) === 'succeeded' ? 'done' : 'doubt'
}

/** Whether a person included this row, and knew as much about the other call as the record does now. */
function hasConsent(laws: LawContext, ref: string, other: Call): boolean {
  const shown = laws.facts.consents.get(ref)?.get(other)
  return shown !== undefined && (shown === 'done' || readKnown(laws, other) !== 'done')
}

/** Checks that an earlier call does not forbid the same call again. */
function checkAgain(laws: LawContext, call: Call, other: Call): void {
  const { oms, settings } = laws.world
  const { page, print, key, ref } = call
  const isRepeat = page.gesture === 'again' && other.key === key && settings.repeatIsSafe
  // Where the server has told another call of the cancellation, this call cannot cancel again.
  const isDone = oms.calls.some((one) => isOfSame(one, other.print) && hasSaid(one, 'succeeded'))
  laws.expect(
    !oms.isOut(other) || isRepeat || isDone,
    'still-out',
    () => `${print} (${key.slice(-6)}) while ${describe(other)}`,
  )
  const isClear = isRefused(other) || (other.isFoundOpen && !oms.isOut(other))
  const isAllowed = other.ref === ref ? isRepeat : isRepeat || hasConsent(laws, ref, other)
  laws.expect(isClear || isAllowed, 'I4', () => `${print} again, after ${describe(other)}`)
}

/** At the instant at which a call reaches the server. */
export function checkCall(laws: LawContext, call: Call): void {
  const { page, key, print } = call
  const { oms, settings } = laws.world
  const { disk, wasWiped } = page.realm
  const others = oms.calls.filter((other) => other.user === call.user && !other.isForgotten)
  if (settings.hasLocks) {
    const out = others.filter((other) => oms.isWaitedFor(other))
    laws.expect(out.length === 0, 'I1', () => `${print} while ${out[0]?.print} is out`)
  }
  const state = disk.all('state').find((one) => one.standing === 'sending' && one.key === key)
  const record = disk.all('runs').find(({ runId }) => runId === state?.runId)
  const isOnRecord = state !== undefined && record !== undefined
  laws.expect(isOnRecord || wasWiped, 'I2', () => `${print} is not on record as sending`)
  if (state && record) call.ref = `${record.id} ${state.position}`
  const intent = laws.facts.sending.get(call.ref)
  if (intent) intent.call = call
  laws.expect(!page.isStopAsked, 'I10', () => `${print} after a stop`)
  const { phase } = page.store.getState().runs.byId[record?.id ?? '']?.run ?? {}
  laws.expect(phase === 'running' || !record, 'I10', () => `${print} while the screen says ${phase}`)
  laws.expect(page.gesture !== undefined, 'I11', () => `${print} without a gesture`)
  laws.expect(!page.hasWriteFailed, 'I14', () => `${print} after a failed write`)
  for (const { id, phase: kept } of disk.all('runs')) {
    const isLeft = (kept === 'running' || kept === 'stopping') && !laws.isOwned(page.user, id)
    laws.expect(
      !isLeft || id === record?.id,
      'I14',
      () => `${print} while ${id} is cut off and not recovered`,
    )
  }
  laws.expect(page.isUserHere && !page.isGone, 'user', () => `${print} for somebody who has gone`)
  for (const other of others) {
    if (isOfSame(other, print)) checkAgain(laws, call, other)
    if (other.key === key)
      laws.expect(other.ref === call.ref, 'I5', () => `${print} with the key of ${other.print}`)
  }
}
