import type { WriteFate } from './disk'
import { Host } from './host'
import { Laws } from './laws'
import { Line } from './line'
import { Oms } from './oms'
import { Page } from './page'
import { Realm } from './realm'
import type { WorldSettings } from './worldSettings'
import { createWorldTime, type WorldTime } from './worldTime'

/** A fault for the next page that comes to this moment. */
export interface Ambush {
  readonly moment: string
  /** How many times the moment passes without the fault. */
  readonly skip: number
  readonly act: 'crash' | 'failed' | 'lost' | ((page: Page) => void)
}

/** Shorter waits pass by themselves: the pace, a batch for the screen, patience for the lock. */
const SHORT_MS = 1000

/** No sequence has more events than this between two commands. */
const ENDLESS = 4000

/** One tab: a session for each user who has been there. */
export interface Tab {
  readonly pages: Map<string, Page>
  current: Page
}

/** Browser, server, network, disk and time, with the pages that live in them. Ends with the test. */
export class World {
  readonly time: WorldTime = createWorldTime()
  readonly line: Line
  readonly oms: Oms
  readonly host = new Host()
  readonly laws: Laws
  readonly tabs: Tab[] = []
  readonly realms = new Map<string, Realm>()
  readonly settings: WorldSettings
  /** How far the wall clock was set. */
  wallSkew = 0
  readsFail = false
  /** Writes that fail until it is 0. */
  failingWrites = 0
  /** How many calls were cut off by a page's end. */
  crashes = 0
  /** Pages that went away, whether or not a run was cut off by it. */
  deaths = 0
  readonly ambushes: Ambush[] = []
  readonly covered = new Map<string, number>()
  private lastId = 0
  private lastPage = 0
  private readonly awaitOnline = new Set<() => void>()

  constructor(settings: WorldSettings) {
    this.settings = settings
    this.line = new Line(settings.choices)
    this.oms = new Oms(this)
    this.laws = new Laws(this)
  }

  readonly createId = (): string => {
    this.lastId += 1
    // Version 4 in form, and far enough apart for the keys that derive from it.
    return `00000000-0000-4000-8000-${(this.lastId * 4096).toString(16).padStart(12, '0')}`
  }
  namePage(): string {
    this.lastPage += 1
    return `page${this.lastPage}`
  }
  realm(user: string): Realm {
    const realm = this.realms.get(user) ?? new Realm(user, this.line)
    this.realms.set(user, realm)
    return realm
  }
  get pages(): Page[] {
    return this.tabs.flatMap(({ pages }) => [...pages.values()])
  }

  openTab(user = 'ann'): Tab {
    const page = new Page(this, this.realm(user))
    const tab = { pages: new Map([[user, page]]), current: page }
    this.tabs.push(tab)
    return tab
  }
  /** The tab is gone, by whatever cause, and does nothing more. */
  crash(tab: Tab): void {
    for (const page of tab.pages.values()) {
      this.crashes += this.laws.isCutOff(page) ? 1 : 0
      this.deaths += 1
      page.die()
    }
    this.tabs.splice(this.tabs.indexOf(tab), 1)
  }
  crashPage(page: Page): void {
    const tab = this.tabs.find(({ pages }) => pages.get(page.user) === page)
    if (tab) this.crash(tab)
  }
  /** Another person signs in, or the first one again. */
  switchUser(tab: Tab, user: string): void {
    const page = tab.pages.get(user)
    for (const other of tab.pages.values()) if (other !== page && other.isUserHere) other.leave()
    if (page) page.comeBack()
    tab.current = page ?? new Page(this, this.realm(user))
    tab.pages.set(user, tab.current)
  }

  /** Deletes the journal of a user while pages are open. */
  wipe(realm: Realm): void {
    realm.wipe()
    for (const call of this.oms.calls) if (call.user === realm.user) call.isForgotten = true
    for (const page of this.pages) {
      if (page.realm !== realm) continue
      for (const id of Object.keys(page.store.getState().runs.byId)) realm.trouble.add(id)
    }
  }

  setReachable(isReachable: boolean): void {
    this.oms.isReachable = isReachable
    this.oms.serve()
    if (!isReachable) return
    for (const go of this.awaitOnline) go()
    this.awaitOnline.clear()
  }
  untilOnline(stop: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (stop.aborted || this.oms.isReachable) resolve()
      this.awaitOnline.add(resolve)
      stop.addEventListener('abort', () => resolve())
    })
  }

  note(what: string): void {
    this.covered.set(what, (this.covered.get(what) ?? 0) + 1)
  }
  /** A page has come to a moment that may have a fault. */
  reached(page: Page, moment: string): WriteFate | undefined {
    const at = this.ambushes.findIndex((ambush) => ambush.moment === moment)
    const ambush = this.ambushes[at]
    if (ambush && ambush.skip > 0) this.ambushes[at] = { ...ambush, skip: ambush.skip - 1 }
    else if (ambush) {
      this.ambushes.splice(at, 1)
      this.note(`${typeof ambush.act === 'string' ? ambush.act : 'fault'} ${moment}`)
      if (ambush.act === 'failed' || ambush.act === 'lost') return ambush.act
      if (ambush.act === 'crash') this.crashPage(page)
      else ambush.act(page)
    }
    if (this.failingWrites === 0 || !moment.startsWith('before ')) return undefined
    this.failingWrites -= 1
    return 'failed'
  }

  /** Plays the events that need no command. @param most number of events */
  async settle(most = Number.POSITIVE_INFINITY): Promise<void> {
    for (let done = 0; done < most; done += 1) {
      if (done > ENDLESS) throw new Error('the world comes to no rest')
      if (await this.line.step()) continue
      const next = this.time.nextAt()
      if (next === undefined || next - this.time.now() > SHORT_MS) return
      this.time.ringNext()
    }
    await Line.rest()
  }
  /** Lets time pass, and plays all events of that time. */
  async pass(ms: number): Promise<void> {
    const end = this.time.now() + ms
    await this.settle()
    for (let next = this.time.nextAt(); next !== undefined && next <= end; next = this.time.nextAt()) {
      this.time.ringNext()
      await this.settle()
    }
    this.time.skipTo(end)
    await this.settle()
  }
}
