import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { CancellationRequest } from '../../src/domain/run/cancellation'
import type { LogEntry, RunNews } from '../../src/domain/record/logEntry'
import type { Pages, TabMessage } from '../../src/domain/run/tabMessage'
import { createJournal } from '../../src/journal/createJournal'
import { createMemoryTables } from '../../src/journal/tables/memoryTables'
import { readAndCheck } from '../../src/reading/readAndCheck'
import { createSleepCheck, waitForRecovery } from '../../src/run/recovery'
import { createDeliveryDeadlines } from '../../src/run/deliveryDeadlines'
import { createPacer } from '../../src/run/pacer'
import { createStopSwitch } from '../../src/run/stopSwitch'
import { createUuid } from '../../src/browser/uuid'
import { requestsPlanned } from '../../src/store/slices/runActions'
import type { CallsPort, FilesPort, HostPort, RecordPort, Services } from '../../src/store/services'
import { createTaskQueue } from '../../src/store/createTaskQueue'
import { createStore, type Store } from '../../src/store/store'
import { createRunLock } from '../../src/browser/runLock'
import type { Clock } from '../../src/run/clock'
import { createFakeClock } from '../run/fakeClock'
import { type ScriptedCancel, scriptCancel } from '../run/scriptedCancel'
import type { ReportWords } from '../../src/csv/report/reportWords'

export interface TestStore {
  readonly store: Store
  readonly services: Services
  readonly script: ScriptedCancel
  /** What the host was sent, oldest first. */
  readonly sentNews: readonly RunNews[]
  /** The same, as it stands in the log. */
  readonly entries: readonly LogEntry[]
  /** What was said to the other tabs, oldest first. */
  readonly posted: readonly TabMessage[]
  readonly faults: readonly unknown[]
  /** What was saved, oldest first. */
  readonly saved: readonly { readonly name: string; readonly content: Blob }[]
}

/** Plain words, so that a test reads what the store knows and not how the screen puts it. */
export const words: ReportWords = {
  describeIssue: ({ code }) => `Fix ${code}`,
  describeState: (state, earlier) => {
    if (state.status === 'failed') {
      return { status: state.status, code: state.failure.code, message: state.failure.message }
    }
    return { status: state.status, code: '', message: earlier ? `Held back by ${earlier.fileName}` : '' }
  },
}

const QUIET_MS = 180_000

/** A page that knows of no other. */
const onlyPage: Pages = {
  own: 'page',
  enter: async () => new Set(['page']),
  untilGone: async () => undefined,
}

const alwaysOnline = { isOnline: () => true, untilOnline: () => Promise.resolve() }

/** Members of the ports that a test brings in place of the usual ones. */
export interface ServiceOverrides extends Partial<Pick<Services, 'clock' | 'createId' | 'createYieldIfDue'>> {
  readonly calls?: Partial<CallsPort>
  readonly record?: Partial<RecordPort>
  readonly files?: Partial<FilesPort>
  readonly host?: Partial<HostPort>
}

function createCalls(script: ScriptedCancel, clock: Clock, { calls, host }: ServiceOverrides): CallsPort {
  const readSubOrder = calls?.readSubOrder ?? (async () => ({ kind: 'no-path' as const }))
  const canRead = () => host?.readAbilities?.().canRead ?? false
  const recovery = { clock, network: alwaysOnline, readSubOrder, canRead }
  return {
    cancelSubOrder: script.cancelSubOrder,
    readSubOrder,
    pacer: createPacer(clock, () => 200),
    stopSwitch: createStopSwitch(),
    checkAwake: createSleepCheck(recovery),
    waitForRecovery: (reason, next, stop) => waitForRecovery(recovery, reason, next, stop),
    ...createDeliveryDeadlines(clock, QUIET_MS),
    ...calls,
  }
}

function createRecord({ wallNow }: Clock, posted: TabMessage[], { record }: ServiceOverrides): RecordPort {
  const journal = createJournal({ tables: createMemoryTables(), wallNow, page: onlyPage.own })
  return {
    openJournal: async () => ({ journal, keeping: 'kept' }),
    runLock: createRunLock(createUuid()),
    tabs: { post: (message) => void posted.push(message), listen: () => () => undefined },
    pages: onlyPage,
    loading: new Map(),
    shownLines: new Map(),
    ...record,
  }
}

function createFiles(saved: { name: string; content: Blob }[], { files }: ServiceOverrides): FilesPort {
  return {
    readFile: (file, request, onProgress) => readAndCheck(file, request, neverYield, onProgress),
    saveFile: (name, content) => void saved.push({ name, content }),
    columnMemory: { list: () => [], remember: () => undefined },
    readLimits: () => ({ maxRows: 1000, maxBytes: 1_000_000 }),
    readReportWords: () => words,
    chosenFiles: new Map(),
    ...files,
  }
}

interface Heard {
  readonly entries: LogEntry[]
  readonly sentNews: RunNews[]
  readonly faults: unknown[]
}

function createHost({ entries, sentNews, faults }: Heard, { host }: ServiceOverrides): HostPort {
  return {
    readAbilities: () => ({ canRead: false, repeatIsSafe: false }),
    readUserName: () => 'Priya Nair',
    isAllowed: () => true,
    isUserHere: () => true,
    sendEvent: (entry) => {
      entries.push(entry)
      sentNews.push(entry.news)
      return true
    },
    reportFault: (fault) => void faults.push(fault),
    ...host,
  }
}

/** A store with services of a test's own, and a journal in memory; time never makes it wait. */
export function createTestStore(script = scriptCancel(), more: ServiceOverrides = {}): TestStore {
  const clock = more.clock ?? createFakeClock()
  const heard: Heard = { entries: [], sentNews: [], faults: [] }
  const posted: TabMessage[] = []
  const saved: { name: string; content: Blob }[] = []
  const services: Services = {
    calls: createCalls(script, clock, more),
    record: createRecord(clock, posted, more),
    files: createFiles(saved, more),
    host: createHost(heard, more),
    clock,
    editQueue: createTaskQueue(),
    createId: more.createId ?? createUuid,
    createYieldIfDue: more.createYieldIfDue ?? (() => neverYield),
  }
  return { store: createStore(services), services, script, ...heard, posted, saved }
}

/** Lays requests out to be started: `startAll(id)`. */
export function planRequests(store: Store, requests: readonly CancellationRequest[], id = 'sheet-1'): string {
  store.dispatch(requestsPlanned({ id, requests }))
  return id
}

/** Lets everything that waits for nothing but other promises come to its end. */
export function letPromisesRun(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
