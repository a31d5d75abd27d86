import { createCancelSubOrder } from '../api/cancelSubOrder'
import { createReadSubOrder } from '../api/readSubOrder'
import { browserNetwork } from '../browser/network'
import { pageVisibility } from '../browser/visibility'
import { createColumnMemory } from '../browser/columnMemory'
import { askHost } from '../host/askHost'
import { defaults, MAX_FILE_BYTES, SLICE_MS } from './config'
import type { OpenedJournal } from '../domain/record/journal'
import { createHostEvents } from './hostEvents'
import { readUserName } from '../host/principal'
import type { Host } from '../host/contract'
import { createSettingsReader } from './hostSettings'
import { nameDatabase } from '../journal/fingerprint'
import { openJournal } from '../journal/openJournal'
import { limitToOneCall } from '../run/onePageCall'
import { createReadFile } from '../reading/createReadFile'
import { type Clock, createSystemClock, createYieldIfDue } from '../run/clock'
import { createSleepCheck, waitForRecovery } from '../run/recovery'
import { createDeliveryDeadlines } from '../run/deliveryDeadlines'
import { createPacer } from '../run/pacer'
import { createStopSwitch } from '../run/stopSwitch'
import { createTimer, createWorkerTimer, startPageTimer } from '../run/timers'
import { createPageName, createUuid } from '../browser/uuid'
import { saveFile } from '../browser/saveFile'
import type { Services } from '../store/services'
import { createPages } from '../browser/pages'
import { createRunLock } from '../browser/runLock'
import { createTabChannel } from '../browser/tabChannel'
import { findReportWords } from '../texts/reportWords'

/** What the services are made for: one user, and the host as it is at each moment. */
export interface Owner {
  readonly user: { readonly id: string; readonly tenant: string }
  readHost(): Host
  isAllowed(): boolean
  isUserHere(): boolean
}

/** Where the record of runs lies, and what joins the tabs of this user. */
function createRecordServices(user: Owner['user'], { wallNow }: Clock) {
  const name = nameDatabase(user)
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
    columnMemory: createColumnMemory(name),
  }
}

/** The calls that go out through the host's client. */
function createCallServices({ readHost }: Owner, clock: Clock) {
  const { read: settings, readCancelPaths } = createSettingsReader(readHost)
  const client = {
    readApi: () => readHost().api,
    readAnswerTimeoutMs: () => settings().answerTimeoutMs,
    wallNow: clock.wallNow,
  }
  const readAbilities = () => {
    const { paths, repeatIsSafe } = settings()
    return { canRead: paths.readSubOrder !== undefined, repeatIsSafe }
  }
  const readSubOrder = createReadSubOrder({ ...client, readPath: () => settings().paths.readSubOrder })
  const recovery = { clock, network: browserNetwork, readSubOrder, canRead: () => readAbilities().canRead }
  return {
    ...limitToOneCall({
      cancelSubOrder: createCancelSubOrder({
        ...client,
        readPaths: readCancelPaths,
        readCodes: settings,
      }),
      pacer: createPacer(clock, () => settings().callsPerMinute),
    }),
    readSubOrder,
    readAbilities,
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
    checkAwake: createSleepCheck(recovery),
    waitForRecovery: waitForRecovery.bind(null, recovery),
    ...createDeliveryDeadlines(clock, defaults.quietMs),
  }
}

/** All that the thunks of one user's session need of the world. */
export function createServices(owner: Owner): Services {
  const { user, readHost, isAllowed, isUserHere } = owner
  // A host that gives a nonce has a security policy, and that seldom lets a worker come from a blob. One that cannot be read
  // may have one.
  const mayUseBlob = () => askHost(() => readHost().theme?.nonce === undefined) === true
  const startTimer = createTimer(pageVisibility, createWorkerTimer(mayUseBlob), () => performance.now())
  const clock = createSystemClock(startTimer)
  const createPageYield = () => createYieldIfDue(clock, SLICE_MS)
  return {
    ...createRecordServices(user, clock),
    ...createCallServices(owner, clock),
    clock,
    stopSwitch: createStopSwitch(),
    createId: createUuid,
    createYieldIfDue: createPageYield,
    readFile: createReadFile({ mayUseBlob, createYieldIfDue: createPageYield, startTimer: startPageTimer }),
    isAllowed,
    isUserHere,
    readUserName: () => readUserName(readHost(), user.id),
    tell: createHostEvents(readHost),
    // Names the bug and nothing of the tenant: a console is read by many.
    reportFault: (fault) =>
      console.error('Sub-Order Cancellation paused a run after a fault of its own:', fault),
    chosenFiles: new Map(),
    saveFile,
  }
}
