import type { YieldIfDue } from './yieldIfDue'

/** Rows or texts a step: few enough that a step does not block the page. */
export const ITEMS_A_STEP = 1000

/** Long work in small steps, so that the page can have its turn between two steps. The last step returns the result. */
export type Steps<Value> = Generator<undefined, Value>

/** Takes all steps at once: for short work, or where nobody waits. */
export function takeSteps<Value>(steps: Steps<Value>): Value {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** Gives the page its turn between two steps, as often as `yieldIfDue` says. */
export async function takeStepsInSlices<Value>(steps: Steps<Value>, yieldIfDue: YieldIfDue): Promise<Value> {
  let step = steps.next()
  while (!step.done) {
    const pause = yieldIfDue()
    if (pause) await pause
    step = steps.next()
  }
  return step.value
}
