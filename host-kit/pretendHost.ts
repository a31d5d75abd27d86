import type { Host, PluginEvent, User } from '../src/host/contract'
import { checkKeys } from '../mocks/checkKeys'
import type { Effect } from '../mocks/ledger'
import { createPretendOms, type PretendOms, type ReceivedCall } from '../mocks/oms'
import { createPretendClient } from './pretendClient'
import type { ScriptedAnswer } from '../mocks/script'
import type { SubOrderData } from '../mocks/subOrders'

/** Any member of `Host` is put in place of the default. What the OMS does is for the pretend `api` only. */
export interface PretendHostOptions extends Partial<Host> {
  /** What `can` says yes to; default: everything. */
  readonly permissions?: readonly string[]
  /** Milliseconds that every answer takes; default 5. With 0 no timer is used, so that fake ones need not be moved. */
  readonly latencyMs?: number
  /** The sub-orders that exist; default: every ID of plausible form does, and can be cancelled. */
  readonly subOrders?: readonly SubOrderData[]
  /** By sub-order ID, the answers to its next calls, in turn; after them the OMS behaves as usual. */
  readonly answers?: Readonly<Record<string, readonly ScriptedAnswer[]>>
}

/** A host whose API is answered in memory, scripted by plain data, with an eye on what the screen does and tells. */
export interface PretendHost extends Host {
  /** Every call, in order, with what was answered. */
  readonly calls: readonly ReceivedCall[]
  /** What really took place, in order, whatever the client was told. */
  readonly cancelled: readonly Effect[]
  /** Everything the screen has reported, oldest first. */
  readonly events: readonly PluginEvent[]
  /** The leave guards' reasons at this moment; empty: leaving is fine. */
  reasonsToStay(): readonly string[]
  /** The next answers for this sub-order, after those that are scripted already. */
  answer(subOrderId: string, ...answers: readonly ScriptedAnswer[]): void
  /** `can` says yes from now on. A screen that stands shows it with the next `handle.update(host)`. */
  grant(permission: string): void
  /** `can` says no from now on. A run asks before each call; the screen shows it with the next `handle.update(host)`. */
  revoke(permission: string): void
  /** Fires `onSessionChange`. */
  changeSession(user: User | null): void
}

const OMS_OPTIONS = ['latencyMs', 'subOrders', 'answers'] as const satisfies (keyof PretendHostOptions)[]

const KNOWN: Readonly<Record<keyof PretendHostOptions, true>> = {
  contract: true,
  api: true,
  user: true,
  can: true,
  locale: true,
  texts: true,
  theme: true,
  settings: true,
  onEvent: true,
  blockLeaving: true,
  onSessionChange: true,
  permissions: true,
  latencyMs: true,
  subOrders: true,
  answers: true,
}

let hosts = 0

/** A user of a tenant of its own: runs outlive a screen, and no test may meet another's. */
function createUser(): User {
  hosts += 1
  return { id: 'priya.nair', tenant: `acme-retail-${hosts}`, name: 'Priya Nair' }
}

/**
 * @param options members in place of the defaults, and the script: `createPretendHost({ locale: 'en-IN', answers:
 * { '1253231242': [{ status: 401 }] } })`. For a later `handle.update`, spread the host: `{ ...host, theme: { mode: 'dark' } }`.
 * @throws Error for an option that it does not know, and for an answer that is none.
 */
export function createPretendHost(options: PretendHostOptions = {}): PretendHost {
  checkOptions(options)
  const { permissions, latencyMs, subOrders, answers, ...members } = options
  const { paths, subOrderId: idRule } = members.settings ?? {}
  const oms = createPretendOms({ delayMs: latencyMs, subOrders, knowsEveryId: !subOrders, idRule, paths })
  for (const [id, list] of Object.entries(answers ?? {})) scriptAnswers(oms, id, list)
  const { can, ...powers } = createPermissions(permissions, members)
  const events: PluginEvent[] = []
  const guards = new Set<() => string | null>()
  const listeners = new Set<(user: User | null) => void>()
  return {
    contract: '1.0.0',
    api: createPretendClient(oms),
    user: createUser(),
    can,
    locale: 'en-GB',
    blockLeaving: (reason) => keep(guards, reason),
    onSessionChange: (listener) => keep(listeners, listener),
    ...members,
    onEvent(event) {
      events.push(event)
      members.onEvent?.(event)
    },
    calls: oms.calls,
    cancelled: oms.effects,
    events,
    reasonsToStay: () => [...guards].map((reason) => reason()).filter((reason) => reason !== null),
    answer(subOrderId, ...more) {
      refuseOwn(members, 'api', 'answer')
      scriptAnswers(oms, subOrderId, more)
    },
    ...powers,
    changeSession(user) {
      refuseOwn(members, 'onSessionChange', 'changeSession')
      for (const listener of listeners) listener(user)
    },
  }
}

function scriptAnswers(oms: PretendOms, subOrderId: string, answers: readonly ScriptedAnswer[]): void {
  if (!Array.isArray(answers) || answers.length === 0) {
    throw new Error(`The answers to ${subOrderId} must be a list of at least one.`)
  }
  oms.script(subOrderId, answers)
}

function createPermissions(permissions: readonly string[] | undefined, members: Partial<Host>) {
  const said = new Map<string, boolean>(permissions?.map((permission) => [permission, true]))
  return {
    can: (permission: string) => said.get(permission) ?? permissions === undefined,
    grant(permission: string) {
      refuseOwn(members, 'can', 'grant')
      said.set(permission, true)
    },
    revoke(permission: string) {
      refuseOwn(members, 'can', 'revoke')
      said.set(permission, false)
    },
  }
}

/** What rules the pretend member would change nothing where the host was given one of its own. */
function refuseOwn(members: Partial<Host>, member: keyof Host, method: string): void {
  if (members[member] === undefined) return
  throw new Error(`host.${method} rules the pretend ${member}, and this host was given one of its own.`)
}

function checkOptions(options: PretendHostOptions): void {
  checkKeys('createPretendHost', options, Object.keys(KNOWN))
  const idle = options.api ? OMS_OPTIONS.filter((name) => options[name] !== undefined) : []
  if (idle.length > 0) {
    throw new Error(`With an api of its own a host has no pretend OMS: leave out ${idle.join(', ')}, or api.`)
  }
  if (options.can && options.permissions) throw new Error('Give can or permissions, not both.')
  // From outside, whatever its type says: a text is a list of letters, none of which is a permission.
  if (options.permissions && !Array.isArray(options.permissions)) {
    throw new Error("permissions must be a list: ['sub-order:cancel'].")
  }
}

function keep<T>(set: Set<T>, value: T): () => void {
  set.add(value)
  return () => void set.delete(value)
}
