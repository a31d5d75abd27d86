import { createCancelSubOrder } from '../src/api/cancelSubOrder'
import { createReadSubOrder } from '../src/api/readSubOrder'
import type { CancelPaths } from '../src/api/wire'
import type { Attempt, CancellationRequest } from '../src/domain/run/cancellation'
import type { SkuId, SubOrderId } from '../src/domain/ids/identifiers'
import type { ApiClient } from '../src/host/contract'
import type { Patience } from './patience'
import { type Arrival, CASES, type Case, findCase, HELLO, type Probe } from './probe'

/** What is tried, with the host’s own settings. */
export interface Subject {
  readonly api: ApiClient
  readonly paths: CancelPaths & { readonly readSubOrder: string | undefined }
  /** Milliseconds. */
  readonly answerTimeoutMs: number
}

/** What became of one cancel. */
export interface Heard {
  /** What the screen would make of it. */
  readonly attempt: Attempt
  readonly arrivals: readonly Arrival[]
}

export interface Tried {
  readonly heard: Readonly<Partial<Record<Case, Heard>>>
  /** All that came, to the end. */
  readonly arrivals: readonly Arrival[]
  /** The cancel that did not come to the probe; none went out after it. */
  readonly stoppedAt?: Case
  readonly silenceMs: number
}

export const KEY = '8d9f7f3e-6c55-4c8e-9c5b-2f1f0e6f3a11'
export const LINE = { skuId: '0086473269', quantity: 2 }

/** The one that is answered late comes last, so that repeats of all the others have that time to come. */
const ORDER = Object.keys(CASES) as Case[]
const HELLO_PATH = 'orders/{subOrderId}'
/** A client with retries of its own may need some seconds to settle. */
const ANSWER_LIMIT_MS = 15_000

function createRequest(id: string, isLines = false): CancellationRequest {
  const subOrderId = id as SubOrderId
  if (!isLines) return { kind: 'whole', subOrderId, row: 1 }
  return {
    kind: 'line-items',
    subOrderId,
    row: 1,
    lineItems: [{ ...LINE, skuId: LINE.skuId as SkuId, row: 1 }],
  }
}

/** Reads from the probe, as the screen reads a sub-order. */
export async function greetProbe({ api, paths }: Subject, probe: Probe) {
  const readSubOrder = createReadSubOrder({
    readApi: () => api,
    readPath: () => paths.readSubOrder ?? HELLO_PATH,
    readAnswerTimeoutMs: () => ANSWER_LIMIT_MS,
  })
  // What an earlier check has left.
  await probe.takeArrivals()
  const reading = await readSubOrder(createRequest(HELLO))
  const arrivals = await probe.takeArrivals()
  return {
    hasArrived: arrivals.some(({ path }) => path.includes(HELLO)),
    isRead: reading.kind === 'read' && reading.isCancelled,
  }
}

function sendCancel(
  { api, paths }: Subject,
  request: CancellationRequest,
  limitMs: number,
): Promise<Attempt> {
  const cancel = createCancelSubOrder({
    readApi: () => api,
    readPaths: () => paths,
    readAnswerTimeoutMs: () => limitMs,
    wallNow: () => Date.now(),
  })
  return cancel(request, KEY)
}

/** Sends one cancel for each case, one by one as the screen does, and none after the first that does not come to the probe. */
export async function tryClient(subject: Subject, probe: Probe, patience: Patience): Promise<Tried> {
  // After its own time-out the screen calls it UNKNOWN, whatever the client does.
  const silenceMs = Math.round(Math.min(patience.silenceMs, subject.answerTimeoutMs * 0.9))
  const heard: Partial<Record<Case, Heard>> = {}
  const all: Arrival[] = []
  const take = async () => {
    const taken = await probe.takeArrivals()
    all.push(...taken)
    return taken
  }
  let stoppedAt: Case | undefined
  for (const name of ORDER) {
    const isSilent = name === 'silent'
    const id = isSilent ? `${CASES.silent}-${String(silenceMs)}` : CASES[name]
    const limitMs = ANSWER_LIMIT_MS + (isSilent ? silenceMs : 0)
    const attempt = await sendCancel(subject, createRequest(id, name === 'lines'), limitMs)
    // Late repeats of earlier cases are none of it; a path that names no case can only be its own.
    const arrivals = (await take()).filter((arrival) => (findCase(arrival) ?? name) === name)
    if (arrivals.length === 0 && !isSilent) {
      stoppedAt = name
      break
    }
    heard[name] = { attempt, arrivals }
  }
  await patience.wait(patience.lateMs)
  await take()
  return { heard, arrivals: all, silenceMs, ...(stoppedAt && { stoppedAt }) }
}
