/**
 * The promises of the host and the plugin to each other. Types only: a host can copy this file.
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

/** The server's answer, whatever its status. */
export interface ApiAnswer {
  status: number
  headers?: Record<string, string>
  /**
   * For a refusal, Increff's `{ code, message, description }`; a text `advice` beside them replaces the screen's
   * advice.
   */
  body?: unknown
}

/** The host's HTTP client. */
export interface ApiClient {
  /** Resolves with the server's answer, whatever its status; rejects only if no answer comes. */
  request(request: ApiRequest): Promise<ApiAnswer>
}

/** The signed-in user: a run belongs to one user of one tenant. */
export interface User {
  id: string
  tenant: string
  name?: string
}

/** The look of an OMS's IDs, if they differ from Increff's. */
export interface SubOrderIdRule {
  /**
   * Source of a regular expression that matches whole IDs, with the flag `u` alone: `^#\d{4,10}$`, `^SO/\d{4}/\d{5}$`.
   * The pattern begins with `^`, ends with `$`, and has its alternatives in a group. It matches neither the empty text
   * nor `EXAMPLE`, the ID of the sample (`^(?!EXAMPLE$)[A-Z0-9]{6,12}$`). A match takes time in proportion to the text;
   * the screen refuses everything that could take longer: lookbehinds, references, `\b`, and lookaheads anywhere but
   * right behind `^`.
   */
  pattern: string
  /**
   * A sentence about the look of an ID, at most 200 characters, shown as text: `An ID begins with #, as #1001 does.`
   */
  hint: string
}

/** Settings of a deployment. `app/config.ts` gives the reason of each default. */
export interface Settings {
  /** Templates with `{subOrderId}`. Default: the published paths, and no path to read a sub-order. */
  paths?: { cancelSubOrder?: string; cancelLineItems?: string; readSubOrder?: string }
  /** How many calls may start in a minute; above 0. Default: 200. */
  callsPerMinute?: number
  /** Milliseconds until a call without an answer is UNKNOWN. Default: 120,000. */
  answerTimeoutMs?: number
  /** How many data rows a sheet may have. Default: 100,000. */
  maxRows?: number
  /** The host says that repeating the same cancel has no second effect. Default: false. */
  repeatIsSafe?: boolean
  /** Since 1.2: codes of a 500 that mean a refusal of the sub-order, case and underscores aside. Default: none. */
  refusalCodes?: readonly string[]
  /**
   * Since 1.2: codes of a 4xx that mean "already cancelled". Letter case, underscores and a double l make no
   * difference. Default: none.
   */
  alreadyCancelledCodes?: readonly string[]
  /**
   * Since 1.2: the IDs of this OMS. Texts are cleaned first, and no rule lets through more than 255 characters, control
   * characters, texts that Excel has damaged, or dots alone between slashes. Default: 1 to 255 of `A-Z a-z 0-9 _ - .`,
   * a letter or digit first, at least one digit. With an unusable rule the screen does not start, and says why.
   */
  subOrderId?: SubOrderIdRule
  /**
   * Since 1.2: this OMS's names of columns, in addition to the screen's own names; letter case, blanks, `_` and `-`
   * aside. Up to 20 names each; no name may have two meanings. The first name stands in samples, in texts that name a
   * column, and in files that came without a header. Default: none.
   */
  columns?: { subOrderId?: readonly string[]; skuId?: readonly string[]; quantity?: readonly string[] }
}

/** The look of the screen. */
export interface Theme {
  /** Default: `light`. */
  mode?: 'light' | 'dark'
  /** antd design tokens, `{ colorPrimary: '#5b21b6' }`. Default: the screen's own. */
  tokens?: Record<string, string | number>
  /** Nonce of the style elements, for hosts with a content security policy on styles. Default: none. */
  nonce?: string
}

/**
 * `{ start: 'Cancel now', 'ready.title': '{n, plural, one {# shipment} other {# shipments}} ready' }`: by the keys and
 * with the placeholders that `docs/texts.md` lists; shown as text, never as markup. For a translation, `language` names
 * its language. The screen leaves out a text that does not fit, with a warning in the console. Statuses, codes and
 * downloads keep their words.
 */
export type Texts = Readonly<Record<string, string>> & FormerTexts

/**
 * Keys with words that the screen no longer uses. They work until contract 2.0, as does each key that begins with
 * `mend.` (now `edit.`, and `edit.remove` for `mend.drop`): `docs/texts.md` lists them all.
 */
export interface FormerTexts {
  /** @deprecated Since 1.2: `closedNote`. */
  readonly asideNote?: string
  /** @deprecated Since 1.2: `closedEdited`. */
  readonly asideMended?: string
  /** @deprecated Since 1.2: `reopen`. */
  readonly asideShow?: string
  /** @deprecated Since 1.2: `issues.titleResolved`. */
  readonly 'issues.titleMended'?: string
  /** @deprecated Since 1.2: `issues.textResolved`. */
  readonly 'issues.textMended'?: string
  /** @deprecated Since 1.2: `issue.skippedByLeftOut`. */
  readonly 'issue.heldByLeftOut'?: string
  /** @deprecated Since 1.2: `ready.allSkipped`. */
  readonly 'ready.allHeldBack'?: string
  /** @deprecated Since 1.2: `dialog.skipped`. */
  readonly 'dialog.heldBack'?: string
  /** @deprecated Since 1.2: `dialog.removed`. */
  readonly 'dialog.dropped'?: string
  /** @deprecated Since 1.2: `recovered.skipped`. */
  readonly 'recovered.heldBack'?: string
  /** @deprecated Since 1.2: `earlier.skipped`. */
  readonly 'earlier.held'?: string
  /** @deprecated Since 1.2: `earlier.skippedInDoubt`. */
  readonly 'earlier.heldInDoubt'?: string
  /** @deprecated Since 1.2: `finished.skipped`. */
  readonly 'finished.heldBack'?: string
}

/** The outcome of one sub-order, in the words of the audit. */
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
 * Audit and telemetry: an event for each start, pause, continuation, end and outcome of a run. Events come in the order
 * of their numbers and without gaps, even after a crash. An event that was perhaps not delivered before a crash comes
 * again, with the same number.
 */
export type PluginEvent =
  | (EventBase & { type: 'run-started' | 'run-continued' | 'run-stopped' | 'run-finished' })
  | (EventBase & { type: 'run-paused'; reason: string })
  | (EventBase & {
      type: 'outcome'
      subOrderId: string
      outcome: AuditOutcome
      /** The server's own code and message, for a refusal. */
      code?: string
      message?: string
      /** True where the answer came after the call had timed out. */
      late?: boolean
      /**
       * The source of an outcome that is no answer to the call: a read of the sub-order's state, a person's decision,
       * or a page that found the call cut off. `not-cancelled`: the unknown sub-order is open, and may be sent again.
       */
      by?: 'status-read' | 'person' | 'recovery'
    })

/** All that the host gives to the plugin. */
export interface Host {
  /** Semantic version of the contract that the host implements: `1.0.0`. */
  contract: string
  api: ApiClient
  user: User
  /** Whether the user has a permission. Default: the screen allows everything, and the server decides. */
  can?(permission: string): boolean
  /**
   * BCP 47; default: the browser's. The screen has English and Hindi texts, and shows English texts for any other
   * locale. Figures, dates and the direction of the layout follow the locale.
   */
  locale?: string
  /** Since 1.1: the host's own texts, in place of the screen's. Default: none. */
  texts?: Texts
  /** Default: the screen's own look. */
  theme?: Theme
  /** Default: those of each setting. */
  settings?: Settings
  /** Gets each event of a run. Default: the events wait in the journal. */
  onEvent?(event: PluginEvent): void
  /**
   * Leave guard while calls go out; `reason` returns null when leaving is fine. Block only actions that unload the page
   * (a reload, another address, closing the tab): another menu of the portal unmounts the screen, and the run goes on.
   * Returns its own removal. Default: the browser's own question alone.
   */
  blockLeaving?(reason: () => string | null, options?: { scope: 'page' }): () => void
  /**
   * Calls the listener with a new user, or with null. Returns its own removal. Default: the screen learns of the end of
   * a session by the server's refusal of a call.
   */
  onSessionChange?(listener: (user: User | null) => void): () => void
}

/** The state of the page's run, for a badge. */
export interface PluginStatus {
  phase: 'idle' | 'running' | 'paused'
  done: number
  total: number
}

/** A mounted screen. */
export interface PluginHandle {
  /** Takes over a new theme, locale, texts and permissions, without a remount and without losing a run. */
  update(host: Host): void
  /** For a badge in the shell. */
  status(): PluginStatus
  /** Takes the screen out of the DOM; a run goes on. */
  unmount(): Promise<void>
}

/** The plugin's entry in the host's menu. */
export interface Menu {
  label: string
  path: string
  section: string
  permission: string
}

/** The plugin, as a host loads it. */
export interface Plugin {
  id: 'sub-order-cancellation'
  version: string
  /** Semver range of the host contract that the plugin needs. */
  contract: string
  menu: Menu
  /** Mounts the screen. Never throws: for a bad host the screen says why it does not start. */
  mount(element: HTMLElement, host: Host): PluginHandle
  /** The status of this page, even without a mounted screen: for a badge in the shell beside another menu. */
  status(): PluginStatus
}
