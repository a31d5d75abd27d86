import { readCallPage } from '../../src/domain/run/call'
import type { StateRecord } from '../../src/journal/tables/records'
import { checkCall } from './callLaws'
import { checkStep } from './commitLaws'
import type { Change } from './disk'
import { Facts, hasSaid, isOfSame, nameStanding, printOf } from './facts'
import type { Call } from './oms'
import type { Page } from './page'
import { checkDeleted, checkTallies } from './recordLaws'
import { checkRest } from './restLaws'
import { ScreenLaws } from './screenLaws'
import type { LawContext, LawsWorld } from './lawContext'
import type { LogEntry } from '../../src/domain/record/logEntry'

/** Checks the invariants at every call, every commit and every change of a screen, and keeps the names of broken ones. */
export class Laws implements LawContext {
  readonly broken: string[] = []
  readonly facts = new Facts()
  readonly world: LawsWorld
  /** How many sub-orders recovery has called unknown. */
  recovered = 0
  failures = 0
  isConcluding = false
  private readonly screens: ScreenLaws

  constructor(world: LawsWorld) {
    this.world = world
    this.screens = new ScreenLaws(this)
  }

  break(law: string, what: string): void {
    if (this.broken.length < 5) this.broken.push(`${law}: ${what}`)
  }
  expect(isRight: boolean, law: string, what: () => string): void {
    if (!isRight) this.break(law, what())
  }

  isCutOff(page: Page): boolean {
    return page.realm.disk.all('runs').some(({ phase }) => phase === 'running' || phase === 'stopping')
  }
  callsOf(ref: string): readonly Call[] {
    return this.world.oms.calls.filter((call) => call.ref === ref && !call.isForgotten)
  }
  isAlive(call: string): boolean {
    return this.world.pages.some(({ name }) => name === readCallPage(call))
  }
  isOwned(user: string, id: string): boolean {
    return this.world.pages.some(
      (page) =>
        !page.isGone &&
        page.user === user &&
        [page.store.getState().runs.activeId, page.store.getState().runs.preparingId].includes(id),
    )
  }

  /** A page goes away, and with it the answers that it has not yet written. */
  noteDeath(page: Page): void {
    for (const call of this.world.oms.calls) {
      if (call.page !== page || !hasSaid(call, 'succeeded')) continue
      const [id = '', position = ''] = call.ref.split(' ')
      if (nameStanding(page.realm.disk.get('state', [id, Number(position)])) !== 'succeeded')
        call.isNewsLost = true
    }
  }
  /** A write has failed, or its page believes so. */
  noteLostWrite(changes: readonly Change[]): void {
    this.failures += 1
    for (const { store, key } of changes) {
      if (store === 'state' && typeof key !== 'string') this.facts.lostWrites.add(key.join(' '))
    }
  }
  /** A person at this page includes the rows that it shows as skipped in this run. */
  noteConsent(page: Page, id: string): void {
    const cancellation = page.store.getState().runs.byId[id]
    for (const [position, { standing }] of cancellation?.skipped ?? []) {
      const ref = `${id} ${position}`
      const allowed = this.facts.consents.get(ref) ?? new Map<Call, 'done' | 'doubt'>()
      this.facts.consents.set(ref, allowed)
      const print = printOf(cancellation?.requests.at(position))
      for (const call of this.world.oms.calls) {
        if (call.user === page.user && isOfSame(call, print)) allowed.set(call, standing)
      }
    }
  }

  /** At the instant at which a call reaches the server. */
  checkCall(call: Call): void {
    checkCall(this, call)
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
    for (const { store, key, before, after } of changes) {
      if (store !== 'state' || typeof key === 'string' || !after) continue
      const [from, to] = [before as StateRecord | undefined, after as StateRecord]
      checkStep(this, { page, ref: key.join(' '), before: from, after: to, log })
    }
    checkTallies(this, page, changes)
    checkDeleted(this, page, changes)
  }

  /** At every change of what a page shows. */
  checkScreen(page: Page): void {
    this.screens.check(page)
  }

  /** When nothing more happens by itself. */
  checkRest(): void {
    checkRest(this)
    if (this.world.settings.hasLocks) for (const page of this.world.pages) this.screens.checkAgreement(page)
  }
}
