import { basename } from 'node:path'
import { build } from 'esbuild'
import pkg from '../package.json' with { type: 'json' }
import { createDeclarations } from './declarations'

interface Entry {
  /** As a host imports it: `sub-order-cancellation/adapters`. */
  readonly path: string
  /** Below the root, without its ending. */
  readonly source: string
  /** As the package has it, without its ending; absent: types alone. */
  readonly script?: string
}

const ENTRIES: readonly Entry[] = [
  { path: '.', source: 'src/host/contract' },
  { path: './adapters', source: 'src/host/adapters', script: 'host/adapters' },
  { path: './testing', source: 'host-kit/pretendHost', script: 'host/testing' },
  { path: './check', source: 'host-kit/hostCheck', script: 'host/check' },
  { path: './remote', source: 'src/host/remote' },
]

/** What `npx check-host` runs, beside the check that it hands to pages. */
const COMMAND = {
  name: 'check-host',
  source: 'host-kit/checkHostOfPackage',
  script: 'host/check-host.js',
} as const

/** Jest still asks for CommonJS, unless it is told otherwise. */
const FORMATS = [
  { format: 'esm', ending: '.js' },
  { format: 'cjs', ending: '.cjs' },
] as const

const nameTypes = ({ source }: Entry) => `./types/${basename(source)}.d.ts`

function describePackage(): string {
  const exports: Record<string, unknown> = {}
  // For `"moduleResolution": "node"`, which does not know `exports`.
  const paths: Record<string, readonly string[]> = {}
  for (const entry of ENTRIES) {
    const { path, script } = entry
    const types = nameTypes(entry)
    exports[path] =
      script === undefined ? { types } : { types, require: `./${script}.cjs`, default: `./${script}.js` }
    if (path !== '.') paths[path.slice('./'.length)] = [types]
  }
  const { name, version, description, license } = pkg
  const manifest = {
    name,
    version,
    description,
    license,
    type: 'module',
    bin: { [COMMAND.name]: `./${COMMAND.script}` },
    types: './types/contract.d.ts',
    typesVersions: { '*': paths },
    exports: {
      ...exports,
      './oms-plugin.json': './oms-plugin.json',
      './package.json': './package.json',
    },
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

interface Bundle {
  readonly source: string
  readonly format: 'esm' | 'cjs'
  /** Absent: it runs anywhere. */
  readonly platform?: 'node'
}

/** One file that imports nothing, but for what Node itself has where it runs there alone. */
async function bundleScript(root: string, { source, format, platform }: Bundle): Promise<string> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`${source}.ts`],
    bundle: true,
    packages: 'external',
    format,
    platform: platform ?? 'neutral',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const imports = Object.values(metafile.outputs)
    .flatMap((output) => output.imports.map(({ path }) => path))
    .filter((path) => platform !== 'node' || !path.startsWith('node:'))
  if (imports.length > 0) throw new Error(`${source} needs ${imports.join(', ')}, which hosts lack.`)
  return outputFiles.map(({ text }) => text).join('')
}

/**
 * What makes `dist/` an npm package for the developers of a host, by path: contract and adapters, a host to test with, and
 * types of the federated modules.
 */
export async function createPackageFiles(root: string): Promise<Map<string, string>> {
  const declarations = await createDeclarations(
    root,
    ENTRIES.map(({ source }) => source),
  )
  const files = new Map([['package.json', describePackage()]])
  for (const [file, text] of declarations) files.set(`types/${file}`, text)
  for (const { source, script } of ENTRIES) {
    if (script === undefined) continue
    for (const { format, ending } of FORMATS) {
      files.set(`${script}${ending}`, await bundleScript(root, { source, format }))
    }
  }
  const command = await bundleScript(root, { source: COMMAND.source, format: 'esm', platform: 'node' })
  files.set(COMMAND.script, `#!/usr/bin/env node\n${command}`)
  return files
}

/** The check of a host's wiring as one script, from the sources as they are. */
export function bundleCheck(root: string): Promise<string> {
  return bundleScript(root, { source: 'host-kit/hostCheck', format: 'esm' })
}
