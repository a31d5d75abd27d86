import type { RunEvent } from './run'

/** An event of a run, as other tabs hear it: without the late answer, for which only the sending page can wait. */
export type SharedEvent =
  | Exclude<RunEvent, { type: 'settled' }>
  | Omit<Extract<RunEvent, { type: 'settled' }>, 'late'>

/** The messages between the tabs of one user. `id` is the cancellation's. */
export type TabMessage =
  /** A tab has opened, and asks whose run is going on. */
  | { readonly type: 'hello' }
  /** Asks which pages are alive, in a browser without locks. */
  | { readonly type: 'who' }
  | { readonly type: 'here'; readonly page: string }
  /** A run is going on in this tab, or is about to begin; the journal holds it. */
  | { readonly type: 'began'; readonly id: string }
  /** Events of a run. Without `runId`: news about requests of any run. */
  | {
      readonly type: 'happened'
      readonly id: string
      readonly runId?: string
      readonly events: readonly SharedEvent[]
    }
  /** The run has paused or ended; the journal says how. */
  | { readonly type: 'ended'; readonly id: string }
  /** Asks the tab with the run to stop it. */
  | { readonly type: 'stop'; readonly id: string }
  /** The journal holds news about a run that is not going on. */
  | { readonly type: 'changed'; readonly id: string }

/** Events of a run in another tab. */
export type Happened = Extract<TabMessage, { type: 'happened' }>

/** One channel for all tabs of one user. */
export interface TabChannel {
  post(message: TabMessage): void
  /** @returns its own removal */
  listen(listener: (message: TabMessage) => void): () => void
}

/** A lock that a page holds while it sends: one run at a time for a user, over all tabs. */
export interface RunLock {
  /** @returns a function that gives the lock back; undefined where another tab keeps the lock for `patienceMs` */
  take(patienceMs: number): Promise<(() => void) | undefined>
  /** Waits until the lock is free, for any time, and takes it. Undefined once `stop` is aborted. */
  takeWhenFree(stop: AbortSignal): Promise<(() => void) | undefined>
}

/** The pages of one user in this browser, each with a name of its own. */
export interface Pages {
  /** This page's name. */
  readonly own: string
  /**
   * Makes this page known to the other pages: it is about to send.
   *
   * @returns the names of the pages that are alive, this page among them
   */
  enter(): Promise<ReadonlySet<string>>
  /** Resolves once a page is gone; never for this page. */
  untilGone(page: string): Promise<unknown>
}
