/** How long a client is waited for. */
export interface Patience {
  /** How long the probe keeps one answer back, in milliseconds: longer than the usual time-outs of 30 s. */
  readonly silenceMs: number
  /** How long a repeat may still come after the last answer. */
  readonly lateMs: number
  wait(ms: number): Promise<void>
}

export const PATIENCE: Patience = {
  silenceMs: 35_000,
  lateMs: 3000,
  wait: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms)
    }),
}
