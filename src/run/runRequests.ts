import type { Attempt, CancellationRequest, CancelSubOrder } from '../domain/cancellation'
import { deriveIdempotencyKey } from '../domain/idempotencyKey'
import { type PauseReason, pickAt, type Run, type RunEvent } from '../domain/run'
import type { Clock } from './clock'
import type { Pacer } from './pacer'
import { chooseWait, createPausePolicy, LONGEST_WAIT_MS } from './policy'
import type { StopSignal } from './stopSwitch'

export interface RunPorts {
  readonly cancelSubOrder: CancelSubOrder
  readonly pacer: Pacer
  readonly clock: Clock
  /** Asked before each call: false once another person is signed in, or none. */
  isUserHere(): boolean
}

type Work = Pick<Run, 'id' | 'picks' | 'total' | 'done'>

/** A request that was proven not processed: wait or hold, then the same one again. */
async function* standBack(
  attempt: Extract<Attempt, { kind: 'not-processed' }>,
  clock: Clock,
  stop: StopSignal,
): AsyncGenerator<RunEvent, 'again' | 'held'> {
  if (attempt.why === 'session') {
    yield { type: 'paused', reason: 'session' }
    return 'held'
  }
  const wait = chooseWait(attempt.retryAfterMs, clock.wallNow())
  if (wait > LONGEST_WAIT_MS) {
    yield { type: 'paused', reason: 'rate-limited' }
    return 'held'
  }
  yield { type: 'waiting', until: clock.wallNow() + wait }
  await clock.wait(wait, stop)
  return 'again'
}

function readStop(stop: StopSignal): RunEvent {
  const reason: unknown = stop.reason
  return reason === ('principal-changed' satisfies PauseReason)
    ? { type: 'paused', reason: 'principal-changed' }
    : { type: 'stopped' }
}

/**
 * Sends the requests one at a time, in order, and yields what happens as it happens. Stop prevents the next request;
 * a request already sent is always waited for. `sending` is yielded before the call goes out: a consumer that awaits
 * something durable there has it on record first.
 */
export async function* runRequests(
  work: Work,
  requests: readonly CancellationRequest[],
  ports: RunPorts,
  stop: StopSignal,
): AsyncGenerator<RunEvent, void> {
  const { cancelSubOrder, pacer, clock } = ports
  const pauseAfter = createPausePolicy()
  let index = work.done
  while (index < work.total) {
    const turn = pacer.nextTurn(stop)
    if (turn) await turn
    if (stop.aborted) {
      yield readStop(stop)
      return
    }
    if (!ports.isUserHere()) {
      yield { type: 'paused', reason: 'principal-changed' }
      return
    }
    const request = requests[pickAt(work, index)]
    if (!request) throw new Error(`run ${work.id} has no request at ${index}`)

    yield { type: 'sending', index }
    // Whoever heard of it may have stopped the run.
    if (stop.aborted) {
      yield { type: 'returned', index }
      yield readStop(stop)
      return
    }
    pacer.started()
    const attempt = await cancelSubOrder(request, deriveIdempotencyKey(work.id, index))
    if (attempt.kind === 'not-processed') {
      yield { type: 'returned', index }
      if ((yield* standBack(attempt, clock, stop)) === 'held') return
      continue
    }
    const { outcome, late } = attempt
    yield { type: 'settled', index, outcome, ...(late ? { late } : {}) }
    index += 1

    const pause = pauseAfter(attempt.trouble)
    if (pause) {
      yield { type: 'paused', reason: pause }
      return
    }
  }
  yield { type: 'finished' }
}
