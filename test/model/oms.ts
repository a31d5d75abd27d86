import type { ApiAnswer, ApiRequest } from '../../src/host/contract'
import { type Answer, answers, repeats, type ServerAnswer, type Verdict } from './answers'
import type { Page } from './page'
import type { Line } from './line'
import type { WorldSettings } from './worldSettings'
import type { WorldTime } from './worldTime'

/** A cancel that has reached the server. */
export interface Call {
  readonly page: Page
  readonly user: string
  /** Kind, sub-order and lines of the request, the same for all users. */
  readonly print: string
  readonly subOrderId: string
  readonly key: string
  readonly at: number
  /** `run position` in the journal. */
  ref: string
  /** How the page was answered; undefined while it waits. */
  heard?: Verdict
  /** The verdict of a late answer. */
  late?: Verdict
  /** The call cancelled something. */
  hasEffect: boolean
  /** The call may still act: it is on its way to the server, or at work there. */
  isUnderWay: boolean
  /** The page has been given an answer, a rejection or a late answer. */
  isBack: boolean
  /** The server's last answer to the call, whether or not a page got it. */
  final?: ServerAnswer
  /** The screen or a person found the sub-order open after the call. */
  isFoundOpen: boolean
  /** A look found the sub-order open once the call could no longer be delivered. */
  isProvenOpen: boolean
  /** A person said "not cancelled" while it was under way. That was true, and was overtaken. */
  isOvertaken: boolean
  /** The record of the call was deleted by hand. */
  isForgotten: boolean
  /** The answer was lost with its page, before it was on record. */
  isNewsLost: boolean
  resolve(says: unknown): void
  reject(error: unknown): void
}

const TIME_OUT_MS = 120_000
const LATE_MS = 150_000
const DELIVERED_MS = 100_000
const LAST_MS = 170_000

const isCertain = (verdict: Verdict) => verdict === 'succeeded' || verdict === 'failed'

/** What the order-management system needs of the world. */
interface OmsWorld {
  readonly settings: WorldSettings
  readonly time: WorldTime
  readonly line: Line
  readonly laws: { checkCall(call: Call): void }
  reached(page: Page, moment: string): unknown
}

/** The order-management system, with all that can go wrong on the way to it and back. */
export class Oms {
  readonly calls: Call[] = []
  readonly cancelled = new Set<string>()
  readonly waiting: Call[] = []
  readonly script: Answer[] = []
  isReachable = true
  /** Every call cancels, and gets an answer that says so. */
  answersAll = false
  readMode: 'truth' | 'lost' | '401' | '500' = 'truth'
  private readonly world: OmsWorld

  constructor(world: OmsWorld) {
    this.world = world
  }

  isCancelled(print: string): boolean {
    const [, id = ''] = print.split(' ')
    return this.cancelled.has(print) || this.cancelled.has(`whole ${id}`)
  }
  /** The page may still get an answer, even where the screen has given up waiting. */
  isOut(call: Call): boolean {
    return !call.isBack && !call.page.isGone
  }
  /** Its run still waits for the answer. */
  isWaitedFor(call: Call): boolean {
    return this.isOut(call) && this.world.time.now() - call.at < TIME_OUT_MS
  }

  request(page: Page, request: ApiRequest): Promise<ApiAnswer> {
    return new Promise((resolve, reject) => {
      if (page.isGone) return
      if (request.method === 'GET') this.read(page, request, resolve, reject)
      // The client is the host's: its value may be no answer at all.
      else this.receive(page, request, resolve, reject)
    })
  }

  private read(
    page: Page,
    { path }: ApiRequest,
    resolve: (a: ApiAnswer) => void,
    reject: (e: Error) => void,
  ) {
    const id = path.split('/')[1] ?? ''
    this.world.line.add('reads', () => {
      if (page.isGone) return
      if (!this.isReachable || this.readMode === 'lost') reject(new Error('no network'))
      else if (this.readMode !== 'truth') resolve({ status: Number(this.readMode) })
      else resolve({ status: 200, body: this.describe(id) })
    })
  }
  private describe(id: string) {
    const asked = new Set(this.calls.map((call) => call.print))
    const orderItems = [...asked]
      .filter((print) => print.startsWith(`lines ${id} `))
      .flatMap((print) =>
        print
          .split(' ')
          .slice(2)
          .map((skuId) => ({ skuId, isCancelled: this.cancelled.has(print) })),
      )
      .map(({ skuId, isCancelled }) => ({
        skuId,
        orderedQuantity: 1,
        cancelledQuantity: isCancelled ? 1 : 0,
      }))
    return { status: this.cancelled.has(`whole ${id}`) ? 'CANCELLED' : 'OPEN', orderItems }
  }

  private receive(page: Page, request: ApiRequest, resolve: Call['resolve'], reject: Call['reject']) {
    const subOrderId = decodeURIComponent(request.path.split('/')[1] ?? '')
    const call: Call = {
      page,
      user: page.user,
      print: readPrint(subOrderId, request.body),
      subOrderId,
      key: request.headers?.['Idempotency-Key'] ?? '',
      at: this.world.time.now(),
      ref: '',
      hasEffect: false,
      isUnderWay: true,
      isBack: false,
      isFoundOpen: false,
      isProvenOpen: false,
      isOvertaken: false,
      isForgotten: false,
      isNewsLost: false,
      resolve,
      reject,
    }
    this.world.laws.checkCall(call)
    this.calls.push(call)
    this.waiting.push(call)
    // A call that is not delivered by then is lost.
    this.world.time.start(LAST_MS, () => this.cutOff(call))
    this.world.reached(page, 'during call')
    this.serve()
  }

  /** Ends a call whose page or connection is gone. The call has arrived or not. */
  cutOff(call: Call): void {
    const at = this.waiting.indexOf(call)
    if (at < 0) return
    this.waiting.splice(at, 1)
    this.world.line.add('api', () =>
      this.give(call, this.world.line.choose(2) === 0 ? answers['lost before'] : answers['lost after']),
    )
  }
  /** Ends all calls of a page that is gone. */
  cutOffCallsOf(page: Page): void {
    for (const call of Array.from(this.waiting)) if (call.page === page) this.cutOff(call)
  }
  serve(): void {
    for (const call of Array.from(this.waiting)) {
      if (!this.isReachable || call.page.isGone) this.cutOff(call)
      else {
        const answer = this.script.shift() ?? (this.answersAll ? answers.ok : undefined)
        if (!answer) return
        this.waiting.splice(this.waiting.indexOf(call), 1)
        this.world.line.add('api', () => this.give(call, answer))
      }
    }
  }

  /** The answer of the server where an earlier call decides it, whatever the server would answer otherwise. */
  private findRepeated(call: Call): ServerAnswer | undefined {
    const mode = this.world.settings.repeats
    if (mode === 'honours keys') {
      const before = this.calls.filter(
        (other) => other !== call && other.key === call.key && other.print === call.print,
      )
      if (before.some(({ isUnderWay }) => isUnderWay)) return repeats.busy
      const answered = before.find(({ final }) => final !== undefined)
      if (answered) return answered.final
    }
    if (!this.isCancelled(call.print)) return undefined
    if (mode === 'ok again') return repeats.done
    return mode === 'says so' ? repeats.already : repeats.refused
  }
  /** Nothing is cancelled twice. A user without permission gets a 403 in any case. */
  private choose(call: Call, answer: Answer): Answer {
    const repeated = this.findRepeated(call)
    if (!repeated || answer === answers['403']) return answer
    if (isCertain(answer.verdict)) return { ...repeated, effect: 'none' }
    const { late, ...rest } = answer
    return { ...rest, effect: 'none', ...(late ? { late: isCertain(late.verdict) ? repeated : late } : {}) }
  }
  private act(call: Call): void {
    call.isUnderWay = false
    if (this.isCancelled(call.print)) return
    call.hasEffect = true
    call.final ??= repeats.done
    this.cancelled.add(call.print)
  }
  private give(call: Call, wanted: Answer): void {
    const { world } = this
    const answer = this.choose(call, wanted)
    const { says, late, verdict, effect } = answer
    if (effect === 'cancels') this.act(call)
    else if (effect === 'later') world.time.start(DELIVERED_MS, () => this.act(call))
    else if (effect === 'none') call.isUnderWay = false
    if (says === 'hangs') {
      if (late) world.time.start(LATE_MS, () => this.giveLate(call, late, effect === 'late'))
      return
    }
    const isAnswer = typeof says === 'object'
    if (isAnswer && isCertain(verdict) && says.status !== 403) call.final = { says, verdict }
    if (call.page.isGone) return
    call.isBack = true
    if (world.time.now() - call.at < TIME_OUT_MS) call.heard = verdict
    else call.late = verdict
    if (says === 'lost') call.reject(new Error('the connection is gone'))
    else call.resolve(says === 'nonsense' ? undefined : says)
    world.reached(call.page, 'answered')
  }
  private giveLate(call: Call, late: ServerAnswer, acts: boolean): void {
    // A server that repeats its earlier answer does nothing.
    const repeated = acts ? this.findRepeated(call) : undefined
    const answer = repeated ?? late
    if (acts && !repeated) this.act(call)
    else call.isUnderWay = false
    if (isCertain(answer.verdict)) call.final ??= answer
    if (call.page.isGone) return
    call.isBack = true
    call.late = answer.verdict
    call.resolve(answer.says)
    this.world.reached(call.page, 'answered late')
  }
}

function readPrint(subOrderId: string, body: unknown): string {
  const items = (body as { orderItems?: { skuId: string }[] }).orderItems
  if (!items) return `whole ${subOrderId}`
  return ['lines', subOrderId, ...items.map(({ skuId }) => skuId)].join(' ')
}
