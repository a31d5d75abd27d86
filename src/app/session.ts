import { askHost } from '../host/askHost'
import { createServices } from './createServices'
import { type Principal, readPrincipal, readUser } from '../host/principal'
import type { Host, PluginStatus } from '../host/contract'
import { guardLeaving } from '../browser/leaveGuard'
import { manifest } from './manifest'
import { readTexts } from './readTexts'
import { restoreRuns } from '../store/record/restoreRuns'
import { stopRun } from '../store/run/runThunks'
import { selectIsRunning, selectStatus } from '../store/selectors'
import { createStore, type Store } from '../store/store'
import { userChanged } from '../store/slices/viewSlice'
import { createHearing } from './tabHearing'
import { chooseLanguage, findWords } from '../texts/languages'
import { createMessages } from '../texts/messages'
import { createUserWatch } from './userWatch'

/** Where nothing has been started. */
export const IDLE: PluginStatus = { phase: 'idle', done: 0, total: 0 }

/** Store and loop of one user of one tenant. It outlives every mount of the screen. */
export interface Session {
  /** Names the user and the tenant, and nobody else. */
  readonly key: string
  readonly store: Store
  readHost(): Host
  /** The host as it is now: its client, settings and permissions hold from the next call on. Never throws. */
  useHost(host: Host): void
  /** Of this user's run; idle where another one is signed in, or none: how far it has come concerns nobody else. */
  status(): PluginStatus
  isAllowed(): boolean
  /** Another user, or none: no further call; what is in flight is heard to its end. */
  leave(): void
}

/** A host that throws has not said yes. */
function asksAllowed(host: Host): boolean {
  const said = askHost<unknown>(() => {
    const { can }: { can?: Host['can'] | null } = host
    return can === undefined || can === null ? true : can.call(host, manifest.menu.permission)
  })
  // By the letter: undefined, or a promise, is not a yes.
  return said === true
}

/** In the words of the screen, as far as they are there. Never throws. */
function readLeaving(host: Host): string {
  const locale = askHost(() => host.locale)
  return createMessages(locale, findWords(chooseLanguage(locale)), readTexts(host)).leaving
}

const nameSession = ({ tenant, id }: Principal) => JSON.stringify([tenant, id])

/** @param user as it was: a host may change its user object in place */
function createSession(first: Host, user: Principal): Session {
  let host = first
  const key = nameSession(user)
  const isOwn = (other: Principal | undefined) => other !== undefined && nameSession(other) === key
  const isUserHere = () => isOwn(readPrincipal(host)) && store.getState().view.isUserHere
  const isAllowed = () => asksAllowed(host)
  const services = createServices({ user, readHost: () => host, isAllowed, isUserHere })
  const store: Store = createStore(services)
  guardLeaving(
    (listener) => store.subscribe(listener),
    () => selectIsRunning(store.getState()),
    () => host,
    () => readLeaving(host),
  )

  const life = new AbortController()
  services.record.tabs.listen(createHearing(store, life.signal))
  void store.dispatch(restoreRuns(life.signal))

  function leave(): void {
    store.dispatch(stopRun('principal-changed'))
    if (store.getState().view.isUserHere) store.dispatch(userChanged({ isHere: false }))
  }
  const watchUser = createUserWatch((said) => {
    if (isOwn(readUser(said))) store.dispatch(userChanged({ isHere: true }))
    else leave()
  })
  return {
    key,
    store,
    readHost: () => host,
    useHost: (next) => {
      host = next
      if (!store.getState().view.isUserHere) store.dispatch(userChanged({ isHere: true }))
      watchUser(next)
    },
    status: () => (isUserHere() ? selectStatus(store.getState()) : IDLE),
    isAllowed,
    leave,
  }
}

/** One a page, user and tenant. */
const sessions = new Map<string, Session>()

const RANKS: Readonly<Record<PluginStatus['phase'], number>> = { running: 0, paused: 1, idle: 2 }

/** The run of the user who is signed in, whether or not a screen is mounted: one that goes on, else one that is paused. */
export function readPageStatus(): PluginStatus {
  const all = [...sessions.values()].map((session) => session.status())
  return all.sort((one, other) => RANKS[one.phase] - RANKS[other.phase])[0] ?? IDLE
}

/**
 * No further call in the name of anybody but the host's user: nobody is signed in where the host names none.
 */
export function leaveOthers(host: unknown): void {
  const user = readPrincipal(host)
  const own = user && nameSession(user)
  // The one before may have been unmounted, and go on with the new user's client.
  for (const session of sessions.values()) if (session.key !== own) session.leave()
}

/** The session of the host's user; the same one at every mount. @throws Error where the host names no user */
export function openSession(host: Host): Session {
  const user = readPrincipal(host)
  if (!user) throw new Error('host.user changed while it was read.')
  const key = nameSession(user)
  const session = sessions.get(key) ?? createSession(host, user)
  sessions.set(key, session)
  for (const other of sessions.values()) if (other !== session) other.leave()
  session.useHost(host)
  return session
}
