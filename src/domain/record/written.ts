import type { LogEntry } from './logEntry'

/**
 * Why the journal refused a write; it wrote nothing. `fenced`: another tab has taken the run over. `not-pending`: the
 * next request may not be sent. `settled`: a late answer or a person has settled the next request. `still-out`: a call
 * of the next request, in this tab or another, may still be answered. `done-elsewhere`: an earlier run cancelled the
 * request, or left it in doubt. `storage`: the browser did not write.
 */
export type Refusal = 'fenced' | 'not-pending' | 'settled' | 'still-out' | 'done-elsewhere' | 'storage'

/** A write that the journal refused. */
export interface Refused {
  readonly ok: false
  readonly why: Refusal
}

/** A write that is on the disk. */
interface Kept {
  readonly ok: true
  /** The entries to send to the host, in order. */
  readonly log: readonly LogEntry[]
}

/** How a write ended. */
export type Written = Kept | Refused
