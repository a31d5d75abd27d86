import { pathToFileURL } from 'node:url'
import { buildPlugin, buildShell, builtFolders } from '../build'
import type { PretendOms } from '../oms'
import { findScenario, scenarios } from '../scenarios'
import { type RunningServer, serveFolders } from '../serveFolders'
import { serveOms } from '../server'
import type { ShellConfig, ShellSheet } from './config'

/** The session header of the shell; a call without it is answered 401. */
export const SESSION_HEADER = 'x-oms-session'

export interface ShellOptions {
  readonly oms: PretendOms
  readonly sheets?: readonly ShellSheet[]
  readonly callsPerMinute?: number
  /** Default: any free ones. */
  readonly ports?: { readonly shell: number; readonly remote: number; readonly oms: number }
}

/** The built shell, the built plugin and the OMS, each on a port of its own, as in a real portal. */
export async function serveShell(options: ShellOptions): Promise<RunningServer> {
  const { ports } = options
  const oms = await serveOms(options.oms, ports?.oms)
  const remote = await serveFolders({ folders: [builtFolders.plugin], port: ports?.remote ?? 0 })
  const config: ShellConfig = {
    remote: remote.url,
    oms: oms.url,
    sheets: options.sheets ?? [],
    ...(options.callsPerMinute === undefined ? {} : { callsPerMinute: options.callsPerMinute }),
  }
  const shell = await serveFolders({
    folders: [builtFolders.shell],
    port: ports?.shell ?? 0,
    json: { '/config.json': config },
    singlePage: true,
  })
  return {
    url: shell.url,
    close: async () => void (await Promise.all([shell, remote, oms].map((server) => server.close()))),
  }
}

/** `npm run host [scenario]`. */
async function main(): Promise<void> {
  const scenario = findScenario(process.argv[2] ?? 'some-refused')
  console.log('Building what is out of date ...')
  await Promise.all([buildPlugin(), buildShell()])
  const shell = await serveShell({
    oms: scenario.createOms({ sessionHeader: SESSION_HEADER }),
    sheets: [
      { fileName: `${scenario.id}-sub-orders.csv`, text: scenario.subOrdersCsv },
      { fileName: `${scenario.id}-line-items.csv`, text: scenario.lineItemsCsv },
    ],
    ports: { shell: 4000, remote: 4001, oms: 4002 },
  })
  console.log(
    `Portal: ${shell.url}   (scenario ${scenario.id}; others: ${scenarios.map(({ id }) => id).join(', ')})`,
  )
}

// Tests import this file for `serveShell`; only `npm run host` runs it.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
