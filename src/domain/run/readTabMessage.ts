import type { UnknownReason, Verdict } from './outcome'
import type { PauseReason } from './run'
import type { TabMessage, SharedEvent } from './tabMessage'

type Shape = Readonly<Record<string, unknown>>
type Check = (shape: Shape) => boolean

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null
const isIndex = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0
const isFigure = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isTrue = () => true

/** Whether the check of that name passes. A name of the prototype, such as `toString`, has no check. */
function passes(checks: Readonly<Record<string, Check>>, name: unknown, shape: Shape): boolean {
  return isText(name) && Object.hasOwn(checks, name) && checks[name]?.(shape) === true
}

const hasStatus: Check = ({ httpStatus }) => isFigure(httpStatus)

const hasFailure: Check = ({ failure }) =>
  isShape(failure) && isText(failure.code) && isText(failure.message) && isFigure(failure.httpStatus)

const reasons: Readonly<Record<UnknownReason['why'], Check>> = {
  'timed-out': ({ afterMs }) => isFigure(afterMs),
  'no-answer': isTrue,
  'server-error': hasStatus,
  'unreadable-answer': hasStatus,
  'not-an-answer': isTrue,
  accepted: hasStatus,
  'in-progress': hasStatus,
  'unnamed-failure': hasStatus,
  'in-part': hasStatus,
  interrupted: isTrue,
  'refused-again': hasFailure,
}

const verdicts: Readonly<Record<Verdict['by'], Check>> = {
  'status-read': ({ at }) => isFigure(at),
  person: ({ at, name }) => isFigure(at) && isText(name),
}

const pauses: Readonly<Record<PauseReason, Check>> = {
  session: isTrue,
  'rate-limited': isTrue,
  forbidden: isTrue,
  'not-allowed': isTrue,
  connection: isTrue,
  server: isTrue,
  contract: isTrue,
  'principal-changed': isTrue,
  storage: isTrue,
  interrupted: isTrue,
  'done-elsewhere': isTrue,
  fault: isTrue,
}

const outcomes: Readonly<Record<'succeeded' | 'failed' | 'unknown', Check>> = {
  succeeded: ({ how, verdict }) =>
    (how === 'cancelled' || how === 'already-cancelled') &&
    (verdict === undefined || (isShape(verdict) && passes(verdicts, verdict.by, verdict))),
  failed: hasFailure,
  unknown: ({ reason }) => isShape(reason) && passes(reasons, reason.why, reason),
}

const isOutcome = (value: unknown) => isShape(value) && passes(outcomes, value.status, value)
const hasIndex: Check = ({ index }) => isIndex(index)

const events: Readonly<Record<SharedEvent['type'], Check>> = {
  sending: hasIndex,
  settled: ({ index, outcome }) => isIndex(index) && isOutcome(outcome),
  returned: hasIndex,
  passed: hasIndex,
  waiting: ({ until }) => isFigure(until),
  paused: ({ reason }) => passes(pauses, reason, {}),
  stopped: isTrue,
  finished: isTrue,
  resolved: ({ position, outcome }) => isIndex(position) && (outcome === null || isOutcome(outcome)),
}

function isEvent(value: unknown): value is SharedEvent {
  return isShape(value) && passes(events, value.type, value)
}

/**
 * Reads the message of another tab by its shape: an older or newer version of the screen may run there. A message with
 * events that this version does not know becomes a `changed`, since the journal holds their effects.
 *
 * @returns undefined where the data is no message of ours
 */
export function readTabMessage(data: unknown): TabMessage | undefined {
  if (!isShape(data)) return undefined
  const { type, id } = data
  if (type === 'hello' || type === 'who') return { type }
  if (type === 'here') return isText(data.page) ? { type, page: data.page } : undefined
  if (!isText(id) || id === '') return undefined
  switch (type) {
    case 'began':
    case 'ended':
    case 'stop':
    case 'changed':
      return { type, id }
    case 'happened': {
      const told: unknown = data.events
      if (!Array.isArray(told) || !told.every(isEvent)) return { type: 'changed', id }
      return { type, id, ...(isText(data.runId) ? { runId: data.runId } : {}), events: told }
    }
    default:
      return undefined
  }
}
