/**
 * Long work calls this between two small steps. It returns undefined while the slice of time lasts, else a promise that
 * resolves once the page has had its turn (input, paint): `const pause = yieldIfDue(); if (pause) await pause`.
 */
export type YieldIfDue = () => Promise<void> | undefined

/** Never yields: for tests and workers, where nobody waits for the thread. */
export const neverYield: YieldIfDue = () => undefined
