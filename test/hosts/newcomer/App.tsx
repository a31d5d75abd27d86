import * as React from 'react'
import { createFetchClient } from '../../../src/host/adapters'
import type { Host } from '../../../src/host/contract'
import { Screen } from './Screen'

declare global {
  interface Window {
    __FEDERATION__?: {
      __INSTANCES__: { name: string; shareScopeMap: ReturnType<Window['readShareScopes']> }[]
    }
  }
}

// For the test alone: what this page shares, and its calls without an answer.
window.callsOut = 0
window.readShareScopes = () =>
  window.__FEDERATION__?.__INSTANCES__.find(({ name }) => name === 'portal')?.shareScopeMap

async function countedFetch(url: string, init: RequestInit): Promise<Response> {
  window.callsOut += 1
  return fetch(url, init).finally(() => {
    window.callsOut -= 1
  })
}

async function readHost(): Promise<Host> {
  const { oms } = (await (await fetch('config.json')).json()) as { oms: string }
  return {
    contract: '1.0.0',
    api: createFetchClient({ baseUrl: oms, fetch: countedFetch }),
    user: { id: 'priya.nair', tenant: 'acme-retail' },
    locale: 'en-IN',
    settings: { callsPerMinute: 6000 },
  }
}

interface ToggleProps {
  readonly label: string
  readonly isOpen: boolean
  toggle(): void
}

function Toggle({ label, isOpen, toggle }: ToggleProps) {
  return <button type="button" onClick={toggle}>{`${isOpen ? 'Close' : 'Open'} ${label}`}</button>
}

/** What somebody builds who has read the README and nothing else. */
export function App() {
  const [given, setGiven] = React.useState<Host | null>(null)
  const [mode, setMode] = React.useState<'light' | 'dark'>('light')
  const [isOpen, setOpen] = React.useState(false)
  const [isTwice, setTwice] = React.useState(false)
  React.useEffect(() => void readHost().then(setGiven), [])
  const host = React.useMemo(() => given && { ...given, theme: { mode } }, [given, mode])
  if (!host) return null
  return (
    <>
      <header>
        <button type="button">New order</button>
        <Toggle label="screen" isOpen={isOpen} toggle={() => setOpen(!isOpen)} />
        <Toggle label="second" isOpen={isTwice} toggle={() => setTwice(!isTwice)} />
        <button type="button" onClick={() => setMode(mode === 'light' ? 'dark' : 'light')}>
          Switch theme
        </button>
        <span id="react-version">{React.version}</span>
      </header>
      <main id="first">{isOpen && <Screen host={host} />}</main>
      <aside id="second">{isTwice && <Screen host={host} />}</aside>
    </>
  )
}
