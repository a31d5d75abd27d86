/** Raised: no further request starts. Its `reason` may be a `PauseReason`; then the run pauses in place of stopping. */
export type StopSignal = AbortSignal

/** The switch of the one run that may go on in a session. */
export interface StopSwitch {
  /** To be called when a run goes on; the signal belongs to this stint alone. */
  arm(): StopSignal
  raise(reason: 'user' | 'principal-changed'): void
}

export function createStopSwitch(): StopSwitch {
  let current: AbortController | undefined
  return {
    arm: () => {
      // Whoever still waits in the name of an earlier stint has nothing to wait for.
      current?.abort('user')
      current = new AbortController()
      return current.signal
    },
    raise: (reason) => current?.abort(reason),
  }
}
