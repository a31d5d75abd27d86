import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { CancellationRequest, CancelSubOrder } from '../domain/run/cancellation'
import type { LogEntry } from '../domain/record/logEntry'
import type { OpenedJournal } from '../domain/record/journal'
import type { ReadSubOrder } from '../domain/run/reading'
import type { PauseReason } from '../domain/run/run'
import type { ReadChoice, ReadFile, ReadRequest, RememberedColumns } from '../domain/sheet/sheetReading'
import type { Happened, Pages, RunLock, TabChannel } from '../domain/run/tabMessage'
import type { Clock } from '../run/clock'
import type { DeliveryDeadlines } from '../run/deliveryDeadlines'
import type { Pacer } from '../run/pacer'
import type { Recovery } from '../run/recovery'
import type { StopSwitch } from '../run/stopSwitch'
import type { ReportWords } from '../csv/report/reportWords'
import type { TaskQueue } from './createTaskQueue'

/** A file that a person chose, with the answers to the questions about it. */
export interface ChosenFile {
  readonly file: File
  readonly isPasted: boolean
  readonly choice: ReadChoice
  /** Stops the reading of the file. */
  readonly stop: AbortController
}

/** A run that is being read from the journal. */
export interface Loading {
  /** Messages of another tab about this run; they are applied once it is read. */
  readonly held: Happened[]
  /** The run has changed since the reading began, so it is read again. */
  isStale: boolean
  end: Promise<'shown' | 'gone' | 'unread'>
}

/** Sends calls to the OMS through the host's client, and says when a call may be sent. */
export interface CallsPort extends DeliveryDeadlines {
  readonly cancelSubOrder: CancelSubOrder
  readonly readSubOrder: ReadSubOrder
  readonly pacer: Pacer
  readonly stopSwitch: StopSwitch
  /** Asked before each call. If the machine may have slept, a promise of the reason to pause, if there is one. */
  checkAwake(next: CancellationRequest | undefined): Promise<PauseReason | undefined> | undefined
  /** Waits until the connection or the server has recovered, or `stop` is raised. */
  waitForRecovery(reason: 'connection' | 'server', next: CancellationRequest, stop: AbortSignal): Recovery
}

/** The record of runs, and the other tabs that share it. */
export interface RecordPort {
  /** Each call resolves to the same journal. */
  openJournal(): Promise<OpenedJournal>
  readonly runLock: RunLock
  readonly tabs: TabChannel
  readonly pages: Pages
  /** Runs that are being read from the journal. */
  readonly loading: Map<string, Loading>
  /** By cancellation: the last line of its log that the screen shows. */
  readonly shownLines: Map<string, number>
}

/** Files that come in and go out. */
export interface FilesPort {
  readonly readFile: ReadFile
  saveFile(fileName: string, content: Blob): void
  /** Columns that the user chose before for files with the same header. Empty if the browser stores nothing. */
  readonly columnMemory: {
    list(): readonly RememberedColumns[]
    remember(columns: RememberedColumns): void
  }
  /** The limits of a file, the ID rule, and the names of columns. */
  readLimits(): Pick<ReadRequest, 'maxRows' | 'maxBytes' | 'idRule' | 'columnNames'>
  /** The words of downloads that start by themselves. */
  readReportWords(): ReportWords
  /** By ticket: files that are shown or being read. They can be read again, also for the other tab of the screen. */
  readonly chosenFiles: Map<string, ChosenFile>
}

/** The host: its user, its settings, and its listener. */
export interface HostPort {
  /** Whether sub-orders can be read, and whether a repeated cancel has no second effect. */
  readAbilities(): { readonly canRead: boolean; readonly repeatIsSafe: boolean }
  /** The name of the user who is signed in, as a person would say it. */
  readUserName(): string
  /** False if the user may not cancel. Each start asks again. */
  isAllowed(): boolean
  /** False once another person is signed in, or nobody. */
  isUserHere(): boolean
  /** @returns false if the host does not listen */
  sendEvent(entry: LogEntry): boolean
  /** Reports a bug of ours that paused a run. */
  reportFault(fault: unknown): void
}

/** The ports through which thunks reach the world, and the means that all ports share. `createServices` builds them. */
export interface Services {
  readonly calls: CallsPort
  readonly record: RecordPort
  readonly files: FilesPort
  readonly host: HostPort
  readonly clock: Clock
  /** Edits of sheets, applied one after the other. */
  readonly editQueue: TaskQueue
  createId(): string
  createYieldIfDue(): YieldIfDue
}
