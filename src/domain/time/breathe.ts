/**
 * Long work calls this between two small steps. It answers undefined while the slice of time lasts, else a promise
 * that resolves once the page has had its turn (input, paint): `const pause = breathe(); if (pause) await pause`.
 */
export type Breathe = () => Promise<void> | undefined

/** For tests and workers, where nobody waits. */
export const holdBreath: Breathe = () => undefined
