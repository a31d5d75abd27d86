import type { RunEvent } from './run'

/** What happens in a run, as another tab can be told: without what only the sending page can wait for. */
export type SharedEvent =
  | Exclude<RunEvent, { type: 'settled' }>
  | Omit<Extract<RunEvent, { type: 'settled' }>, 'late'>

/** What the tabs of one user tell each other. `id` is the cancellation's. */
export type TabMessage =
  /** Somebody has come: whose run goes on? */
  | { readonly type: 'hello' }
  /** Which pages live? Asked where the browser has no locks to tell. */
  | { readonly type: 'who' }
  | { readonly type: 'here'; readonly page: string }
  /** A run goes on here, or is about to; what it is stands in the journal. */
  | { readonly type: 'began'; readonly id: string }
  /** `runId`: the run of which these are; absent: what has become of a request, whatever run it is in. */
  | {
      readonly type: 'happened'
      readonly id: string
      readonly runId?: string
      readonly events: readonly SharedEvent[]
    }
  /** It holds or has ended; how, stands in the journal. */
  | { readonly type: 'ended'; readonly id: string }
  /** Asks the tab whose run goes on to stop it. */
  | { readonly type: 'stop'; readonly id: string }
  /** The journal holds something new about a run that does not go on. */
  | { readonly type: 'changed'; readonly id: string }

/** What happens in a run of another tab. */
export type Happened = Extract<TabMessage, { type: 'happened' }>

/** One channel for all tabs of one user. */
export interface TabChannel {
  post(message: TabMessage): void
  /** @returns its own removal */
  listen(listener: (message: TabMessage) => void): () => void
}

/** Held while calls go out: one run at a time for a user, over all tabs. */
export interface RunLock {
  /** @returns undefined where another tab holds it and does not give it back in time; else what gives it back */
  take(patienceMs: number): Promise<(() => void) | undefined>
  /** Waits until the lock is free, however long, and takes it. Undefined once `stop` is raised. */
  takeWhenFree(stop: AbortSignal): Promise<(() => void) | undefined>
}

/** The pages of one user in this browser, each with a name of its own. */
export interface Pages {
  /** This page's name. */
  readonly own: string
  /**
   * Makes this page known to the others: it is about to send.
   *
   * @returns the names of the pages that live, this one among them
   */
  enter(): Promise<ReadonlySet<string>>
  /** Resolves once that page is gone; never for this page. */
  untilGone(page: string): Promise<unknown>
}
