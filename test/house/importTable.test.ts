import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, it } from '@jest/globals'

interface Allowed {
  readonly folders: readonly string[]
  /** Whole names, or with a `/` at the end for everything below. */
  readonly packages: readonly string[]
  /** Single modules of other folders: `ui/checkTexts`. */
  readonly modules?: readonly string[]
  /** What single files may import on top of it. */
  readonly files?: Readonly<Record<string, readonly string[]>>
}

/** Who may import whom: the table of the house. A folder may always import from itself. */
const table: Readonly<Record<string, Allowed>> = {
  host: { folders: [], packages: [] },
  check: {
    folders: ['host', 'domain', 'api'],
    packages: [],
    modules: ['config', 'judgeHost', 'ui/checkTexts'],
  },
  domain: { folders: [], packages: [] },
  csv: { folders: ['domain'], packages: ['papaparse', '@noble/hashes/'] },
  reading: { folders: ['domain', 'csv', 'xlsx'], packages: [] },
  xlsx: { folders: ['domain'], packages: ['fflate', 'saxes'] },
  api: { folders: ['host', 'domain'], packages: [] },
  run: { folders: ['domain'], packages: [] },
  journal: { folders: ['domain'], packages: ['idb', '@noble/hashes/'] },
  tabs: { folders: ['domain'], packages: [] },
  store: {
    folders: ['domain', 'csv', 'run'],
    packages: ['@reduxjs/toolkit'],
    files: { 'hooks.ts': ['react-redux'] },
  },
  ui: {
    folders: ['store', 'domain'],
    packages: ['react', 'antd', '@ant-design/icons-svg/', '@tanstack/react-virtual'],
    files: {
      'App.tsx': ['react-redux', '@ant-design/cssinjs', '@ant-design/icons/es/components/Context'],
      'claimStyles.ts': ['@ant-design/cssinjs'],
    },
  },
}

/** The composition root and the dev page: files in `src` itself, and what only the dev page is made of. */
const FREE = new Set(['', 'standalone'])

const src = join(__dirname, '../../src')

/** Paths below `src`, with `/`. */
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))

/** Every module that a file names: `import`, `export … from`, `import()`, `require()`, types included. */
function findSpecifiers(text: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g
  return [...text.matchAll(pattern)].map((match) => match[2] ?? '')
}

/** Where a relative import leads to below `src`; undefined for one that leaves `src`. */
function readTarget(file: string, specifier: string): string | undefined {
  const target = posix.join('src', posix.dirname(file), specifier)
  return target.startsWith('src/') ? target.slice('src/'.length) : undefined
}

/** The folder of a path below `src`. */
const readFolder = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : '')

function isAllowed(file: string, specifier: string): boolean {
  const [folder = '', ...rest] = file.split('/')
  const allowed = table[folder]
  if (!allowed) return false
  if (specifier.startsWith('.')) {
    const target = readTarget(file, specifier)
    if (target === undefined) return false
    return [folder, ...allowed.folders].includes(readFolder(target)) || !!allowed.modules?.includes(target)
  }
  const packages = [...allowed.packages, ...(allowed.files?.[rest.join('/')] ?? [])]
  return packages.some((name) => (name.endsWith('/') ? specifier.startsWith(name) : specifier === name))
}

function findWrongImports(file: string, text: string): string[] {
  if (FREE.has(readFolder(file))) return []
  return findSpecifiers(text)
    .filter((specifier) => !isAllowed(file, specifier))
    .map((specifier) => `${file} imports ${specifier}`)
}

it('knows every folder of src', () => {
  const folders = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''))
  expect([...folders].sort()).toEqual([...Object.keys(table), 'standalone'].sort())
})

it('no file imports what the table does not allow it', () => {
  const wrong = files.flatMap((file) => findWrongImports(file, readFileSync(join(src, file), 'utf8')))
  expect(wrong).toEqual([])
})

it('finds a wrong import, however it is written', () => {
  const planted = [
    "import { readSheet } from '../csv/readSheet'",
    "import type { Host } from '../host/contract'",
    "export { useSelector } from 'react-redux'",
    "import '../session'",
    "const late = import('../../mocks/oms')",
    "import {\n  a,\n} from 'antd/es/button'",
    "import { fine } from './run'",
  ].join('\n')
  expect(findWrongImports('domain/planted.ts', planted)).toEqual([
    'domain/planted.ts imports ../csv/readSheet',
    'domain/planted.ts imports ../host/contract',
    'domain/planted.ts imports react-redux',
    'domain/planted.ts imports ../session',
    'domain/planted.ts imports ../../mocks/oms',
    'domain/planted.ts imports antd/es/button',
  ])
})

it('lets a single file import what its folder may not', () => {
  const text = "import { useSelector } from 'react-redux'"
  const found = ['store/hooks.ts', 'store/store.ts', 'ui/App.tsx', 'ui/Page.tsx'].flatMap((file) =>
    findWrongImports(file, text),
  )
  expect(found).toEqual(['store/store.ts imports react-redux', 'ui/Page.tsx imports react-redux'])
})

it('lets a folder import single modules of another, and not those beside them', () => {
  const text = ['../config', '../ui/checkTexts', '../ui/phrases', '../session'].map(
    (path) => `import '${path}'`,
  )
  expect(findWrongImports('check/planted.ts', text.join('\n'))).toEqual([
    'check/planted.ts imports ../ui/phrases',
    'check/planted.ts imports ../session',
  ])
})

it('only the adapters and the check of a host touch the network', () => {
  const callers = files.filter((file) => {
    const code = readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    return /\bfetch\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bWebSocket\b|\bEventSource\b/.test(code)
  })
  // The check of a host is no part of the screen.
  expect(callers).toEqual(['check/checkPlace.ts', 'check/hostCheck.ts', 'host/adapters.ts'])
})
