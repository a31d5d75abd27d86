import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pkg from '../../package.json'
import { createPackageFiles } from '../../webpack/packageFiles'

const root = join(__dirname, '../..')

/** A host's own folder, outside the repository: what the package lacks, it cannot find here. */
let folder = ''
let files: ReadonlyMap<string, string> = new Map()

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

function copyPackage(name: string): void {
  cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true })
}

/** Runs a program of Node in the host's folder. */
function run(...parameters: readonly string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: folder,
    encoding: 'utf8',
  })
  return { code: status, said: stdout + stderr }
}

interface Compiled {
  /** As the host's developer has it. */
  readonly code: string
  readonly options?: Readonly<Record<string, unknown>>
}

/** The faults that the compiler finds, strict and with every declaration checked, such as `host.tsx(3): TS2322`. */
function compile({ code, options = {} }: Compiled): string[] {
  write('host.tsx', code)
  const compilerOptions = {
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    jsx: 'react-jsx',
    types: [],
    ...options,
  }
  write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['host.tsx'] }))
  const { said } = run(join(root, 'node_modules/typescript/bin/tsc'), '--project', '.')
  return said
    .split('\n')
    .filter((line) => line.includes('error'))
    .map((line) => line.replace(/,\d+\): error (TS\d+):.*/, '): $1'))
}

const resolutions = [
  { module: 'esnext', moduleResolution: 'bundler' },
  { module: 'nodenext', moduleResolution: 'nodenext' },
] as const

const plainHost = `/// <reference types="sub-order-cancellation/remote" />
import type { ApiAnswer, ApiClient, Host, Plugin, PluginEvent, PluginHandle } from 'sub-order-cancellation'
import { type AxiosLike, createAxiosClient, createFetchClient } from 'sub-order-cancellation/adapters'
import { createPretendHost } from 'sub-order-cancellation/testing'

declare const portalAxios: AxiosLike
const clients: ApiClient[] = [createAxiosClient(portalAxios), createFetchClient({ baseUrl: '/api/oms/' })]
export const answers: Promise<ApiAnswer>[] = clients.map((api) =>
  api.request({ method: 'PUT', path: 'orders/1/cancel', body: {}, retry: 'never' }),
)
const told: PluginEvent[] = []
const host: Host = {
  contract: '1.0.0',
  api: createAxiosClient(portalAxios),
  user: { id: 'priya.nair', tenant: 'acme-retail' },
  onEvent: (event) => void told.push(event),
}
const hosts: Host[] = [host, createPretendHost()]
export async function mountAll(element: HTMLElement): Promise<PluginHandle[]> {
  const module = await import('subOrderCancellation/plugin')
  const plugin: Plugin = module.plugin
  return hosts.map((one) => plugin.mount(element, one))
}
`

const reactHost = `import { type ComponentType, lazy, Suspense } from 'react'
import type { Host } from 'sub-order-cancellation'
import Direct from 'subOrderCancellation/SubOrderCancellation'

const SubOrderCancellation = lazy(() => import('subOrderCancellation/SubOrderCancellation'))
export const component: ComponentType<{ host: Host }> = Direct

export function Screen({ host }: { host: Host }) {
  return (
    <Suspense fallback={null}>
      <SubOrderCancellation host={host} />
      <Direct key="direct" host={host} />
    </Suspense>
  )
}
`

/** Each line with a mark is wrong, and no other. */
const mistaken = `import type { Host, PluginHandle } from 'sub-order-cancellation'
import { createAxiosClient, createFetchClient } from 'sub-order-cancellation/adapters'
import Screen from 'subOrderCancellation/SubOrderCancellation'
import { plugins } from 'subOrderCancellation/plugin' // wrong
import { plugin } from 'subOrderCancellation/plugin'

const good = { contract: '1.0.0', api: createFetchClient({ baseUrl: '/' }), user: { id: 'a', tenant: 'b' } }
export const numbered: Host = { ...good, contract: 1 } // wrong
export const misspelt: Host = { ...good, onEvnt: () => undefined } // wrong
export const nobody: Host = { ...good, user: { id: 'a' } } // wrong
export const bare = createAxiosClient({}) // wrong
export const empty = createFetchClient({}) // wrong
export const handle: PluginHandle = plugin.mount(document.body, good)
handle.remount(good) // wrong
export const screens = [
  <Screen host={good} />,
  <Screen />, // wrong
  <Screen host={good} theme="dark" />, // wrong
]
`

const runningHost = `
const asked = { method: 'PUT', path: 'orders/1/cancel', body: {}, retry: 'never' }
const fetch = async (url) => new Response(JSON.stringify({ url }), { status: 201 })
const axios = { request: async ({ url }) => ({ status: 202, data: url, headers: {} }) }
const clients = [createFetchClient({ baseUrl: 'https://oms.example.com/api/', fetch }), createAxiosClient(axios)]
const { contract, user, api } = createPretendHost()
Promise.all(clients.map((client) => client.request(asked))).then((answers) =>
  console.log(JSON.stringify({
    answers: answers.map(({ status, body }) => ({ status, body })),
    pretended: [typeof contract, typeof user.tenant, typeof api.request],
  })),
)
`

const scripts = [
  {
    file: 'run.js',
    imports: `import { createAxiosClient, createFetchClient } from 'sub-order-cancellation/adapters'
import { createPretendHost } from 'sub-order-cancellation/testing'`,
  },
  {
    file: 'run.cjs',
    imports: `const { createAxiosClient, createFetchClient } = require('sub-order-cancellation/adapters')
const { createPretendHost } = require('sub-order-cancellation/testing')`,
  },
]

function findMarks(code: string): string[] {
  const numbers = code.split('\n').flatMap((line, index) => (line.endsWith('// wrong') ? [index + 1] : []))
  return numbers.map((number) => `host.tsx(${number})`)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'host-of-package-'))
  write('package.json', JSON.stringify({ type: 'module' }))
  files = await createPackageFiles(root)
  for (const [file, text] of files) write(join('node_modules/sub-order-cancellation', file), text)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the package beside the federated files', () => {
  it('has a name, a version and a licence, and needs nothing', () => {
    const described: Record<string, unknown> = JSON.parse(files.get('package.json') ?? '')
    expect(described).toMatchObject({
      name: pkg.name,
      version: pkg.version,
      license: pkg.license,
      bin: { 'check-host': './host/check-host.js' },
      type: 'module',
    })
    const others = ['dependencies', 'peerDependencies', 'devDependencies', 'scripts', 'private']
    expect(others.filter((key) => key in described)).toEqual([])
  })

  it.each(resolutions)('gives a host without React its types ($moduleResolution)', (options) => {
    expect(compile({ code: plainHost, options })).toEqual([])
  })

  it.each(scripts)('lets adapters and a pretend host run in plain Node ($file)', ({ file, imports }) => {
    write(file, `${imports}\n${runningHost}`)
    const { code, said } = run(file)
    expect({ code, said: code === 0 ? (JSON.parse(said) as unknown) : said }).toEqual({
      code: 0,
      said: {
        answers: [
          { status: 201, body: { url: 'https://oms.example.com/api/orders/1/cancel' } },
          { status: 202, body: 'orders/1/cancel' },
        ],
        pretended: ['string', 'string', 'function'],
      },
    })
  })

  it('has CommonJS for programs that ask for it', () => {
    write(
      'ask.cjs',
      "for (const name of ['adapters', 'testing']) console.log(require.resolve(`sub-order-cancellation/${name}`))",
    )
    expect(run('ask.cjs').said).toMatch(/adapters\.cjs\n.*testing\.cjs\n$/)
  })
})

describe('the package in a host with React', () => {
  beforeAll(() => {
    for (const name of ['@types/react', 'csstype']) copyPackage(name)
  })

  it.each(resolutions)('gives the component its types by an option ($moduleResolution)', (options) => {
    const types = ['sub-order-cancellation/remote']
    expect(compile({ code: reactHost, options: { ...options, types } })).toEqual([])
  })

  it.each(resolutions)('tells each mistake of a host, where it stands ($moduleResolution)', (options) => {
    const types = ['sub-order-cancellation/remote']
    const found = compile({ code: mistaken, options: { ...options, types } })
    expect(found.map((fault) => fault.split(':')[0])).toEqual(findMarks(mistaken))
  })
})

describe('the check of a host, as a command', () => {
  const check = (...parameters: string[]) =>
    run('node_modules/sub-order-cancellation/host/check-host.js', ...parameters)

  it('says how it is used, where nothing is asked of it', () => {
    const { code, said } = check()
    expect([code, said]).toEqual([2, expect.stringContaining('--host ./host.mjs')])
  })

  it('marks what is wrong, with its fix, and ends with 1', () => {
    write(
      'wrong.mjs',
      "export const createHost = () => ({ contract: '1.0.0', user: { id: 'a', tenant: 'b' } })",
    )
    const { code, said } = check('--host', './wrong.mjs')
    expect([code, said]).toEqual([1, expect.stringMatching(/^WRONG host +host\.api\.request is missing/m)])
    expect(said).toContain('1 looked at, 1 wrong')
  })

  it('finds the script that it hands to pages beside it', () => {
    expect(files.get('host/check.js')).toContain('checkWiring')
    expect(files.get('host/check-host.js')).toMatch(/^#!\/usr\/bin\/env node\n/)
  })
})
