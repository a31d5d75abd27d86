import type { YieldIfDue } from './yieldIfDue'

/** Rows or texts that are gone over in one step: few enough that it does not hold the page. */
export const ITEMS_A_STEP = 1000

/** Long work in small steps; between two of them somebody else may have a turn. What it came to is returned with the last. */
export type Steps<Value> = Generator<undefined, Value>

/** All steps at once: where nobody waits, or where there are few. */
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
