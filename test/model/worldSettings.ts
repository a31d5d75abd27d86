export interface WorldSettings {
  readonly hasLocks: boolean
  readonly canRead: boolean
  readonly repeatIsSafe: boolean
  /** What the server answers when a cancelled sub-order is cancelled again. */
  readonly repeats: 'says so' | 'refuses' | 'honours keys' | 'ok again'
  /** Decides the order of events that may happen in any order. */
  readonly choices: readonly number[]
}
