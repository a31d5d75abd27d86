import type { Settings } from '../src/host/contract'
import { createLedger, type Ledger, type LedgerOptions } from './ledger'
import { createObstacles, type ObstacleOptions, type Obstacles } from './obstacles'
import { readScripted } from './readScripted'
import { completeReply, obstacles as obstacleReplies, type Reply } from './replies'
import { type Command, type PretendRequest, readCommand, readJson } from './requests'
import type { AnswerData, ScriptedAnswer } from './script'

export interface OmsOptions extends LedgerOptions, ObstacleOptions {
  /** Milliseconds of each answer; default 5: no real server answers within the same tick. */
  readonly delayMs?: number | undefined
  /** Calls without this header are answered 401: `x-oms-session`. */
  readonly sessionHeader?: string
  /** The paths of its API; default: the paths of the contract. */
  readonly paths?: Settings['paths'] | undefined
}

/** One call, as the log keeps it. */
export interface ReceivedCall {
  readonly method: string
  readonly path: string
  /** Decoded; empty where the path names none. */
  readonly subOrderId: string
  readonly idempotencyKey: string | undefined
  readonly body: unknown
  /** Calls being answered at that moment, this one included. */
  readonly inFlight: number
  readonly answered: number | 'drop' | 'hang'
}

/** An answer for MSW or node:http, which call `sent` once the answer is out, so that calls in flight can be counted. */
export interface PretendAnswer extends Reply {
  readonly delayMs: number
  readonly until?: Promise<unknown>
  /** No reply: the connection breaks, or stays silent for ever. */
  readonly lost?: 'drop' | 'hang'
  sent(): void
}

/** The part of the OMS that this screen uses. Effect and answer of a call are fixed at the moment when it arrives. */
export interface PretendOms extends Omit<Ledger, 'execute'> {
  answer(request: PretendRequest): PretendAnswer
  /** Sets the next answers for this sub-order, in turn; then the OMS behaves as usual. Throws for no answer. */
  script(subOrderId: string, answers: readonly ScriptedAnswer[]): void
  /** Every call, in the order of arrival. */
  readonly calls: readonly ReceivedCall[]
  /** `oms.obstacles.change({ signedIn: true })`: signed in again, or out; the service down, or up again. */
  readonly obstacles: Pick<Obstacles, 'state' | 'change'>
  /** Calls the listener after each call and each change of session or service. Returns its own removal. */
  subscribe(listener: () => void): () => void
}

const DEFAULT_DELAY_MS = 5

export function createPretendOms(options: OmsOptions = {}): PretendOms {
  const { execute, ...ledger } = createLedger(options)
  const { tell, subscribe } = createListeners()
  const { meet, ...obstacles } = createObstacles(options, tell)
  const script = createScript()
  const calls: ReceivedCall[] = []
  const traffic = { inFlight: 0 }

  function decide(command: Command, request: PretendRequest): Reply {
    if (options.sessionHeader && !request.headers[options.sessionHeader]) return obstacleReplies.signedOut
    return meet(command.kind !== 'read') ?? execute(command, request)
  }

  function play(command: Command, request: PretendRequest, scripted: AnswerData): Reply | 'drop' | 'hang' {
    const { status, lost } = scripted
    const reply =
      lost ?? (status === undefined ? undefined : completeReply({ ...scripted, status }, command.id))
    if (reply === undefined) return decide(command, request)
    if (scripted.executes) execute(command, request)
    return reply
  }

  function answer(request: PretendRequest): PretendAnswer {
    const command = readCommand(request, options.paths)
    const scripted = (command && script.take(command.id)) ?? {}
    const reply = command ? play(command, request, scripted) : obstacleReplies.unknownPath
    traffic.inFlight += 1
    calls.push(describeCall(request, command, reply, traffic.inFlight))
    tell()
    return {
      ...(typeof reply === 'string' ? { status: 0, lost: reply } : reply),
      delayMs: scripted.delayMs ?? options.delayMs ?? DEFAULT_DELAY_MS,
      ...(scripted.until ? { until: scripted.until } : {}),
      sent: once(() => void (traffic.inFlight -= 1)),
    }
  }

  return { ...ledger, answer, script: script.add, calls, obstacles, subscribe }
}

function describeCall(
  request: PretendRequest,
  command: Command | undefined,
  reply: Reply | 'drop' | 'hang',
  inFlight: number,
): ReceivedCall {
  return {
    method: request.method,
    path: request.path,
    subOrderId: command?.id ?? '',
    idempotencyKey: request.headers['idempotency-key'],
    body: readJson(request.body),
    inFlight,
    answered: typeof reply === 'string' ? reply : reply.status,
  }
}

function createScript() {
  const answers = new Map<string, AnswerData[]>()
  return {
    add: (id: string, more: readonly ScriptedAnswer[]) =>
      void answers.set(id, [...(answers.get(id) ?? []), ...more.map(readScripted)]),
    take: (id: string) => answers.get(id)?.shift(),
  }
}

function createListeners() {
  const listeners = new Set<() => void>()
  return {
    tell: () => {
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function once(act: () => void): () => void {
  let due = true
  return () => {
    if (due) act()
    due = false
  }
}
