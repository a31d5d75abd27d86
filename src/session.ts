import { createServices } from './createServices'
import type { Host, PluginStatus, User } from './host/contract'
import { guardLeaving } from './leaveGuard'
import { manifest } from './manifest'
import { readTexts } from './readTexts'
import { restoreRuns } from './store/journalThunks'
import { stopRun } from './store/runThunks'
import { selectIsRunning, selectStatus } from './store/selectors'
import { createStore, type Store } from './store/store'
import { hearTab } from './store/tabThunks'
import { userChanged } from './store/viewSlice'
import { chooseLanguage, findWords } from './ui/languages'
import { createMessages } from './ui/messages'

/** Where nothing has been started. */
export const IDLE: PluginStatus = { phase: 'idle', done: 0, total: 0 }

/** Store and loop of one user of one tenant. It outlives every mount of the screen. */
export interface Session {
  readonly store: Store
  readHost(): Host
  /** The host as it is now: its client, settings and permissions hold from the next call on. */
  useHost(host: Host): void
  status(): PluginStatus
  isAllowed(): boolean
  /** Another user, or none: no further call; what is in flight is heard to its end. */
  leave(): void
}

/** What a host's own function gives; undefined where it throws. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}

/** A host that throws has not said yes. */
function asksAllowed(host: Host): boolean {
  // By the letter: undefined, or a promise, is not a yes.
  return attempt<unknown>(() => (host.can ? host.can(manifest.menu.permission) : true)) === true
}

/** In the words of the screen, as far as they are there. */
function readLeaving(host: Host): string {
  return createMessages(host.locale, findWords(chooseLanguage(host.locale)), readTexts(host)).leaving
}

function createSession(first: Host): Session {
  let host = first
  // As it was: a host may change its user object in place.
  const { id, tenant } = first.user
  const isOwn = (user: User | null | undefined) => user?.id === id && user.tenant === tenant
  let stopListening: (() => void) | undefined
  const isAllowed = () => asksAllowed(host)
  const services = createServices({
    user: { id, tenant },
    readHost: () => host,
    isAllowed,
    isUserHere: () => isOwn(host.user) && store.getState().view.isUserHere,
  })
  const store: Store = createStore(services)
  guardLeaving(
    (listener) => store.subscribe(listener),
    () => selectIsRunning(store.getState()),
    () => host,
    () => readLeaving(host),
  )

  const life = new AbortController()
  services.tabs.listen((message) => store.dispatch(hearTab(message, life.signal)))
  void store.dispatch(restoreRuns(life.signal))

  function leave(): void {
    store.dispatch(stopRun('principal-changed'))
    if (store.getState().view.isUserHere) store.dispatch(userChanged({ isHere: false }))
  }
  function hearOfUser(user: User | null): void {
    if (isOwn(user)) store.dispatch(userChanged({ isHere: true }))
    else leave()
  }
  function useHost(next: Host): void {
    const isNew = next.onSessionChange !== host.onSessionChange || !stopListening
    host = next
    if (!store.getState().view.isUserHere) store.dispatch(userChanged({ isHere: true }))
    if (!isNew) return
    // A host that cannot tell of its session still refuses the calls of one that ended.
    attempt(() => stopListening?.())
    stopListening = attempt(() => host.onSessionChange?.(hearOfUser))
  }
  return {
    store,
    readHost: () => host,
    useHost,
    status: () => selectStatus(store.getState()),
    isAllowed,
    leave,
  }
}

/** One a page, user and tenant. */
const sessions = new Map<string, Session>()

const RANKS: Readonly<Record<PluginStatus['phase'], number>> = { running: 0, paused: 1, idle: 2 }

/** The run that goes on in this page, else one that is paused, whoever's it is. */
export function readPageStatus(): PluginStatus {
  const all = [...sessions.values()].map((session) => session.status())
  return all.sort((one, other) => RANKS[one.phase] - RANKS[other.phase])[0] ?? IDLE
}

/** Nobody is signed in: no further call in anybody's name. */
export function leaveAll(): void {
  for (const session of sessions.values()) session.leave()
}

/** The session of the host's user; the same one at every mount. */
export function openSession(host: Host): Session {
  const key = JSON.stringify([host.user.tenant, host.user.id])
  const session = sessions.get(key) ?? createSession(host)
  sessions.set(key, session)
  // The one before may have been unmounted, and go on with the new user's client.
  for (const other of sessions.values()) if (other !== session) other.leave()
  session.useHost(host)
  return session
}
