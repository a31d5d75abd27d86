/**
 * What the host and the plugin promise each other. Types only: a host can copy this file.
 * Source: the host contract, version 1.2.0.
 */

/** One call. The host's own client adds base URL, session, CSRF and tenant headers. */
export interface ApiRequest {
  method: 'GET' | 'PUT'
  /** Relative, each ID percent-encoded: `orders/1253231242/cancel`. */
  path: string
  body?: unknown
  headers?: Record<string, string>
  /** `never`: the host must not repeat the call, whatever happens. A cancel is always `never`. */
  retry: 'never' | 'safe'
}

/** What the server answered, whatever the status. */
export interface ApiAnswer {
  status: number
  headers?: Record<string, string>
  /** Of a refusal, Increff's `{ code, message, description }`; a text `advice` beside them is shown in the place of the screen's. */
  body?: unknown
}

export interface ApiClient {
  /** Resolves with whatever the server answered; rejects only when no answer came. */
  request(request: ApiRequest): Promise<ApiAnswer>
}

export interface User {
  id: string
  tenant: string
  name?: string
}

/** What the IDs of an OMS look like whose sub-orders are not numbered as Increff's are. */
export interface SubOrderIdRule {
  /**
   * Source of a regular expression of whole IDs, read with the flag `u` and without others: `^#\d{4,10}$`,
   * `^SO/\d{4}/\d{5}$`. It begins with `^` and ends with `$`, alternatives stand in a group, and it matches neither the empty
   * text nor `EXAMPLE`, the ID of the sample (`^(?!EXAMPLE$)[A-Z0-9]{6,12}$`). It is matched in time that grows with the text,
   * whatever it holds; what would not allow that is refused: lookbehinds, references, `\b`, lookaheads but right behind `^`.
   */
  pattern: string
  /** A sentence that says what an ID looks like, at most 200 characters: `An ID begins with #, as #1001 does.` Shown as text. */
  hint: string
}

/** What a deployment may change. Defaults, with their reasons, stand in `config.ts`. */
export interface Settings {
  /** Templates with `{subOrderId}`. */
  paths?: { cancelSubOrder?: string; cancelLineItems?: string; readSubOrder?: string }
  /** How many calls may start in a minute; above 0. */
  callsPerMinute?: number
  /** Milliseconds until a call without an answer is called UNKNOWN. */
  answerTimeoutMs?: number
  /** Data rows a sheet may have. */
  maxRows?: number
  /** The host says that repeating the same cancel has no second effect. */
  repeatIsSafe?: boolean
  /** Since 1.2: codes of a 500 that are refusals of the sub-order and no failure of the server; case and underscores aside. */
  refusalCodes?: readonly string[]
  /** Since 1.2: codes of a 4xx that say that all that was asked is cancelled already; case, underscores, one or two l aside. */
  alreadyCancelledCodes?: readonly string[]
  /**
   * Since 1.2: the IDs of this OMS. Cleaning comes first, and no rule lets through more than 255 characters, control characters,
   * what Excel has damaged, or dots alone between slashes. Default: 1 to 255 of `A-Z a-z 0-9 _ - .`, a letter or digit first, at
   * least one digit. One that cannot be used: the screen does not start, and says why.
   */
  subOrderId?: SubOrderIdRule
  /**
   * Since 1.2: what this OMS calls its columns, besides the screen's own names; any case, blanks, `_` and `-` aside. Up to 20
   * names each; none may stand for two meanings. The first is the one of samples, of texts that name a column, and of files
   * that came without a header. Default: none.
   */
  columns?: { subOrderId?: readonly string[]; skuId?: readonly string[]; quantity?: readonly string[] }
}

export interface Theme {
  mode?: 'light' | 'dark'
  /** antd design tokens, `{ colorPrimary: '#5b21b6' }`. */
  tokens?: Record<string, string | number>
  /** For hosts with a content security policy on styles. */
  nonce?: string
}

/**
 * `{ start: 'Cancel now', 'ready.title': '{n, plural, one {# shipment} other {# shipments}} ready' }`: by the keys and with
 * the placeholders that `docs/texts.md` lists; shown as text, never as markup. `language` says which language they are in,
 * where they are a translation. What does not fit is left out, with a warning in the console. Statuses, codes and downloads
 * keep their words.
 */
export type Texts = Readonly<Record<string, string>>

/** How one sub-order ended, in the words of the audit. */
export type AuditOutcome = 'cancelled' | 'already-cancelled' | 'failed' | 'unknown' | 'not-cancelled'

interface EventBase {
  /** UUID of the run. */
  runId: string
  /** 1, 2, 3 … within the run, without a gap. */
  sequence: number
  /** ISO 8601, UTC. */
  at: string
  /** The run's progress after this event. */
  done: number
  total: number
}

/**
 * Audit and telemetry: one event when a run starts, pauses, goes on, ends, and one an outcome. In the order of their
 * numbers and none missing, also after a crash; what was perhaps not told before it is told again, with the same number.
 */
export type PluginEvent =
  | (EventBase & { type: 'run-started' | 'run-continued' | 'run-stopped' | 'run-finished' })
  | (EventBase & { type: 'run-paused'; reason: string })
  | (EventBase & {
      type: 'outcome'
      subOrderId: string
      outcome: AuditOutcome
      /** The server's own code and message, where it refused. */
      code?: string
      message?: string
      /** True where the answer came after the call had been given up as unanswered. */
      late?: boolean
      /**
       * Where it is not the server's answer to the call: a read of the sub-order's state, a person's decision, or a page
       * that found the call cut off. `not-cancelled`: what was unknown is open, and may be sent again.
       */
      by?: 'status-read' | 'person' | 'recovery'
    })

export interface Host {
  /** Semantic version of the contract that the host implements: `1.0.0`. */
  contract: string
  api: ApiClient
  user: User
  /** Absent: everything is allowed, the server decides. */
  can?(permission: string): boolean
  /**
   * BCP 47; default: the browser's. English and Hindi have texts of their own, any other gets English ones; figures, dates and
   * the direction of the layout follow the locale.
   */
  locale?: string
  /** Since 1.1, optional: texts of the host's own in the place of the screen's. */
  texts?: Texts
  theme?: Theme
  settings?: Settings
  onEvent?(event: PluginEvent): void
  /**
   * Leave guard while calls go out; `reason` answers null when leaving is fine. Block only what unloads the page (a reload,
   * another address, the tab): another menu of the portal unmounts the screen, and the run goes on. Returns its own removal.
   */
  blockLeaving?(reason: () => string | null, options?: { scope: 'page' }): () => void
  /** Tells of a new user, or none. Returns its own removal. */
  onSessionChange?(listener: (user: User | null) => void): () => void
}

export interface PluginStatus {
  phase: 'idle' | 'running' | 'paused'
  done: number
  total: number
}

export interface PluginHandle {
  /** New theme, locale, texts, permissions: no remount, no lost run. */
  update(host: Host): void
  /** For a badge in the shell. */
  status(): PluginStatus
  /** Leaves nothing in the DOM; a run goes on. */
  unmount(): Promise<void>
}

export interface Menu {
  label: string
  path: string
  section: string
  permission: string
}

export interface Plugin {
  id: 'sub-order-cancellation'
  version: string
  /** Semver range of the host contract that the plugin needs. */
  contract: string
  menu: Menu
  /** Never throws: a bad host gets a screen that says why. */
  mount(element: HTMLElement, host: Host): PluginHandle
  /** Of this page, also where no screen is mounted: for a badge in the shell beside another menu. */
  status(): PluginStatus
}
