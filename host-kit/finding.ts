/** What the check of a host has found about one promise of the contract. */
export interface Finding {
  /** A word for it that stays the same: `repeats`, `error-body`. */
  readonly what: string
  /** `unclear`: it could not be told, and nothing was found against it. */
  readonly verdict: 'right' | 'wrong' | 'unclear'
  readonly says: string
  /** What to do; only where something is wrong. */
  readonly fix?: string
}

export const right = (what: string, says: string): Finding => ({ what, verdict: 'right', says })
export const unclear = (what: string, says: string): Finding => ({ what, verdict: 'unclear', says })
export const wrong = (what: string, says: string, fix: string): Finding => ({
  what,
  verdict: 'wrong',
  says,
  fix,
})
