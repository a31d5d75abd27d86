import { requestStateAt } from '../../src/domain/run/requestState'
import { type Cancellation, isGoingOn } from '../../src/domain/run/run'
import type { RunRecord } from '../../src/journal/tables/records'
import { nameStanding } from './facts'
import type { LawContext } from './lawContext'
import type { Page } from './page'

/** Compares the screens of the pages with the record. */
export class ScreenLaws {
  private readonly seen = new WeakMap<Page, Readonly<Record<string, Cancellation>>>()
  private readonly laws: LawContext

  constructor(laws: LawContext) {
    this.laws = laws
  }

  /** At every change of what a page shows. */
  check(page: Page): void {
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
    const { laws } = this
    const { requests, tally } = cancellation
    const counts = { succeeded: 0, failed: 0, unknown: 0, 'not-sent': 0, sending: 0 }
    for (let position = 0; position < requests.length; position += 1) {
      const outcome = requestStateAt({ ...cancellation, run: null }, position)
      counts[outcome.status] += 1
      if (outcome.status !== 'succeeded' && outcome.status !== 'failed') continue
      const isOnRecord = laws.facts.ever.has(`${id} ${position} ${outcome.status}`) || page.hasWriteFailed
      laws.expect(
        isOnRecord || page.realm.trouble.has(id) || !laws.world.settings.hasLocks,
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
    laws.expect(isRight, 'I8', () => `${JSON.stringify(tally)} shown over ${JSON.stringify(counts)}`)
  }

  /** At rest, what a page shows of a run is what is on record. */
  checkAgreement(page: Page): void {
    for (const [id, cancellation] of Object.entries(page.store.getState().runs.byId)) {
      const record = page.realm.disk.get('runs', id)
      if (!record || cancellation.epoch === null || page.realm.trouble.has(id)) continue
      this.checkRows(page, id, cancellation)
      this.checkRun(id, cancellation, record)
    }
  }
  private checkRows(page: Page, id: string, cancellation: Cancellation): void {
    for (let position = 0; position < cancellation.requests.length; position += 1) {
      const state = page.realm.disk.get('state', [id, position])
      const shown = requestStateAt({ ...cancellation, run: null }, position).status
      const kept = nameStanding(state)
      const meanwhile = state?.known?.status ?? nameStanding(state?.before)
      const expected = kept === 'sending' ? meanwhile : kept
      // A page settled the row and died before its message. This page rightly shows unknown.
      const settler = this.laws.facts.settledBy.get(`${id} ${position}`)
      const isBehind = shown === 'unknown' && settler !== undefined && settler !== page && settler.isGone
      const isSame = isBehind || expected === (shown === 'not-sent' ? 'pending' : shown)
      this.laws.expect(isSame, 'screen', () => `${id} ${position} shown as ${shown}, on record as ${kept}`)
    }
  }
  private checkRun(id: string, { run }: Cancellation, record: RunRecord): void {
    // The plan is on record, and the run has not begun.
    if (!run) return
    const { phase } = record
    const isSame = isGoingOn(run) ? phase === 'running' || phase === 'stopping' : run.phase === phase
    this.laws.expect(isSame, 'screen', () => `${id} shown as ${run.phase}, on record as ${phase}`)
    const pass = record.passes[run.id]
    if (run.id !== record.runId || !pass) return
    const text = `${id} shown ${run.done} of ${run.total} done, on record ${pass.done} of ${pass.total}`
    this.laws.expect(run.done === pass.done && run.total === pass.total, 'screen', () => text)
  }
}
