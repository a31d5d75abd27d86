import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { HostCase } from './cases'

/** The address as the README has it; the server of a host puts in the true one, as portals do for each deployment. */
export const REMOTE = 'https://plugins.example.com/sub-order-cancellation'

const portal = join(import.meta.dirname, 'portal')

/** Where one of the packages beside this file lies: `react-18.2`. By its place, for not every package shows its package.json. */
function findPackage(name: string, from = import.meta.dirname): string {
  const { paths } = createRequire(join(from, 'package.json')).resolve
  const places = (paths(name) ?? []).map((folder) => join(folder, name))
  const found = places.find((place) => existsSync(join(place, 'package.json')))
  if (found === undefined) throw new Error(`${name} is not installed`)
  return found
}

export function readVersion(name: string): string {
  const text = readFileSync(join(findPackage(name), 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

function isFederated({ bundler }: HostCase): boolean {
  return !bundler.endsWith('script tag')
}

function chooseScopes({ bundler }: HostCase): string {
  if (bundler.startsWith('Vite +')) return 'scopesOfRuntime.js'
  return bundler.endsWith('script tag') ? 'scopesOfNone.js' : 'scopesOfBundler.js'
}

function chooseButton({ antd, react }: HostCase): string {
  if (antd === undefined) return 'plainButton.js'
  return antd === '5' && react?.startsWith('19') ? 'antd5OnReact19.js' : 'antdButton.js'
}

function nameReact({ react, antd, router }: HostCase): Record<string, string> {
  if (react === undefined) return {}
  const antdFolder = antd === undefined ? undefined : findPackage(`antd-${antd}`)
  return {
    react: findPackage(`react-${react}`),
    'react-dom': findPackage(`react-dom-${react}`),
    ...(antdFolder && {
      antd: antdFolder,
      // The one that this antd came with.
      '@ant-design/icons': findPackage('@ant-design/icons', antdFolder),
    }),
    ...(router && { 'host-routing': findPackage(`react-router-${router}`) }),
  }
}

/** Which file of `portal`, and which package, stands for each name that differs from host to host. */
export function nameModules(host: HostCase): Record<string, string> {
  const { react, router } = host
  const isOld = react === '16' || react === '17'
  const files = {
    'host-page': react === undefined ? 'plainPage.js' : 'reactPage.js',
    'host-render': isOld ? 'renderLegacy.js' : 'renderRoot.js',
    'host-ui': chooseButton(host),
    'host-router': router === undefined ? 'noRouter.js' : 'router.js',
    'host-screen': isFederated(host) ? 'federatedScreen.js' : 'mountedScreen.js',
    'host-plugin': isFederated(host) ? 'federatedPlugin.js' : 'scriptedPlugin.js',
    'host-scopes': chooseScopes(host),
  }
  const own = Object.entries(files).map(([name, file]) => [name, join(portal, file)])
  return { ...Object.fromEntries(own), ...nameReact(host) }
}

/** What a React host shares, as the README has it, and nothing where there is no React. */
export function describeShared({ react, source }: HostCase): {
  react: { singleton: true; requiredVersion?: string }
} {
  if (source) return { react: { singleton: true } }
  // Said here, for the package beside this file has another name for each React.
  const requiredVersion = `^${readVersion(`react-${react}`)}`
  return { react: { singleton: true, requiredVersion } }
}

/** Packages whose style sheet this host's antd needs. */
export function findStyleSheet({ antd }: HostCase): string | undefined {
  if (antd === undefined) return undefined
  return join(findPackage(`antd-${antd}`), 'dist', antd === '4' ? 'antd.min.css' : 'reset.css')
}
