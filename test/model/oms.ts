import type { ApiAnswer, ApiRequest } from '../../src/host/contract'
import { type Answer, answers, type Verdict } from './answers'
import type { Page } from './page'
import type { World } from './world'

/** A cancel that reached the server's door. */
export interface Call {
  readonly page: Page
  readonly user: string
  /** What is asked, whoever asks: kind, sub-order and lines. */
  readonly print: string
  readonly subOrderId: string
  readonly key: string
  readonly at: number
  /** `run position` in the journal. */
  ref: string
  /** How the page was answered; undefined while it waits. */
  heard?: Verdict
  /** What a late answer said. */
  late?: Verdict
  /** It cancelled something. */
  hasEffect: boolean
  /** It is still on its way to the server. */
  isUnderWay: boolean
  /** Nothing stands against sending the same again: refused, not processed, found open, or deliberately repeated. */
  isExcused: boolean
  resolve(says: unknown): void
  reject(error: unknown): void
}

export const TIME_OUT_MS = 120_000
const LATE_MS = 150_000
const DELIVERED_MS = 100_000
const LAST_MS = 170_000

/** The order-management system, with all that can go wrong on the way to it and back. */
export class Oms {
  readonly calls: Call[] = []
  readonly cancelled = new Set<string>()
  readonly waiting: Call[] = []
  readonly script: Answer[] = []
  isReachable = true
  /** Whatever comes is cancelled, and answered so. */
  answersAll = false
  readMode: 'truth' | 'lost' | '401' | '500' = 'truth'
  private readonly world: World

  constructor(world: World) {
    this.world = world
  }

  isCancelled(print: string): boolean {
    const [, id = ''] = print.split(' ')
    return this.cancelled.has(print) || this.cancelled.has(`whole ${id}`)
  }
  isOut(call: Call): boolean {
    return !call.heard && !call.page.isGone && this.world.time.now() - call.at < TIME_OUT_MS
  }

  request(page: Page, request: ApiRequest): Promise<ApiAnswer> {
    return new Promise((resolve, reject) => {
      if (page.isGone) return
      if (request.method === 'GET') this.read(page, request, resolve, reject)
      // What a client gives is the host's: it may be no answer at all.
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
      else {
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
        resolve({
          status: 200,
          body: { status: this.cancelled.has(`whole ${id}`) ? 'CANCELLED' : 'OPEN', orderItems },
        })
      }
    })
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
      isExcused: false,
      resolve,
      reject,
    }
    this.world.laws.checkCall(call)
    this.calls.push(call)
    this.waiting.push(call)
    // Nothing stays on its way for longer: what is not delivered by then is lost.
    this.world.time.start(LAST_MS, () => this.cutOff(call))
    this.world.reached(page, 'during call')
    this.serve()
  }

  /** A call whose page is gone, or whose connection is: it has arrived or not. */
  cutOff(call: Call): void {
    const at = this.waiting.indexOf(call)
    if (at < 0) return
    this.waiting.splice(at, 1)
    this.world.line.add('api', () =>
      this.give(call, this.world.line.choose(2) === 0 ? answers['lost before'] : answers['lost after']),
    )
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

  /** A server that cancelled it before says so, whatever else it might have said. */
  private choose(call: Call, answer: Answer): Answer {
    const isCertain = answer.verdict === 'succeeded' || answer.verdict === 'failed'
    return isCertain && this.isCancelled(call.print) ? answers['already cancelled'] : answer
  }
  private act(call: Call): void {
    call.isUnderWay = false
    call.hasEffect = true
    this.cancelled.add(call.print)
  }
  private give(call: Call, wanted: Answer): void {
    const { world } = this
    const answer = this.choose(call, wanted)
    if (answer.effect === 'cancels') this.act(call)
    else if (answer.effect === 'later') world.time.start(DELIVERED_MS, () => this.act(call))
    else call.isUnderWay = false
    if (answer.says === 'hangs') {
      const { late } = answer
      if (late) world.time.start(LATE_MS, () => this.giveLate(call, late))
      return
    }
    if (call.page.isGone) return
    if (world.time.now() - call.at < TIME_OUT_MS) call.heard = answer.verdict
    else call.late = answer.verdict
    call.isExcused ||= answer.verdict === 'failed' || answer.verdict === 'not-processed'
    if (answer.says === 'lost') call.reject(new Error('the connection is gone'))
    else call.resolve(answer.says === 'nonsense' ? undefined : answer.says)
    world.reached(call.page, 'answered')
  }
  private giveLate(call: Call, { says, verdict }: { says: ApiAnswer; verdict: Verdict }): void {
    if (call.page.isGone) return
    // Cancelled meanwhile by another call: the late refusal is of this one, and says nothing of that.
    if (verdict === 'failed' && this.isCancelled(call.print)) return
    call.late = verdict
    call.isExcused ||= verdict === 'failed'
    call.resolve(says)
  }
}

function readPrint(subOrderId: string, body: unknown): string {
  const items = (body as { orderItems?: { skuId: string }[] }).orderItems
  if (!items) return `whole ${subOrderId}`
  return ['lines', subOrderId, ...items.map(({ skuId }) => skuId)].join(' ')
}
