import { createRoot } from 'react-dom/client'
import { startWorker } from '../mocks/browser'
import { createNetworkClient } from '../mocks/networkClient'
import { createPretendHost } from '../host-kit/pretendHost'
import { findScenario, type Scenario } from '../mocks/scenarios'
import type { Host } from './host/contract'
import { plugin } from './plugin'
import { DevBar, type Sheet } from './standalone/DevBar'
import {
  type PageOptions,
  readPageOptions,
  type ThemeChoice,
  writePageOptions,
} from './standalone/pageOptions'

const systemDark = matchMedia('(prefers-color-scheme: dark)')

/** The dev page: the plugin in a pretend host, over a pretend OMS that MSW answers for. */
async function start(): Promise<void> {
  let options = readPageOptions(location.search)
  const scenario = findScenario(options.scenario)
  const oms = scenario.createOms(options.latencyMs === null ? {} : { delayMs: options.latencyMs })
  const sheets = createSheets(scenario)
  await startWorker(oms)

  // Each scenario has its own tenant: a run of one scenario must never be shown in another.
  const pretend = createPretendHost({
    api: createNetworkClient(),
    user: { id: 'dev', tenant: scenario.id, name: 'Priya Nair' },
  })
  const handle = plugin.mount(findElement('screen'), describeHost(pretend, options))
  const bar = createRoot(findElement('dev-bar'))

  function change(next: PageOptions): void {
    // A fresh page is the only sure reset of OMS, plugin and worker for another scenario.
    if (next.scenario !== options.scenario) {
      location.search = writePageOptions(next)
      return
    }
    options = next
    history.replaceState(null, '', writePageOptions(options))
    show()
  }

  function show(): void {
    document.documentElement.dataset['theme'] = readMode(options.theme)
    handle.update(describeHost(pretend, options))
    bar.render(<DevBar scenario={scenario} sheets={sheets} oms={oms} options={options} onChange={change} />)
  }

  systemDark.addEventListener('change', show)
  show()
}

function describeHost(pretend: Host, { theme, locale, callsPerMinute }: PageOptions): Host {
  return {
    ...pretend,
    locale: locale ?? navigator.language,
    theme: { mode: readMode(theme) },
    settings: { callsPerMinute },
  }
}

function readMode(theme: ThemeChoice): 'light' | 'dark' {
  if (theme !== 'system') return theme
  return systemDark.matches ? 'dark' : 'light'
}

function createSheets(scenario: Scenario): readonly Sheet[] {
  const sheet = (label: string, name: string, text: string): Sheet => ({
    label,
    fileName: `${scenario.id}-${name}.csv`,
    href: URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' })),
  })
  return [
    sheet('sub-orders.csv', 'sub-orders', scenario.subOrdersCsv),
    sheet('line-items.csv', 'line-items', scenario.lineItemsCsv),
  ]
}

function findElement(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no #${id}`)
  return element
}

void start()
