import { clampTimer } from './clampTimer'

/**
 * Waits for a promise, but no longer than `ms` milliseconds. Rejects as the promise does.
 *
 * @param giveUp called once the time is over; its value is taken instead, and the promise is no longer listened to
 */
export function withTimeout<Value>(
  promise: Promise<Value>,
  ms: number,
  giveUp: () => Value | Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(giveUp()), clampTimer(ms))
    void promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
