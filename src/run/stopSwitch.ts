/**
 * Once raised, no further request starts. Its `reason` may be a `PauseReason`: then the run pauses instead of stopping.
 */
export type StopSignal = AbortSignal

/** Stops the one run that may be running in a session. */
export interface StopSwitch {
  /** Called when a stint begins. The signal belongs to this stint alone. */
  arm(): StopSignal
  raise(reason: 'user' | 'principal-changed'): void
}

export function createStopSwitch(): StopSwitch {
  let current: AbortController | undefined
  return {
    arm: () => {
      // Waits of an earlier stint end here.
      current?.abort('user')
      current = new AbortController()
      return current.signal
    },
    raise: (reason) => current?.abort(reason),
  }
}
