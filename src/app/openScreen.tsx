import type { Host, PluginHandle } from '../host/contract'
import { describeThrown } from '../host/describeThrown'
import { isToken } from '../host/validateHost'
import type { OwnNames } from '../texts/ownNames'
import type { HostTexts } from '../texts/createTranslations'
import { App } from '../ui/app/App'
import { BadHost } from '../ui/app/BadHost'
import type { ScreenTheme } from '../ui/frame/createTheme'
import { ErrorBoundary } from '../ui/frame/ErrorBoundary'
import { type EffectiveSettings, readSettings } from './config'
import { judgeHost } from './judgeHost'
import { readTexts } from './readTexts'
import { IDLE } from './idle'
import { leaveOthers, openSession, readPageStatus, type Session } from './session'
import type { Stage } from './stage'
import type { UserWord } from './userWatch'

// The exposed module takes both from here, once they are evaluated.
export { readPageStatus }

const UNDRAWABLE = 'The screen cannot be drawn with this host.theme, host.locale and host.texts.'

/** The look and the words that a host gives to the screen. */
interface Given {
  readonly theme: ScreenTheme
  readonly texts: HostTexts
  readonly names: OwnNames
}

function readTheme({ theme }: Host): ScreenTheme {
  const { mode, tokens, nonce } = theme ?? {}
  const known = Object.entries(tokens ?? {}).filter(([name, value]) => isToken(name, value))
  return {
    mode: mode === 'dark' ? mode : 'light',
    tokens: Object.fromEntries(known),
    ...(typeof nonce === 'string' ? { nonce } : {}),
  }
}

/** Keeps the object before where the next one is equal. Hosts hand over new objects with each of their own renders. */
function keepEqual<T>(before: T | undefined, next: T): T {
  return before && JSON.stringify(before) === JSON.stringify(next) ? before : next
}

function readGiven(host: Host, { subOrderId, columns }: EffectiveSettings, before: Given | undefined): Given {
  return {
    theme: keepEqual(before?.theme, readTheme(host)),
    texts: keepEqual(before?.texts, readTexts(host)),
    names: keepEqual(before?.names, { idRule: subOrderId, columns }),
  }
}

/** Tells the screen the pace and the abilities of these settings. */
function describeAbilities({ callsPerMinute, paths, repeatIsSafe }: EffectiveSettings) {
  return { msPerCall: 60_000 / callsPerMinute, canRead: paths.readSubOrder !== undefined, repeatIsSafe }
}

/**
 * Shows the screen on a stage.
 * @param name names it among all screens of the page
 * @param said what the host has said about its user since it gave itself
 */
export function openScreen(stage: Stage, name: string, host: Host, said?: UserWord): PluginHandle {
  let session: Session | undefined
  let given: Given | undefined
  let cleared: Promise<void> | undefined
  let failures = 0

  function showApp(good: Host): void {
    const next = openSession(good)
    session = next
    const settings = readSettings(good.settings)
    given = readGiven(good, settings, given)
    stage.render(
      // A new key for each failure: the next update tries again.
      <ErrorBoundary
        key={failures}
        fallback={<BadHost faults={[UNDRAWABLE]} about="A run that was started goes on." />}
        onFailure={() => (failures += 1)}
      >
        <App
          // Another person gets another screen: nothing typed or opened is carried over.
          key={next.key}
          name={name}
          store={next.store}
          styleHome={stage.styles}
          locale={good.locale}
          {...given}
          isAllowed={next.isAllowed()}
          {...describeAbilities(settings)}
        />
      </ErrorBoundary>,
    )
  }
  function showFaults(faulty: unknown, faults: readonly string[]): void {
    // No call goes out for the user before, or for a closed screen: perhaps nobody is signed in.
    session?.leave()
    leaveOthers(faulty)
    stage.render(<BadHost faults={faults} />)
  }
  function show(next: unknown): void {
    if (cleared) return
    try {
      const check = judgeHost(next)
      if (check.ok) showApp(check.host)
      else showFaults(next, check.faults)
    } catch (error) {
      showFaults(next, [`The host object threw when it was read: ${describeThrown(error)}`])
    }
  }
  show(host)
  if (said) session?.hearUser(said.user)
  return {
    update: show,
    status: () => session?.status() ?? IDLE,
    unmount: () => (cleared ??= stage.clear()),
  }
}
