import type { Attempt, CancelSubOrder } from '../domain/run/cancellation'
import { deriveIdempotencyKey } from '../domain/ids/idempotencyKey'
import type { Recorded, Recorder, RunEnd, Step } from '../domain/record/step'
import type { Refusal } from '../domain/record/written'
import type { Outcome } from '../domain/run/outcome'
import { type RequestList, requestAt } from '../domain/run/requestList'
import { type PauseReason, pickAt, type Run, type RunEvent } from '../domain/run/run'
import type { Clock } from './clock'
import type { Pacer } from './pacer'
import { chooseWait, createPausePolicy, LONGEST_WAIT_MS } from './policy'
import type { StopSignal } from './stopSwitch'

export interface RunPorts {
  readonly cancelSubOrder: CancelSubOrder
  readonly pacer: Pacer
  readonly clock: Clock
  /** Writes every step to the disk before the loop goes on. */
  readonly recorder: Recorder
  /** Asked before each call: false once another person is signed in, or nobody. */
  isUserHere(): boolean
  /** Asked before each call: false once the host says that this user may not cancel any more. */
  isAllowed(): boolean
  /** Asked before each call: a promise where the machine may have slept. It resolves to the reason to pause, if any. */
  checkAwake?(): Promise<PauseReason | undefined> | undefined
}

/**
 * Unanswered calls that were given up hold their connections. A browser has six: with all of them taken, no call gets
 * out.
 */
const MOST_UNANSWERED = 4

type Work = Pick<Run, 'id' | 'picks' | 'total' | 'done'>
type Settled = Extract<RunEvent, { type: 'settled' }>

/** The answer to the last call, and the event that shows it even where it cannot be written. */
interface Heard {
  readonly outcome: Outcome
  readonly event: Settled
}

const PAUSE_OF_REFUSAL: Record<Refusal, PauseReason> = {
  fenced: 'interrupted',
  'not-pending': 'interrupted',
  settled: 'interrupted',
  'still-out': 'interrupted',
  'done-elsewhere': 'done-elsewhere',
  storage: 'storage',
}

function readStop(stop: StopSignal): RunEnd {
  const reason: unknown = stop.reason
  return reason === ('principal-changed' satisfies PauseReason)
    ? { phase: 'paused', pausedBy: 'principal-changed' }
    : { phase: 'stopped' }
}

function writeEnd(end: RunEnd): RunEvent {
  return end.phase === 'paused' ? { type: 'paused', reason: end.pausedBy } : { type: end.phase }
}

/** Whether the recorder refuses this request alone: the run goes on with the next. */
function isPassedOver(written: Awaited<ReturnType<Recorder['write']>>): boolean {
  return !written.ok && (written.why === 'settled' || written.why === 'still-out')
}

/** A refused repeat settles nothing: the call before may have been delivered. */
function shield(outcome: Outcome, isRepeat: boolean | undefined): Outcome {
  if (outcome.status !== 'failed' || !isRepeat) return outcome
  return { status: 'unknown', reason: { why: 'refused-again', failure: outcome.failure } }
}

/** The server did not process the request: chooses the wait before it is sent again, or the reason to pause. */
function chooseStandBack(
  attempt: Extract<Attempt, { kind: 'not-processed' }>,
  wallNow: number,
): { readonly waitMs: number } | { readonly hold: PauseReason } {
  if (attempt.why !== 'rate-limited') return { hold: attempt.why }
  const waitMs = chooseWait(attempt.retryAfterMs, wallNow)
  return waitMs > LONGEST_WAIT_MS ? { hold: 'rate-limited' } : { waitMs }
}

/**
 * Sends the requests one at a time, in order, and yields what happens as it happens. Stop prevents the next request; a
 * request already sent is always waited for. Each request is on record before it goes out. Its outcome is yielded once
 * it is on record; where the storage refuses it, the outcome is yielded all the same, and the run pauses before the
 * next call.
 */
export async function* runRequests(
  work: Work,
  requests: RequestList,
  ports: RunPorts,
  stop: StopSignal,
): AsyncGenerator<RunEvent, void> {
  const { cancelSubOrder, pacer, clock, recorder } = ports
  const pauseAfter = createPausePolicy()
  let index = work.done
  let heard: Heard | undefined
  let unanswered = 0

  /**
   * Writes the last answer and the next intent in one step.
   *
   * @returns undefined where the run pauses, after yielding so
   */
  async function* record(
    step: Omit<Step, 'settled' | 'done'>,
  ): AsyncGenerator<RunEvent, Recorded | 'passed' | undefined> {
    const settled = heard && {
      position: pickAt(work, heard.event.index),
      outcome: heard.outcome,
      isOut: heard.event.late !== undefined,
    }
    const said = { ...(settled ? { settled } : {}), done: index }
    let written = await recorder.write({ ...step, ...said })
    const isPassed = isPassedOver(written)
    if (isPassed) written = await recorder.write({ ...said, done: index + 1 })
    const refusal = written.ok ? undefined : PAUSE_OF_REFUSAL[written.why]
    let judged = written.ok ? written.settled : undefined
    // The refused step wrote nothing: the answer is written alone, as long as this tab still holds the run.
    if (!written.ok && step.next && (written.why === 'not-pending' || written.why === 'done-elsewhere')) {
      const held = await recorder.write({
        ...said,
        end: { phase: 'paused', pausedBy: PAUSE_OF_REFUSAL[written.why] },
      })
      judged = held.ok ? held.settled : undefined
    }
    // The answer is yielded even where it could not be written: the user must not act on less.
    if (heard) yield { ...heard.event, outcome: judged ?? heard.event.outcome }
    heard = undefined
    if (step.returned !== undefined) yield* giveBack(step.returned, written.ok ? written.returned : undefined)
    if (refusal) yield { type: 'paused', reason: refusal }
    else if (step.end) yield writeEnd(step.end)
    if (!isPassed || !written.ok) return written.ok ? written : undefined
    yield { type: 'passed', index }
    return 'passed'
  }
  /** @param outcome reported by an earlier call of the request meanwhile */
  function* giveBack(position: number, outcome: Outcome | undefined): Generator<RunEvent> {
    if (outcome) yield { type: 'resolved', position, outcome }
    yield { type: 'returned', index }
  }
  function readHold(): RunEnd | undefined {
    if (stop.aborted) return readStop(stop)
    if (!ports.isUserHere()) return { phase: 'paused', pausedBy: 'principal-changed' }
    return ports.isAllowed() ? undefined : { phase: 'paused', pausedBy: 'not-allowed' }
  }

  while (index < work.total) {
    const turn = pacer.nextTurn(stop)
    if (turn) {
      // There is time before the next turn, so the last answer is written now.
      if (heard && !(yield* record({}))) return
      await turn
    }
    const asleep = stop.aborted ? undefined : ports.checkAwake?.()
    const trouble = asleep && (await asleep)
    const hold = readHold() ?? (trouble ? ({ phase: 'paused', pausedBy: trouble } as const) : undefined)
    if (hold) {
      yield* record({ end: hold })
      return
    }
    const position = pickAt(work, index)
    const request = requestAt(requests, position)
    if (!request) throw new Error(`run ${work.id} has no request at ${index}`)
    const intent = yield* record({ next: { position, key: deriveIdempotencyKey(work.id, index) } })
    if (!intent) return
    if (intent === 'passed') {
      index += 1
      continue
    }
    const { key, call } = intent
    if (key === undefined || call === undefined)
      throw new Error(`run ${work.id} was given no key at ${index}`)

    yield { type: 'sending', index }
    // Writing took some time, and a listener may have stopped the run.
    const withdrawn = readHold()
    if (withdrawn) {
      yield* record({ returned: position, end: withdrawn })
      return
    }
    pacer.started()
    const attempt = await cancelSubOrder(request, key)
    if (attempt.kind === 'not-processed') {
      const standBack = chooseStandBack(attempt, clock.wallNow())
      const end = 'hold' in standBack ? ({ phase: 'paused', pausedBy: standBack.hold } as const) : undefined
      if (!(yield* record({ returned: position, ...(end ? { end } : {}) })) || !('waitMs' in standBack))
        return
      yield { type: 'waiting', until: clock.wallNow() + standBack.waitMs }
      await clock.wait(standBack.waitMs, stop)
      continue
    }
    const late = attempt.late && { call, outcome: attempt.late }
    const shown = shield(attempt.outcome, intent.isRepeat)
    heard = {
      outcome: attempt.outcome,
      event: { type: 'settled', index, outcome: shown, ...(late ? { late } : {}) },
    }
    index += 1
    if (late) {
      unanswered += 1
      void late.outcome.then(() => {
        unanswered -= 1
      })
    }
    const pausedBy = pauseAfter(attempt.trouble) ?? (unanswered >= MOST_UNANSWERED ? 'server' : undefined)
    if (pausedBy) {
      yield* record({ end: { phase: 'paused', pausedBy } })
      return
    }
  }
  yield* record({ end: { phase: 'finished' } })
}
