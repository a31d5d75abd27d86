import { createCancelSubOrder } from '../api/cancelSubOrder'
import { createReadSubOrder } from '../api/readSubOrder'
import { browserNetwork } from '../browser/network'
import { pageVisibility } from '../browser/visibility'
import { createColumnMemory } from '../browser/columnMemory'
import { askHost } from '../host/askHost'
import { defaults, MAX_FILE_BYTES, SLICE_MS } from './config'
import type { OpenedJournal } from '../domain/record/journal'
import type { ReadFile } from '../domain/sheet/sheetReading'
import { createHostEvents } from './hostEvents'
import { readUserName } from '../host/principal'
import type { Host } from '../host/contract'
import { createSettingsReader, type SettingsReader } from './hostSettings'
import { nameDatabase } from '../journal/fingerprint'
import { openJournal } from '../journal/openJournal'
import { limitToOneCall } from '../run/onePageCall'
import { createReadFile } from '../reading/createReadFile'
import { type Clock, createYieldIfDue, createSystemClock } from '../run/clock'
import { createSleepCheck, waitForRecovery } from '../run/recovery'
import { createDeliveryDeadlines } from '../run/deliveryDeadlines'
import { createPacer } from '../run/pacer'
import { createStopSwitch } from '../run/stopSwitch'
import { createTimer, createWorkerTimer, startPageTimer } from '../run/timers'
import { createPageName, createUuid } from '../browser/uuid'
import { saveFile } from '../browser/saveFile'
import { createTaskQueue } from '../store/createTaskQueue'
import type { CallsPort, FilesPort, HostPort, RecordPort, Services } from '../store/services'
import { createPages } from '../browser/pages'
import { createRunLock } from '../browser/runLock'
import { createTabChannel } from '../browser/tabChannel'
import { findReportWords } from '../texts/reportWords'

/** The user that the services act for, and the host as it is at each moment. */
export interface Owner {
  readonly user: { readonly id: string; readonly tenant: string }
  readHost(): Host
  isAllowed(): boolean
  isUserHere(): boolean
}

function createRecordPort(user: Owner['user'], name: string, { wallNow }: Clock): RecordPort {
  const tabs = createTabChannel(name)
  const pages = createPages(name, createPageName(), tabs)
  let opened: Promise<OpenedJournal> | undefined
  return {
    openJournal: () => {
      opened ??= openJournal(user, wallNow, pages.own)
      return opened
    },
    pages,
    runLock: createRunLock(name),
    tabs,
    loading: new Map(),
    shownLines: new Map(),
  }
}

function createCallsPort(
  { readHost }: Owner,
  { read: settings, readCancelPaths }: SettingsReader,
  clock: Clock,
): CallsPort {
  const client = {
    readApi: () => readHost().api,
    readAnswerTimeoutMs: () => settings().answerTimeoutMs,
    wallNow: clock.wallNow,
  }
  const readPath = () => settings().paths.readSubOrder
  const readSubOrder = createReadSubOrder({ ...client, readPath })
  const recovery = { clock, network: browserNetwork, readSubOrder, canRead: () => readPath() !== undefined }
  return {
    ...limitToOneCall({
      cancelSubOrder: createCancelSubOrder({ ...client, readPaths: readCancelPaths, readCodes: settings }),
      pacer: createPacer(clock, () => settings().callsPerMinute),
    }),
    readSubOrder,
    stopSwitch: createStopSwitch(),
    checkAwake: createSleepCheck(recovery),
    waitForRecovery: waitForRecovery.bind(null, recovery),
    ...createDeliveryDeadlines(clock, defaults.quietMs),
  }
}

function createFilesPort(name: string, { read: settings }: SettingsReader, readFile: ReadFile): FilesPort {
  return {
    readFile,
    saveFile,
    columnMemory: createColumnMemory(name),
    readLimits: () => {
      const { maxRows, subOrderId: idRule, columns: columnNames } = settings()
      return {
        maxRows,
        maxBytes: MAX_FILE_BYTES,
        ...(idRule && { idRule }),
        ...(columnNames && { columnNames }),
      }
    },
    readReportWords: () => {
      const { subOrderId: idRule, columns } = settings()
      return findReportWords({ idRule, columns })
    },
    chosenFiles: new Map(),
  }
}

function createHostPort(owner: Owner, { read: settings }: SettingsReader): HostPort {
  const { user, readHost, isAllowed, isUserHere } = owner
  return {
    readAbilities: () => {
      const { paths, repeatIsSafe } = settings()
      return { canRead: paths.readSubOrder !== undefined, repeatIsSafe }
    },
    readUserName: () => readUserName(readHost(), user.id),
    isAllowed,
    isUserHere,
    sendEvent: createHostEvents(readHost),
    // Names the bug and nothing of the tenant: a console is read by many.
    reportFault: (fault) =>
      console.error('Sub-Order Cancellation paused a run after a fault of its own:', fault),
  }
}

/** Builds everything that the thunks of one user's session need of the world. */
export function createServices(owner: Owner): Services {
  const { user, readHost } = owner
  // A host that gives a nonce has a security policy, which seldom lets a worker come from a blob. A host whose theme
  // throws may have a policy, too.
  const mayUseBlob = () => askHost(() => readHost().theme?.nonce === undefined) === true
  const startTimer = createTimer(pageVisibility, createWorkerTimer(mayUseBlob), () => performance.now())
  const clock = createSystemClock(startTimer)
  const createPageYield = () => createYieldIfDue(clock, SLICE_MS)
  const readFile = createReadFile({
    mayUseBlob,
    createYieldIfDue: createPageYield,
    startTimer: startPageTimer,
  })
  const settings = createSettingsReader(readHost)
  const name = nameDatabase(user)
  return {
    calls: createCallsPort(owner, settings, clock),
    record: createRecordPort(user, name, clock),
    files: createFilesPort(name, settings, readFile),
    host: createHostPort(owner, settings),
    clock,
    editQueue: createTaskQueue(),
    createId: createUuid,
    createYieldIfDue: createPageYield,
  }
}
