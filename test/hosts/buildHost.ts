import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { isFresh } from '../../mocks/build'
import type { HostCase } from './cases'
import { describeShared, findStyleSheet, nameModules, REMOTE } from './describeBuild'

const root = resolve(import.meta.dirname, '../..')
const portal = join(import.meta.dirname, 'portal')
const remotes = { subOrderCancellation: `subOrderCancellation@${REMOTE}/remoteEntry.js` }

const sources = [
  ...['portal', 'newcomer', 'buildHost.ts', 'describeBuild.ts', 'cases.ts'].map((name) =>
    join('test/hosts', name),
  ),
  'src/host',
  'package-lock.json',
]

/** Where every portal lives on its origin: below a path, so that a relative address would break. */
export const PORTAL_PATH = '/portal/app/'

/** The folder that a server gives out for this host. */
export function nameFolder({ id }: HostCase): string {
  return join(root, '.build/hosts', id)
}

function isDevelopment(host: HostCase): boolean {
  return host.isStrict === true
}

/** Built anew when a source or a package has changed. */
export async function buildHost(host: HostCase): Promise<void> {
  const output = join(nameFolder(host), PORTAL_PATH)
  if (isFresh(join(output, 'index.html'), sources)) return
  mkdirSync(output, { recursive: true })
  if (host.bundler.startsWith('Vite')) await buildWithVite(host, output)
  else if (host.bundler === 'rspack, native federation') await buildWithRspack(host, output)
  else if (host.bundler === 'script tag') copyPlainPage(host, output)
  else await buildWithWebpack(host, output)
}

/** What webpack and rspack take in the same words. */
function describeBundle(host: HostCase, output: string) {
  return {
    mode: isDevelopment(host) ? ('development' as const) : ('production' as const),
    devtool: false as const,
    context: portal,
    entry: { main: './main.js' },
    output: { path: output, filename: '[name].js', publicPath: PORTAL_PATH, uniqueName: host.id },
    resolve: { alias: nameModules(host) },
    // Some packages of antd are ES modules that leave out file endings.
    module: { rules: [{ test: /\.m?js$/, resolve: { fullySpecified: false } }] },
    // Nobody waits for a smaller file here.
    optimization: { minimize: false },
    performance: false as const,
  }
}

function describeFederation(host: HostCase) {
  return { name: 'portal', remotes, shared: host.react === undefined ? {} : describeShared(host) }
}

interface Stats {
  hasErrors(): boolean
  toString(options: object): string
}

function settle(done: () => void, fail: (reason: Error) => void) {
  return (error: Error | null, stats: Stats | undefined) => {
    if (error) fail(error)
    else if (stats?.hasErrors()) fail(new Error(stats.toString({ all: false, errors: true })))
    else done()
  }
}

async function buildWithWebpack(host: HostCase, output: string): Promise<void> {
  const { default: webpack } = await import('webpack')
  const { ModuleFederationPlugin: Enhanced } = await import('@module-federation/enhanced/webpack')
  const isNative = host.bundler === 'webpack, native federation'
  const federation = describeFederation(host)
  const plugins = [
    new webpack.DefinePlugin({ __STRICT__: String(host.isStrict === true) }),
    isNative
      ? new webpack.container.ModuleFederationPlugin(federation)
      : new Enhanced({ ...federation, dts: false }),
  ]
  await new Promise<void>((done, fail) => {
    webpack({ ...describeBundle(host, output), plugins }, settle(done, fail))
  })
  writePage(host, output)
}

async function buildWithRspack(host: HostCase, output: string): Promise<void> {
  const { container, DefinePlugin, rspack } = await import('@rspack/core')
  const plugins = [
    new DefinePlugin({ __STRICT__: String(host.isStrict === true) }),
    new container.ModuleFederationPlugin(describeFederation(host)),
  ]
  await new Promise<void>((done, fail) => {
    rspack({ ...describeBundle(host, output), plugins }, settle(done, fail))
  })
  writePage(host, output)
}

/** No bundler: the browser finds each module by an import map. */
function copyPlainPage(host: HostCase, output: string): void {
  const files = Object.entries(nameModules(host)).map(([name, file]) => [name, basename(file)] as const)
  for (const file of ['main.js', 'createHost.js', ...files.map(([, name]) => name)]) {
    copyFileSync(join(portal, file), join(output, file))
  }
  const imports = Object.fromEntries(files.map(([name, file]) => [name, PORTAL_PATH + file]))
  const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`
  writeFileSync(join(output, 'index.html'), readPage().replace('<!--styles-->', map))
}

function readPage(): string {
  return readFileSync(join(portal, 'index.html'), 'utf8')
}

/** The page of a webpack or rspack host; Vite writes its own. */
function writePage(host: HostCase, output: string): void {
  const script = `<script defer src="${PORTAL_PATH}main.js"></script>`
  const plain = readPage().replace('<script type="module" src="./main.js"></script>', script)
  writeFileSync(join(output, 'index.html'), linkStyles(host, output, plain))
}

function linkStyles(host: HostCase, output: string, page: string): string {
  const sheet = findStyleSheet(host)
  if (sheet === undefined) return page
  copyFileSync(sheet, join(output, 'antd.css'))
  return page.replace('<!--styles-->', `<link rel="stylesheet" href="${PORTAL_PATH}antd.css" />`)
}

const isPackage = (name: string) => !name.startsWith('host-') || name === 'host-routing'

/**
 * Vite's federation forbids an alias for what is shared; so the host's sources stand in a folder with packages of its own.
 */
function layOutSource(host: HostCase): string {
  const folder = join(nameFolder(host), 'source')
  rmSync(folder, { recursive: true, force: true })
  cpSync(portal, folder, { recursive: true })
  for (const [name, place] of Object.entries(nameModules(host))) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    if (isPackage(name)) symlinkSync(place, link, 'dir')
  }
  return folder
}

/** The files that differ from host to host, in the copy of the sources. */
function findOwnFiles(host: HostCase): Record<string, string> {
  const files = Object.entries(nameModules(host)).filter(([name]) => !isPackage(name))
  return Object.fromEntries(
    files.map(([name, file]) => [name, join(nameFolder(host), 'source', basename(file))]),
  )
}

async function buildWithVite(host: HostCase, output: string): Promise<void> {
  const { build } = await import('vite')
  const { federation } = await import('@module-federation/vite')
  const folder = join(import.meta.dirname, host.source ?? 'portal')
  const entry = { type: 'var', name: 'subOrderCancellation', entry: `${REMOTE}/mf-manifest.json` }
  const isFederated = host.bundler === 'Vite + @module-federation/vite'
  await build({
    root: host.source ? folder : layOutSource(host),
    base: PORTAL_PATH,
    configFile: false,
    logLevel: 'error',
    mode: isDevelopment(host) ? 'development' : 'production',
    define: {
      __STRICT__: String(host.isStrict === true),
      'process.env.NODE_ENV': JSON.stringify(isDevelopment(host) ? 'development' : 'production'),
    },
    resolve: {
      alias: findOwnFiles(host),
      dedupe: Object.keys(nameModules(host)).filter(isPackage),
    },
    plugins: isFederated
      ? [
          federation({
            name: 'portal',
            remotes: { subOrderCancellation: entry },
            shared: describeShared(host),
            dts: false,
          }),
        ]
      : [],
    build: { outDir: output, emptyOutDir: true, minify: false, target: 'es2022', modulePreload: false },
  })
  const file = join(output, 'index.html')
  writeFileSync(file, linkStyles(host, output, readFileSync(file, 'utf8')))
}
