import { askHost } from '../host/askHost'
import { createServices } from './createServices'
import { type Principal, readPrincipal, readUser } from '../host/principal'
import type { Host, PluginStatus } from '../host/contract'
import { guardLeaving } from '../browser/leaveGuard'
import { IDLE } from './idle'
import { manifest } from './manifest'
import { readTexts } from './readTexts'
import { restoreRuns } from '../store/record/restoreRuns'
import { stopRun } from '../store/run/runThunks'
import { selectIsRunning, selectStatus } from '../store/selectors'
import type { Services } from '../store/services'
import { createStore, type Store } from '../store/store'
import { userChanged } from '../store/slices/viewSlice'
import { createTabListener } from './tabListener'
import { chooseLanguage, findCatalog } from '../texts/catalogs'
import { createMessages } from '../texts/messages'
import { createUserWatch } from './userWatch'

/** The store and the run of one user of one tenant. It outlives every mount of the screen. */
export interface Session {
  /** Names the user and the tenant, and nobody else. */
  readonly key: string
  readonly store: Store
  readHost(): Host
  /** Takes a host: its client, settings and permissions hold from the next call on. Never throws. */
  useHost(host: Host): void
  /**
   * The status of this user's run. Idle where another user is signed in, or nobody: the progress concerns nobody else.
   */
  status(): PluginStatus
  isAllowed(): boolean
  /** Takes what the host says about its user, unchecked: anybody else than this user ends the calls. */
  hearUser(said: unknown): void
  /** Stops calling, since another user is signed in, or nobody. The answer in flight is still heard. */
  leave(): void
}

/** Whether the host permits the user to cancel. A host that throws does not. */
function askPermission(host: Host): boolean {
  const answer = askHost<unknown>(() => {
    const { can }: { can?: Host['can'] | null } = host
    return can === undefined || can === null ? true : can.call(host, manifest.menu.permission)
  })
  // Undefined and a promise do not permit it.
  return answer === true
}

/** The question before leaving, in the language of the screen where that is loaded. Never throws. */
function describeLeaving(host: Host): string {
  const locale = askHost(() => host.locale)
  return createMessages(locale, findCatalog(chooseLanguage(locale)), readTexts(host)).leaving
}

const nameSession = ({ tenant, id }: Principal) => JSON.stringify([tenant, id])

/** Connects a store with the page and with the other tabs, for as long as the page lives. */
function attach(store: Store, { record }: Services, readHost: () => Host): void {
  guardLeaving(
    (listener) => store.subscribe(listener),
    () => selectIsRunning(store.getState()),
    readHost,
    () => describeLeaving(readHost()),
  )
  const life = new AbortController()
  record.tabs.listen(createTabListener(store, life.signal))
  void store.dispatch(restoreRuns(life.signal))
}

/** @param user a copy: a host may change its user object in place */
function createSession(first: Host, user: Principal): Session {
  let host = first
  const key = nameSession(user)
  const isOwn = (signedIn: Principal | undefined) => signedIn !== undefined && nameSession(signedIn) === key
  const isUserHere = () => isOwn(readPrincipal(host)) && store.getState().view.isUserHere
  const isAllowed = () => askPermission(host)
  const services = createServices({ user, readHost: () => host, isAllowed, isUserHere })
  const store: Store = createStore(services)
  attach(store, services, () => host)

  function leave(): void {
    store.dispatch(stopRun('principal-changed'))
    if (store.getState().view.isUserHere) store.dispatch(userChanged({ isHere: false }))
  }
  function hearUser(said: unknown): void {
    if (isOwn(readUser(said))) store.dispatch(userChanged({ isHere: true }))
    else leave()
  }
  const watchUser = createUserWatch(hearUser)
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
    hearUser,
    leave,
  }
}

/** One session for each user of each tenant, as long as the page lives. */
const sessions = new Map<string, Session>()

const RANKS: Readonly<Record<PluginStatus['phase'], number>> = { running: 0, paused: 1, idle: 2 }

/**
 * The status of the run of the user who is signed in, whether or not a screen is mounted. A running one comes before a
 * paused one.
 */
export function readPageStatus(): PluginStatus {
  const all = [...sessions.values()].map((session) => session.status())
  return all.sort((a, b) => RANKS[a.phase] - RANKS[b.phase])[0] ?? IDLE
}

/** Stops calls in the name of anybody but the host's user. Nobody is signed in where the host names no user. */
export function leaveOthers(host: unknown): void {
  const user = readPrincipal(host)
  const own = user && nameSession(user)
  // A session that was unmounted would go on with the new user's client.
  for (const session of sessions.values()) if (session.key !== own) session.leave()
}

/** Opens the session of the host's user, the same at every mount. @throws Error where the host names no user */
export function openSession(host: Host): Session {
  const user = readPrincipal(host)
  if (!user) throw new Error('host.user changed while it was read.')
  const key = nameSession(user)
  const session = sessions.get(key) ?? createSession(host, user)
  sessions.set(key, session)
  for (const open of sessions.values()) if (open !== session) open.leave()
  session.useHost(host)
  return session
}
