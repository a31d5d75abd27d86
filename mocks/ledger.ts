import type { SubOrderIdRule } from '../src/host/contract'
import { type Reply, refusals } from './replies'
import { type Command, type PretendRequest, readJson, readLines } from './requests'
import {
  cancelLineItems,
  cancelWhole,
  createSubOrder,
  describeSubOrder,
  type LineRequest,
  type PretendSubOrder,
  type SubOrderData,
} from './subOrders'

export interface LedgerOptions {
  readonly subOrders?: readonly SubOrderData[] | undefined
  /** Any ID of plausible form exists and can be cancelled, so that a developer can try a file of their own. */
  readonly knowsEveryId?: boolean
  /** The form of such an ID; default: Increff's. */
  readonly idRule?: SubOrderIdRule | undefined
  /** IDs that do not exist although their form is plausible. */
  readonly missing?: readonly string[]
  /**
   * A repeated key gets the first answer again, without another effect. Default false: we do not know whether the real
   * OMS reads the key.
   */
  readonly honoursIdempotencyKey?: boolean
}

/** A cancellation that took place, whatever the client was told. */
export interface Effect {
  readonly subOrderId: string
  readonly idempotencyKey: string | undefined
  /** Absent: the whole sub-order. */
  readonly lines?: readonly LineRequest[]
}

export interface Ledger {
  /** Acts on the request and gives the OMS's answer. */
  execute(command: Command, request: PretendRequest): Reply
  readonly effects: readonly Effect[]
  subOrder(id: string): PretendSubOrder | undefined
  put(data: SubOrderData): void
}

/** The form of an ID that `knowsEveryId` takes for real. */
const PLAUSIBLE_ID = /^[A-Za-z0-9][\w.-]{0,254}$/

/** A pattern that cannot be used counts as none here; the screen reports it. */
function readForm(rule: SubOrderIdRule | undefined): RegExp {
  try {
    return rule ? new RegExp(rule.pattern, 'u') : PLAUSIBLE_ID
  } catch {
    return PLAUSIBLE_ID
  }
}

/** The sub-orders and their present state. */
export function createLedger(options: LedgerOptions): Ledger {
  const orders = new Map((options.subOrders ?? []).map((data) => [data.id, createSubOrder(data)]))
  const missing = new Set(options.missing)
  const plausible = readForm(options.idRule)
  const effects: Effect[] = []
  const firstReplies = new Map<string, Reply>()

  function find(id: string): PretendSubOrder | undefined {
    const known = options.knowsEveryId && plausible.test(id) && !missing.has(id)
    return orders.get(id) ?? (known ? createSubOrder({ id }) : undefined)
  }

  function act(command: Command, request: PretendRequest): Reply {
    const order = find(command.id)
    if (!order) return refusals.notFound(command.id)
    if (command.kind === 'read') return describeSubOrder(order)
    const lines = command.kind === 'cancel' ? undefined : readLines(readJson(request.body))
    if (lines && 'problem' in lines) return refusals.invalid(lines.problem)
    const { reply, after } = lines ? cancelLineItems(order, lines) : cancelWhole(order)
    if (after === order) return reply
    orders.set(order.id, after)
    const idempotencyKey = request.headers['idempotency-key']
    effects.push({ subOrderId: order.id, idempotencyKey, ...(lines ? { lines } : {}) })
    return reply
  }

  return {
    execute(command, request) {
      const key = options.honoursIdempotencyKey ? request.headers['idempotency-key'] : undefined
      if (key === undefined) return act(command, request)
      const first = firstReplies.get(key) ?? act(command, request)
      firstReplies.set(key, first)
      return first
    },
    effects,
    subOrder: (id) => orders.get(id),
    put: (data) => void orders.set(data.id, createSubOrder(data)),
  }
}
