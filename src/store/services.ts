import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { CancellationRequest, CancelSubOrder } from '../domain/run/cancellation'
import type { LogEntry } from '../domain/record/logEntry'
import type { OpenedJournal } from '../domain/record/journal'
import type { ReadSubOrder } from '../domain/run/reading'
import type { PauseReason } from '../domain/run/run'
import type { ReadChoice, ReadFile, ReadRequest, RememberedColumns } from '../domain/sheet/sheetReading'
import type { Happened, Pages, RunLock, TabChannel } from '../domain/run/tabMessage'
import type { Clock } from '../run/clock'
import type { Recovery } from '../run/recovery'
import type { CallOut } from '../run/deliveryDeadlines'
import type { Pacer } from '../run/pacer'
import type { StopSwitch } from '../run/stopSwitch'
import type { ReportWords } from '../csv/report/reportWords'

/** A file, what was said of it so far, and who stops reading it. */
export interface ChosenFile {
  readonly file: File
  readonly isPasted: boolean
  readonly choice: ReadChoice
  readonly stop: AbortController
}

/** A run that is being read from the journal. */
export interface Loading {
  /** What another tab told of it meanwhile; applied once it is there. */
  readonly held: Happened[]
  /** It has changed since: it is read once more. */
  isStale: boolean
  end: Promise<'shown' | 'gone' | 'unread'>
}

/** What the thunks need of the world; the composition root brings it. */
export interface Services {
  readonly cancelSubOrder: CancelSubOrder
  readonly readSubOrder: ReadSubOrder
  readonly pacer: Pacer
  readonly clock: Clock
  readonly stopSwitch: StopSwitch
  /** The same one at each call. */
  openJournal(): Promise<OpenedJournal>
  readonly runLock: RunLock
  readonly tabs: TabChannel
  readonly pages: Pages
  createId(): string
  createYieldIfDue(): YieldIfDue
  readonly readFile: ReadFile
  /** Columns that the user chose for files of this header before; empty where the browser keeps nothing. */
  readonly columnMemory: {
    list(): readonly RememberedColumns[]
    remember(columns: RememberedColumns): void
  }
  /** What a file may hold, and by which names and IDs it is read. */
  readLimits(): Pick<ReadRequest, 'maxRows' | 'maxBytes' | 'idRule' | 'columnNames'>
  /**
   * Monotonic milliseconds from which on the call of an unknown request can no longer be delivered: only then does an open
   * sub-order mean that it was not cancelled. Infinity where the call has not come back yet.
   */
  deliveryDeadline(id: string, position: number): number
  /** This page has given up waiting for a call of this request, and may still hear of it. */
  trackLateCall(id: string, position: number, call: CallOut): void
  /** The calls of this request went out before now, and their end is unknown; `elsewhere`: those of other pages that are out. */
  trackUnknown(id: string, position: number, elsewhere?: readonly CallOut[]): void
  /** What was known of other pages' calls of this run is over: the record has been read anew. */
  forgetElsewhere(id: string): void
  /** What the host says of its OMS: that sub-orders can be read, and that a repeated cancel has no second effect. */
  readAbilities(): { readonly canRead: boolean; readonly repeatIsSafe: boolean }
  /** Who is signed in, as a person would name them. */
  readUserName(): string
  /** The words of downloads that nobody clicked for. */
  readReportWords(): ReportWords
  /** False where the user may not cancel; asked again at each start. */
  isAllowed(): boolean
  /** False once another person is signed in, or none. */
  isUserHere(): boolean
  /** @returns false where the host does not listen */
  tell(entry: LogEntry): boolean
  /** Before each call: undefined, or a promise where the machine may have slept, with what stands against going on. */
  checkAwake(next: CancellationRequest | undefined): Promise<PauseReason | undefined> | undefined
  /** Waits until the connection or the server is back, or `stop` is raised. */
  waitForRecovery(reason: 'connection' | 'server', next: CancellationRequest, stop: AbortSignal): Recovery
  /** By cancellation: the last line of its log that the screen shows what it came to. */
  readonly shownLines: Map<string, number>
  /** Runs that are being read from the journal. */
  readonly loading: Map<string, Loading>
  /** A bug of ours that held a run. */
  reportFault(fault: unknown): void
  /** By ticket: the files that lie on a desk or are being read, to take one to the other tab, or to read it in another way. */
  readonly chosenFiles: Map<string, ChosenFile>
  saveFile(fileName: string, content: Blob): void
}
