import { createRoot } from 'react-dom/client'
import { askHost } from './host/askHost'
import { readSettings } from './app/config'
import type { Host, Plugin, PluginHandle } from './host/contract'
import { describeThrown } from './host/describeThrown'
import { isToken } from './host/validateHost'
import { judgeHost } from './app/judgeHost'
import { manifest } from './app/manifest'
import { readTexts } from './app/readTexts'
import { IDLE, leaveOthers, openSession, readPageStatus, type Session } from './app/session'
import { App } from './ui/app/App'
import { BadHost } from './ui/app/BadHost'
import { claimStyles } from './ui/frame/claimStyles'
import { ErrorBoundary } from './ui/frame/ErrorBoundary'
import type { ScreenTheme } from './ui/frame/createTheme'
import type { OwnNames } from './texts/ownNames'
import type { HostTexts } from './texts/phrases'

/** Names each mount apart: two screens on one page must not share CSS variables or DOM ids. */
let mounts = 0

interface Stage {
  render(content: React.ReactNode): void
  readonly styles: HTMLElement
  clear(): Promise<void>
}

/** A place of our own in the host's element: one node for the styles of antd, one for the screen. */
function setStage(element: HTMLElement, name: string): Stage {
  const stage = document.createElement('div')
  const styles = document.createElement('div')
  const screen = document.createElement('div')
  styles.hidden = true
  stage.append(styles, screen)
  element.append(stage)
  const letStylesGo = claimStyles(styles, name)
  const root = createRoot(screen, { identifierPrefix: `${name}-` })
  return {
    styles,
    render: (content) => root.render(content),
    clear: async () => {
      // A host's React may be in the midst of its own rendering: React forbids to unmount another root there.
      await Promise.resolve()
      // Where the host has torn the screen apart already, each of them takes away what is left.
      for (const takeAway of [() => root.unmount(), letStylesGo, () => stage.remove()]) askHost(takeAway)
    },
  }
}

const UNDRAWABLE = 'The screen cannot be drawn with this host.theme, host.locale and host.texts.'

/** What a host gets that gave no element: nothing can be shown, and nothing is thrown. */
const NOWHERE: PluginHandle = {
  update: () => undefined,
  status: () => IDLE,
  unmount: () => Promise.resolve(),
}

function mount(element: HTMLElement, host: Host): PluginHandle {
  mounts += 1
  const name = `soc-${mounts}`
  try {
    return showOn(setStage(element, name), name, host)
  } catch {
    return NOWHERE
  }
}

function showOn(stage: Stage, name: string, host: Host): PluginHandle {
  let session: Session | undefined
  let theme: ScreenTheme | undefined
  let texts: HostTexts | undefined
  let names: OwnNames | undefined
  let cleared: Promise<void> | undefined
  let failures = 0

  function showScreen(good: Host): void {
    const next = openSession(good)
    session = next
    theme = keepEqual(theme, readTheme(good))
    texts = keepEqual(texts, readTexts(good))
    const { callsPerMinute, paths, repeatIsSafe, subOrderId, columns } = readSettings(good.settings)
    names = keepEqual(names, { idRule: subOrderId, columns })
    stage.render(
      // The next update is another try.
      <ErrorBoundary
        key={failures}
        fallback={<BadHost faults={[UNDRAWABLE]} about="A run that was started goes on." />}
        onFailure={() => (failures += 1)}
      >
        <App
          // Another person's screen is another screen: nothing typed or opened is carried over.
          key={next.key}
          name={name}
          store={next.store}
          styleHome={stage.styles}
          theme={theme}
          locale={good.locale}
          texts={texts}
          names={names}
          isAllowed={next.isAllowed()}
          msPerCall={60_000 / callsPerMinute}
          canRead={paths.readSubOrder !== undefined}
          repeatIsSafe={repeatIsSafe}
        />
      </ErrorBoundary>,
    )
  }
  function showFaults(given: unknown, faults: readonly string[]): void {
    // Perhaps nobody is signed in any more: nothing more is sent in the name of the user before, nor for a screen that was
    // closed before.
    session?.leave()
    leaveOthers(given)
    stage.render(<BadHost faults={faults} />)
  }
  function show(given: unknown): void {
    if (cleared) return
    try {
      const check = judgeHost(given)
      if (check.ok) showScreen(check.host)
      else showFaults(given, check.faults)
    } catch (error) {
      showFaults(given, [`The host object threw when it was read: ${describeThrown(error)}`])
    }
  }
  show(host)
  return {
    update: show,
    status: () => session?.status() ?? IDLE,
    unmount: () => {
      cleared ??= stage.clear()
      return cleared
    },
  }
}

function readTheme({ theme }: Host): ScreenTheme {
  const { mode, tokens, nonce } = theme ?? {}
  const given = Object.entries(tokens ?? {}).filter(([name, value]) => isToken(name, value))
  return {
    mode: mode === 'dark' ? mode : 'light',
    tokens: Object.fromEntries(given),
    ...(typeof nonce === 'string' ? { nonce } : {}),
  }
}

/** Theme and texts are worked out anew for a new object only; hosts hand over a new one with each of their own renders. */
function keepEqual<T>(before: T | undefined, after: T): T {
  return before && JSON.stringify(before) === JSON.stringify(after) ? before : after
}

export const plugin: Plugin = { ...manifest, mount, status: readPageStatus }
