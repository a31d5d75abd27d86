import { createCancelSubOrder } from '../../src/api/cancelSubOrder'
import { createReadSubOrder } from '../../src/api/readSubOrder'
import { defaults } from '../../src/app/config'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { LogEntry } from '../../src/domain/record/logEntry'
import type { OpenedJournal } from '../../src/domain/record/journal'
import { readTabMessage } from '../../src/domain/run/readTabMessage'
import type { Pages, RunLock } from '../../src/domain/run/tabMessage'
import type { ApiAnswer, ApiRequest } from '../../src/host/contract'
import { createJournal } from '../../src/journal/createJournal'
import { readAndCheck } from '../../src/reading/readAndCheck'
import type { Clock } from '../../src/run/clock'
import { createSleepCheck, type Network, waitForRecovery } from '../../src/run/recovery'
import { createDeliveryDeadlines } from '../../src/run/deliveryDeadlines'
import { createPacer } from '../../src/run/pacer'
import { createStopSwitch } from '../../src/run/stopSwitch'
import { restoreRuns } from '../../src/store/record/restoreRuns'
import { stopRun } from '../../src/store/run/runThunks'
import { selectIsBusy } from '../../src/store/selectors'
import type { FilesPort } from '../../src/store/services'
import { createTaskQueue } from '../../src/store/createTaskQueue'
import { createStore, type Store, type Thunk } from '../../src/store/store'
import { handleTabMessage } from '../../src/store/run/tabThunks'
import { userChanged } from '../../src/store/slices/viewSlice'
import { createMessages } from '../../src/texts/messages'
import { createReportWords } from '../../src/texts/reportWords'
import { type Change, isRecovery, nameWrite, type WriteFate } from './disk'
import type { Host } from './host'
import type { Line } from './line'
import type { Realm } from './realm'
import type { WorldSettings } from './worldSettings'
import type { WorldTime } from './worldTime'

/** Noon. */
const WALL_START = Date.UTC(2026, 10, 23, 12)

const words = createReportWords(createMessages('en'))

/** The last request of a person; nothing is sent without one. */
export type Gesture = 'start' | 'continue' | 'retry' | 'again'

/** What a page needs of the world. Only world.ts knows all parts of it: each part names what it needs of the others. */
export interface PageWorld {
  readonly settings: WorldSettings
  readonly time: WorldTime
  readonly line: Line
  readonly host: Host
  readonly pages: readonly Page[]
  readonly wallSkew: number
  readonly readsFail: boolean
  readonly oms: {
    readonly isReachable: boolean
    request(page: Page, request: ApiRequest): Promise<ApiAnswer>
    cutOffCallsOf(page: Page): void
  }
  readonly laws: {
    break(law: string, what: string): void
    noteDeath(page: Page): void
    noteLostWrite(changes: readonly Change[]): void
    checkCommit(page: Page, changes: readonly Change[]): void
    checkScreen(page: Page): void
  }
  createId(): string
  namePage(): string
  reached(page: Page, moment: string): WriteFate | undefined
  untilOnline(stop: AbortSignal): Promise<void>
}

/** The session of one user in one tab, built as the product builds it, with the ports of the world. */
export class Page {
  readonly user: string
  readonly store: Store
  isGone = false
  isUserHere = true
  /** A run was active at the last change of the screen. */
  wasActive = false
  /** Undefined: no person has asked for calls, or the requested run is over. */
  gesture: Gesture | undefined
  /** The user has asked for a stop since the gesture. */
  isStopAsked = false
  /** A write has failed since the gesture. */
  hasWriteFailed = false
  /** The last saved file. */
  saved: { readonly name: string; readonly content: Blob } | undefined
  private readonly world: PageWorld
  readonly realm: Realm
  readonly clock: Clock
  /** The page's name, unique in the world. */
  readonly name: string
  readonly onGone: (() => void)[] = []

  constructor(world: PageWorld, realm: Realm) {
    this.world = world
    this.realm = realm
    this.user = realm.user
    this.name = world.namePage()
    this.clock = this.createClock()
    this.store = this.createStore()
    const life = new AbortController()
    realm.listen(this, (message) => {
      try {
        const read = readTabMessage(message)
        if (read) this.store.dispatch(handleTabMessage(read, life.signal))
      } catch (fault) {
        world.laws.break('fault', `heard ${JSON.stringify(message)}: ${String(fault)}`)
      }
    })
    this.run(restoreRuns(life.signal))
    const check = () => {
      if (!this.isGone) world.laws.checkScreen(this)
    }
    this.store.subscribe(check)
  }

  /** Starts an action of a person, and does not wait for its end. */
  run(thunk: Thunk<unknown>): void {
    void Promise.resolve(this.store.dispatch(thunk)).catch((fault: unknown) =>
      this.world.laws.break('fault', String(fault)),
    )
  }
  /** Asks for calls. */
  ask(gesture: Gesture, thunk: Thunk<unknown>): void {
    if (!selectIsBusy(this.store.getState())) {
      this.gesture = gesture
      this.isStopAsked = false
      this.hasWriteFailed = false
    }
    this.run(thunk)
  }
  stop(): void {
    this.isStopAsked = true
    this.store.dispatch(stopRun())
  }
  leave(): void {
    this.isUserHere = false
    this.store.dispatch(stopRun('principal-changed'))
    this.store.dispatch(userChanged({ isHere: false }))
  }
  comeBack(): void {
    this.isUserHere = true
    this.store.dispatch(userChanged({ isHere: true }))
  }
  die(): void {
    this.world.laws.noteDeath(this)
    this.isGone = true
    for (const hear of this.onGone.splice(0)) hear()
    this.realm.forget(this)
    this.world.oms.cutOffCallsOf(this)
  }

  private createClock(): Clock {
    const { world } = this
    const bornAt = world.time.now()
    return {
      now: () => world.time.now() - bornAt,
      wallNow: () => WALL_START + world.time.now() + world.wallSkew,
      wait: (ms, stop) =>
        new Promise((resolve) => {
          world.reached(this, 'waiting')
          if (stop.aborted) {
            resolve()
            return
          }
          const takeBack = world.time.start(ms, end)
          stop.addEventListener('abort', end)
          function end(): void {
            takeBack()
            stop.removeEventListener('abort', end)
            resolve()
          }
        }),
    }
  }

  private openJournal(): OpenedJournal {
    const { world, realm } = this
    // A fresh disk for each page keeps nothing beyond it.
    const { disk } = realm
    const tables = disk.open({
      isGone: () => this.isGone,
      enqueue: (work) => world.line.add(`disk ${this.user}`, work),
      beforeCommit: (changes) => this.decide(changes),
      afterCommit: (changes) => {
        world.laws.checkCommit(this, changes)
        world.reached(this, `after ${nameWrite(changes)}`)
      },
      readFails: () => world.readsFail,
    })
    return {
      journal: createJournal({ tables, wallNow: this.clock.wallNow, page: this.name }),
      keeping: 'kept',
    }
  }
  private decide(changes: readonly Change[]): WriteFate {
    const name = nameWrite(changes)
    const fate = this.world.reached(this, `before ${name}`) ?? 'written'
    if (fate === 'written' || name === 'told') return fate
    // After a failed recovery the run is as before: the next page that takes the run recovers it first.
    const isOwn = name !== 'resolution' && !isRecovery(changes) && this.isOfRun(changes)
    if (isOwn) this.hasWriteFailed = true
    this.world.laws.noteLostWrite(changes)
    for (const { store, key } of changes) {
      if (store !== 'ledger') this.realm.trouble.add(typeof key === 'string' ? key : String(key[0]))
    }
    return fate
  }
  /** Whether the changes are of the run that sends here. Where no run sends, any change counts. */
  private isOfRun(changes: readonly Change[]): boolean {
    const { activeId, preparingId } = this.store.getState().runs
    const id = activeId ?? preparingId
    return id === null || changes.some(({ key }) => key === id || key[0] === id)
  }
  private createLock(): RunLock {
    const { realm, world } = this
    const hold = (listen: (giveUp: () => void) => void) =>
      new Promise<(() => void) | undefined>((resolve) => {
        if (this.isGone) return
        const takeBack = realm.request(this, resolve)
        listen(() => {
          takeBack()
          resolve(undefined)
        })
      })
    if (!world.settings.hasLocks) {
      let isHeld = false
      const take = async () => {
        if (isHeld) return undefined
        isHeld = true
        return () => {
          isHeld = false
        }
      }
      return { take, takeWhenFree: take }
    }
    return {
      take: async (patienceMs) => {
        let takeBack: () => void = () => undefined
        const release = await hold((giveUp) => {
          takeBack = world.time.start(patienceMs, giveUp)
        })
        takeBack()
        return release
      },
      takeWhenFree: (stop) => hold((giveUp) => stop.addEventListener('abort', giveUp)),
    }
  }

  /** With Web Locks the browser tells which pages live, without them the pages themselves. */
  private createPages(): Pages {
    const { world, realm, name } = this
    const others = () => world.pages.filter((page) => page.realm === realm && !page.isGone)
    return {
      own: name,
      enter: async () => new Set([name, ...others().map((page) => page.name)]),
      untilGone: (other) =>
        new Promise((resolve) => {
          const page = others().find((one) => one.name === other)
          if (page) page.onGone.push(() => resolve(undefined))
          else resolve(undefined)
        }),
    }
  }

  private createStore(): Store {
    const { world, realm, clock, user } = this
    const network: Network = {
      isOnline: () => world.oms.isReachable,
      untilOnline: (stop) => world.untilOnline(stop),
    }
    const { canRead, repeatIsSafe } = world.settings
    const { host } = world
    const readApi = () => host.readApi({ request: world.oms.request.bind(world.oms, this) })
    const readSubOrder = createReadSubOrder({
      readApi,
      readPath: () => (canRead ? 'orders/{subOrderId}' : undefined),
      readAnswerTimeoutMs: () => host.readTimeOut(defaults.answerTimeoutMs),
    })
    const recovery = { clock, network, readSubOrder, canRead: () => canRead }
    const opened = Promise.resolve(this.openJournal())
    return createStore({
      calls: {
        readSubOrder,
        checkAwake: createSleepCheck(recovery),
        waitForRecovery: (reason, next, stop) => waitForRecovery(recovery, reason, next, stop),
        ...createDeliveryDeadlines(clock, defaults.quietMs),
        cancelSubOrder: createCancelSubOrder({
          readApi,
          readPaths: () => host.readPaths(defaults.paths),
          readAnswerTimeoutMs: () => host.readTimeOut(defaults.answerTimeoutMs),
          wallNow: clock.wallNow,
        }),
        pacer: createPacer(clock, () => defaults.callsPerMinute),
        stopSwitch: createStopSwitch(),
      },
      record: {
        openJournal: () => opened,
        runLock: this.createLock(),
        pages: this.createPages(),
        tabs: {
          post: (message) => {
            if (!this.isGone) realm.post(this, message)
          },
          listen: () => () => undefined,
        },
        loading: new Map(),
        shownLines: new Map(),
      },
      files: this.createFiles(),
      host: {
        readAbilities: () => ({ canRead, repeatIsSafe }),
        readUserName: () => user,
        isAllowed: () => true,
        isUserHere: () => this.isUserHere,
        sendEvent: (entry) => this.tell(entry),
        reportFault: (fault) =>
          world.laws.break('fault', fault instanceof Error ? (fault.stack ?? '') : String(fault)),
      },
      clock,
      editQueue: createTaskQueue(),
      createId: world.createId,
      createYieldIfDue: () => neverYield,
    })
  }
  private createFiles(): FilesPort {
    const { world, user } = this
    return {
      // Reading is one event: the browser's hash takes its own time, and later events must not depend on that time.
      readFile: (file, request, onProgress) =>
        new Promise((resolve) =>
          world.line.add(`file ${user}`, async () => {
            const read = await readAndCheck(file, request, neverYield, onProgress)
            if (!this.isGone) resolve(read)
          }),
        ),
      columnMemory: { list: () => [], remember: () => undefined },
      readLimits: () => ({ maxRows: 1000, maxBytes: 1_000_000 }),
      readReportWords: () => words,
      chosenFiles: new Map(),
      saveFile: (name, content) => {
        this.saved = { name, content }
      },
    }
  }
  private tell(entry: LogEntry): boolean {
    if (this.isGone) return true
    const wrong = this.realm.tell(entry)
    if (wrong !== undefined && !this.realm.wasWiped) this.world.laws.break('audit', wrong)
    return true
  }
}
