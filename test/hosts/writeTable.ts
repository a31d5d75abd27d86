import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { type HostCase, hostCases } from './cases'
import { readVersion } from './describeBuild'
import { promises } from './promises'

const file = resolve(import.meta.dirname, '../../docs/hosts.md')
const columns = ['builds', ...Object.keys(promises), 'no complaint']

const name = (label: string, version: string | undefined) =>
  version === undefined ? 'none' : `${label}${version}`

function readMaybe(prefix: string, version: string | undefined): string | undefined {
  return version === undefined ? undefined : readVersion(`${prefix}-${version}`)
}

function nameBundler({ bundler, source }: HostCase): string {
  return source ? `${bundler} (${source})` : bundler
}

function describeHost(host: HostCase): string[] {
  return [
    nameBundler(host),
    name('', readMaybe('react', host.react)) + (host.isStrict ? ', StrictMode' : ''),
    name('', readMaybe('antd', host.antd)),
    name('', readMaybe('react-router', host.router)),
    host.isSameOrigin ? 'same' : 'other',
    host.react === undefined || host.bundler.endsWith('script tag')
      ? '`./plugin`'
      : '`./SubOrderCancellation`',
  ]
}

/** The first line of what went wrong, as one cell of a table. */
function readReason(message: string): string {
  // oxlint-disable-next-line no-control-regex -- the colours of a terminal begin with one
  const plain = message.replaceAll(/\u001b\[\d+m/g, '')
  return (plain.split('\n')[0] ?? '').replaceAll('|', '\\|')
}

function describeResult({ steps, errors }: TestResult): string[] {
  const tried = new Map(
    steps.filter(({ category }) => category === 'test.step').map((step) => [step.title, step]),
  )
  return columns.map((column) => {
    const step = tried.get(column)
    if (!step) return 'not tried'
    return step.error ? readReason(step.error.message ?? errors[0]?.message ?? 'failed') : '✓'
  })
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function writeTable(results: ReadonlyMap<string, TestResult>): string {
  const header = ['bundler and federation', 'React', 'antd', 'router', 'origin', 'takes', ...columns]
  const rows = hostCases.map((host) => {
    const result = results.get(host.id)
    return writeRow([...describeHost(host), ...(result ? describeResult(result) : columns.map(() => ''))])
  })
  return [writeRow(header), writeRow(header.map(() => '---')), ...rows].join('\n')
}

function writePage(results: ReadonlyMap<string, TestResult>): string {
  const tools = [
    ['webpack', 'webpack'],
    ['@module-federation/enhanced', '@module-federation/enhanced'],
    ['@rspack/core', '@rspack/core'],
    ['Vite', 'vite'],
    ['@module-federation/vite', '@module-federation/vite'],
  ].map(([label, tool = '']) => `${label} ${readVersion(tool)}`)
  return `# Hosts

Written by \`npm run test:hosts\`, never by hand: each row is a host that was built, opened in Chromium and driven. ${tools.join(', ')}.
Each portal lies below a path (\`/portal/app/\`), its router, where there is one, moves on from there, and React 16 and 17 are rendered the old way. StrictMode hosts are development builds.
The choice covers every value of every axis and the likely clashes; the full product would have over a thousand rows.

${writeTable(results)}

| column | what was seen |
| --- | --- |
| builds | the host, with the plugin declared as the README has it |
| sub-orders by CSV | an upload with a row that cannot be read and three that the OMS refuses: every status and message, calls in file order |
| error CSV | the download, byte for byte |
| single sub-order | typed, confirmed, its result |
| line items by CSV | statuses, and one call per sub-order with all its line items |
| two at once | two screens of one user; the first is closed and the second goes on; opened again, the first shows what the second did |
| host’s styles | every computed style of the host's own button and body, beside the screen and after a switch of its theme, as before |
| share scope | packages and versions in the host's share scope as before, and no more than the host's own React |
| nothing left | both screens closed: markup and styles of the whole page as before, no listener on window or document, no timer, no call |
| no complaint | no error on the page and none in the console |

Three things stay on purpose, each once however often the screen is opened, and none holds on to the screen: React's own \`selectionchange\` on the document, antd's \`click\` on the root (where a dialog opens
from), and, for a minute after a download, the timer that frees its memory. Script tags that a loader has put into the head stay as well.
`
}

/** Writes the table once all hosts were tried; a part of them says nothing of the others. */
export default class TableWriter implements Reporter {
  private readonly results = new Map<string, TestResult>()

  onTestEnd(test: TestCase, result: TestResult): void {
    this.results.set(test.title.replace(/^host /, ''), result)
  }

  onEnd(): void {
    if (hostCases.every(({ id }) => this.results.has(id))) writeFileSync(file, writePage(this.results))
  }
}
