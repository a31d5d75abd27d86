import type { CancellationRequest } from '../../src/domain/cancellation'
import type { LogEntry } from '../../src/domain/journal'
import type { Outcome } from '../../src/domain/outcome'
import { readRequestState } from '../../src/domain/requestState'
import { type Cancellation, isGoingOn, pickAt } from '../../src/domain/run'
import type { RunRecord, StateRecord } from '../../src/journal/records'
import type { Change, Disk } from './disk'
import type { Call } from './oms'
import type { Page } from './page'
import type { World } from './world'

/** How long a call may still be delivered. */
export const QUIET_MS = 180_000

type Standing = 'pending' | 'sending' | Outcome['status']

const nameStanding = (state: StateRecord | undefined): Standing =>
  state === undefined
    ? 'pending'
    : typeof state.standing === 'object'
      ? state.standing.status
      : state.standing

export function printOf(request: CancellationRequest | undefined): string {
  if (!request) return ''
  if (request.kind === 'whole') return `whole ${request.subOrderId}`
  return ['lines', request.subOrderId, ...request.lineItems.map(({ skuId }) => skuId)].join(' ')
}

/** The invariants I1 to I18, watched at every call, every commit and every change of a screen. What is broken is kept by name. */
export class Laws {
  readonly broken: string[] = []
  /** How many sub-orders recovery has called unknown. */
  recovered = 0
  /** Failed writes, which may each leave an intent behind. */
  failures = 0
  /** By `run position`: everything certain that was ever on record. */
  private readonly ever = new Set<string>()
  private readonly seen = new WeakMap<Page, Readonly<Record<string, Cancellation>>>()
  private readonly world: World

  constructor(world: World) {
    this.world = world
  }

  break(law: string, what: string): void {
    if (this.broken.length < 5) this.broken.push(`${law}: ${what}`)
  }
  private expect(isRight: boolean, law: string, what: () => string): void {
    if (!isRight) this.break(law, what())
  }

  isCutOff(page: Page): boolean {
    return page.realm.disk.all('runs').some(({ phase }) => phase === 'running' || phase === 'stopping')
  }

  /** At the instant at which a call reaches the server. */
  checkCall(call: Call): void {
    const { page, key, print, subOrderId } = call
    const { oms, settings } = this.world
    const others = oms.calls.filter((other) => other.user === call.user)
    if (settings.hasLocks) {
      const out = others.filter((other) => oms.isOut(other))
      this.expect(out.length === 0, 'I1', () => `${print} while ${out[0]?.print} is out`)
    }
    const state = page.realm.disk.all('state').find((one) => one.standing === 'sending' && one.key === key)
    const record = page.realm.disk.all('runs').find(({ runId }) => runId === state?.runId)
    this.expect(
      (state !== undefined && record !== undefined) || page.realm.wasWiped,
      'I2',
      () => `${print} is not on record as sending`,
    )
    if (state && record) call.ref = `${record.id} ${state.position}`
    this.expect(!page.isStopAsked, 'I10', () => `${print} after a stop`)
    const { phase } = page.store.getState().runs.byId[record?.id ?? '']?.run ?? {}
    this.expect(phase === 'running' || !record, 'I10', () => `${print} while the screen says ${phase}`)
    this.expect(page.gesture !== undefined, 'I11', () => `${print} without a gesture`)
    this.expect(!page.hasWriteFailed, 'I14', () => `${print} after a failed write`)
    this.expect(page.isUserHere && !page.isGone, 'user', () => `${print} for somebody who has gone`)
    for (const other of others) {
      const isSame = other.print === print || other.print === `whole ${subOrderId}`
      if (isSame && !other.isExcused) {
        const isRepeat = page.gesture === 'again' && other.key === key && settings.repeatIsSafe
        const isIncluded = record?.includesEarlier === true && other.ref !== call.ref
        this.expect(isRepeat || isIncluded, 'I4', () => `${print} again, after ${describe(other)}`)
      }
      if (other.key === key)
        this.expect(other.ref === call.ref, 'I5', () => `${print} with the key of ${other.print}`)
      if (other.ref === call.ref && other.heard === 'failed' && this.wasFailed(call.ref))
        this.expect(other.key !== key, 'I5', () => `${print} retried with its old key`)
      if (other.ref === call.ref && other.heard === 'not-processed')
        this.expect(other.key === key || this.wasFailed(call.ref), 'I5', () => `${print} with a new key`)
    }
  }
  private wasFailed(ref: string): boolean {
    return this.ever.has(`${ref} failed`)
  }

  /** At the instant at which a transaction is on the disk. */
  checkCommit(page: Page, changes: readonly Change[]): void {
    const log = changes.flatMap(({ store, after }) => (store === 'log' && after ? [after as LogEntry] : []))
    const interrupted = log.filter(({ news }) => news.type === 'outcome' && news.source === 'recovery')
    this.recovered += interrupted.length
    if (this.world.settings.hasLocks) {
      const most = this.world.crashes + this.failures
      this.expect(this.recovered <= most, 'I13', () => `${this.recovered} unknown after ${most} crashes`)
    }
    for (const change of changes) {
      if (change.store !== 'state' || typeof change.key === 'string') continue
      const ref = change.key.join(' ')
      const [before, after] = [
        change.before as StateRecord | undefined,
        change.after as StateRecord | undefined,
      ]
      if (after) this.checkStep(page, ref, before, after, log)
      if (after && typeof after.standing === 'object') this.ever.add(`${ref} ${after.standing.status}`)
    }
    this.checkRecords(page, changes)
  }

  private checkStep(
    page: Page,
    ref: string,
    before: StateRecord | undefined,
    after: StateRecord,
    log: readonly LogEntry[],
  ): void {
    const [from, to] = [nameStanding(before), nameStanding(after)]
    const call = this.lastCall(page, ref, before?.key)
    const heard = call?.heard
    const isWrong = (law: string, is: boolean) =>
      this.expect(
        is,
        law,
        () => `${ref} ${from} → ${to}, answered ${heard ?? 'nothing'}, late ${call?.late ?? '–'}`,
      )
    if (to === 'sending') {
      isWrong(
        'I3',
        from === 'pending' || from === 'failed' || (from === 'unknown' && page.gesture === 'again'),
      )
      if (from === 'failed') isWrong('I3', before?.runId !== after.runId && before?.key !== after.key)
      else if (before) isWrong('I5', before.key === after.key)
      return
    }
    if (from === 'sending') this.checkEnd(to, after, call, isWrong)
    else if (from === 'unknown') this.checkResolved(page, ref, after, call, log, isWrong)
    else isWrong('I3', from === to)
  }

  /** What was sent has ended, or goes back to what it was. */
  private checkEnd(
    to: Standing,
    after: StateRecord,
    call: Call | undefined,
    isWrong: (law: string, is: boolean) => void,
  ): void {
    const isRestored = after.key !== call?.key && call?.heard === undefined
    if (to === 'succeeded') isWrong('I6', call?.heard === 'succeeded')
    else if (to === 'failed')
      isWrong('I15', call?.heard === 'failed' || isRestored || call?.heard === 'not-processed')
    else if (to === 'pending') isWrong('I3', call === undefined || call.heard === 'not-processed')
    else {
      const isInterrupted =
        typeof after.standing === 'object' &&
        after.standing.status === 'unknown' &&
        after.standing.reason.why === 'interrupted'
      // Only a page that is gone can have been interrupted, or one that could not write.
      if (isInterrupted) isWrong('I13', !call || !this.world.oms.isOut(call) || !this.world.settings.hasLocks)
      else
        isWrong(
          'I6',
          call === undefined ||
            call.heard === undefined ||
            call.heard === 'unknown' ||
            call.heard === 'not-processed',
        )
    }
  }

  private checkResolved(
    page: Page,
    ref: string,
    after: StateRecord,
    call: Call | undefined,
    log: readonly LogEntry[],
    isWrong: (law: string, is: boolean) => void,
  ): void {
    const { oms, time } = this.world
    // Sent again meanwhile, an earlier call may still be the one that answers.
    const hasAnySaid = (verdict: 'succeeded' | 'failed') =>
      hasSaid(call, verdict) || oms.calls.some((other) => other.ref === ref && hasSaid(other, verdict))
    const [id = '', position = ''] = ref.split(' ')
    const print = printOf(page.store.getState().runs.byId[id]?.requests.at(Number(position)))
    const { standing } = after
    if (standing === 'pending') {
      const reopened = log.flatMap(({ news }) => (news.type === 'reopened' ? [news.verdict] : []))
      const calls = oms.calls.filter((other) => other.user === page.user && other.print === print)
      const isQuiet = calls.every(({ at, isUnderWay }) => !isUnderWay && time.now() - at >= QUIET_MS)
      const by = reopened[0]?.by
      isWrong('quiet', !oms.isCancelled(print) && (by === 'person' || isQuiet))
      for (const other of calls) other.isExcused = true
    } else if (typeof standing === 'object' && standing.status === 'succeeded') {
      isWrong('I6', standing.verdict ? oms.isCancelled(print) : hasAnySaid('succeeded'))
    } else if (typeof standing === 'object' && standing.status === 'failed')
      isWrong('I15', hasAnySaid('failed'))
  }

  private lastCall(page: Page, ref: string, key: string | undefined): Call | undefined {
    return this.world.oms.calls.findLast(
      (call) => call.user === page.user && call.ref === ref && call.key === key,
    )
  }

  /** A run that holds while its call is still out. */
  private isLeft(page: Page, { id, phase }: RunRecord): boolean {
    const { oms } = this.world
    if (phase === 'running' || phase === 'stopping') return false
    return oms.calls.some((call) => call.page === page && call.ref.startsWith(`${id} `) && oms.isOut(call))
  }

  /** The counts beside the requests are those of the requests. */
  private checkRecords(page: Page, changes: readonly Change[]): void {
    const { disk } = page.realm
    for (const { store, after } of changes) {
      if (store !== 'runs' || !after) continue
      const record = after as RunRecord
      this.expect(
        // Without Web Locks another tab may hold a run whose call is out.
        !this.world.settings.hasLocks || !this.isLeft(page, record),
        'wait',
        () => `${record.id} holds and has not waited for its call`,
      )
      const states = disk.all('state').filter((state) => this.isOf(disk, state, record))
      const count = (name: Standing) => states.filter((state) => nameStanding(state) === name).length
      const { cancelled, alreadyCancelled, failed, unknown, notSent, total } = record.tally
      const isRight =
        cancelled + alreadyCancelled === count('succeeded') &&
        failed === count('failed') &&
        unknown === count('unknown')
      const sum = cancelled + alreadyCancelled + failed + unknown + notSent
      this.expect(isRight && sum === total, 'I8', () => `on record ${JSON.stringify(record.tally)}`)
    }
  }
  private isOf(disk: Disk, state: StateRecord, record: RunRecord): boolean {
    return disk.get('state', [record.id, state.position]) === state
  }

  /** At every change of what a page shows. */
  checkScreen(page: Page): void {
    const { runs } = page.store.getState()
    const before = this.seen.get(page) ?? {}
    this.seen.set(page, runs.byId)
    for (const [id, cancellation] of Object.entries(runs.byId)) {
      if (before[id] !== cancellation) this.checkShown(page, id, cancellation)
    }
    const { wasActive } = page
    page.wasActive = runs.activeId !== null
    if (!wasActive || runs.activeId !== null) return
    const { phase, pausedBy } = (runs.latestId !== null && runs.byId[runs.latestId]?.run) || {}
    const goesOn = phase === 'paused' && (pausedBy === 'connection' || pausedBy === 'server')
    if (!goesOn) page.gesture = undefined
  }

  private checkShown(page: Page, id: string, cancellation: Cancellation): void {
    const { requests, tally } = cancellation
    const counts = { succeeded: 0, failed: 0, unknown: 0, 'not-sent': 0, sending: 0 }
    for (const position of [...requests].keys()) {
      const outcome = readRequestState({ ...cancellation, run: null }, position)
      counts[outcome.status] += 1
      if (outcome.status !== 'succeeded' && outcome.status !== 'failed') continue
      const isOnRecord = this.ever.has(`${id} ${position} ${outcome.status}`) || page.hasWriteFailed
      this.expect(
        isOnRecord || page.realm.trouble.has(id) || !this.world.settings.hasLocks,
        'I6',
        () => `${id} ${position} shown as ${outcome.status} before it is on record`,
      )
    }
    const { cancelled, alreadyCancelled, failed, unknown, notSent, total } = tally
    const isRight =
      total === requests.length &&
      cancelled + alreadyCancelled === counts.succeeded &&
      failed === counts.failed &&
      unknown === counts.unknown &&
      notSent === counts['not-sent']
    this.expect(isRight, 'I8', () => `${JSON.stringify(tally)} shown over ${JSON.stringify(counts)}`)
  }

  /** When nothing more happens by itself. */
  checkRest(): void {
    const { oms, realms, pages, settings } = this.world
    for (const call of oms.calls) {
      const { disk, wasWiped } = realms.get(call.user) ?? {}
      if (!call.hasEffect || !disk || wasWiped) continue
      const [id = '', position = ''] = call.ref.split(' ')
      if (!disk.get('runs', id)) continue
      const standing = nameStanding(disk.get('state', [id, Number(position)]))
      this.expect(
        standing !== 'pending' && standing !== 'failed',
        'I7',
        () => `${call.print} is cancelled and ${standing} here`,
      )
    }
    for (const { disk } of realms.values())
      for (const record of disk.all('runs')) this.checkPass(disk, record)
    if (settings.hasLocks) for (const page of pages) this.checkAgreement(page)
  }

  /** Nothing of a run's list is passed over, and nothing is counted twice. */
  private checkPass(disk: Disk, record: RunRecord): void {
    const pass = record.passes[record.runId]
    if (!pass || record.sending !== null) return
    const chunk = record.hasPicks ? disk.get('plan', [record.id, 'picks', 0]) : undefined
    const picks = chunk?.part === 'picks' ? chunk.picks : null
    for (let index = 0; index < pass.total; index += 1) {
      const state = disk.get('state', [record.id, pickAt({ picks }, index)])
      if (index < pass.done)
        this.expect(state !== undefined, 'skip', () => `${record.id} passes over ${index}`)
      else {
        const isSettled = state?.runId === record.runId && typeof state.standing === 'object'
        this.expect(
          !isSettled || this.failures > 0,
          'skip',
          () => `${record.id} has settled ${index} beyond ${pass.done}`,
        )
      }
    }
  }

  /** What a page shows is what is on record. */
  private checkAgreement(page: Page): void {
    const { runs } = page.store.getState()
    const { disk, isLocked } = page.realm
    for (const [id, cancellation] of Object.entries(runs.byId)) {
      const record = disk.get('runs', id)
      if (!record || cancellation.epoch === null || page.realm.trouble.has(id)) continue
      const isObserved = runs.observedId === id
      if (!isObserved && (record.epoch !== cancellation.epoch || (isLocked && !isGoingOn(cancellation.run))))
        continue
      for (const position of [...cancellation.requests].keys()) {
        const state = disk.get('state', [id, position])
        const shown = readRequestState({ ...cancellation, run: null }, position).status
        const kept = nameStanding(state)
        const expected = kept === 'sending' ? nameStanding(state?.before) : kept
        // Settled by a page that died before it could say so: unknown is still true of what this page has heard.
        const isBehind = shown === 'unknown' && this.world.deaths > 0
        const isSame = isBehind || expected === (shown === 'not-sent' ? 'pending' : shown)
        this.expect(isSame, 'screen', () => `${id} ${position} shown as ${shown}, on record as ${kept}`)
      }
    }
  }
}

function describe({ heard, late, key, ref }: Call): string {
  return `${ref} (${key.slice(-6)}) was answered ${heard ?? 'nothing'}${late ? `, late ${late}` : ''}`
}

/** In time or late: a page that lost its run to another one still tells what it heard. */
function hasSaid(call: Call | undefined, verdict: 'succeeded' | 'failed'): boolean {
  return call?.heard === verdict || call?.late === verdict
}
