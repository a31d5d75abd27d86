import { createFetchClient } from '../src/host/adapters'
import type { Host, PluginEvent, User } from '../src/host/contract'
import { BASE_PATH } from './requests'

/** A host whose members a test may put in place of the defaults, with an eye on what the screen tells it. */
export interface PretendHost extends Host {
  /** Everything the screen has reported, oldest first. */
  readonly events: readonly PluginEvent[]
  /** The leave guards' reasons at this moment; empty: leaving is fine. */
  reasonsToStay(): readonly string[]
  /** Fires `onSessionChange`. */
  changeSession(user: User | null): void
}

const someone: User = { id: 'priya.nair', tenant: 'acme-retail', name: 'Priya Nair' }

/**
 * @param members put in place of the defaults: `createPretendHost({ can: () => false, locale: 'en-IN' })`. For a later
 * `handle.update`, spread it: `{ ...host, theme: { mode: 'dark' } }`.
 */
export function createPretendHost(members: Partial<Host> = {}): PretendHost {
  const events: PluginEvent[] = []
  const guards = new Set<() => string | null>()
  const listeners = new Set<(user: User | null) => void>()
  return {
    contract: '1.0.0',
    api: createFetchClient({ baseUrl: new URL(BASE_PATH, findOrigin()).href }),
    user: someone,
    locale: 'en-GB',
    onEvent: (event) => void events.push(event),
    blockLeaving: (reason) => keep(guards, reason),
    onSessionChange: (listener) => keep(listeners, listener),
    ...members,
    events,
    reasonsToStay: () => [...guards].map((reason) => reason()).filter((reason) => reason !== null),
    changeSession(user) {
      for (const listener of listeners) listener(user)
    },
  }
}

function keep<T>(set: Set<T>, value: T): () => void {
  set.add(value)
  return () => void set.delete(value)
}

/** Node has no page, and its fetch takes no relative address. */
function findOrigin(): string {
  return typeof location === 'undefined' ? 'http://localhost/' : location.origin
}
