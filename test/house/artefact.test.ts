import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { federation } from '../../federation.config'
import pkg from '../../package.json'
import { describePlugin, manifest } from '../../src/app/manifest'
import { provideDist } from '../../webpack/builtDist'
import { createPackageFiles } from '../../webpack/packageFiles'
import { checkSbom } from '../build/checkSbom'

const root = join(__dirname, '../..')

/** Names that a portal knows by heart. */
const fixedNames = [
  'THIRD-PARTY-NOTICES.txt',
  'mf-manifest.json',
  'oms-plugin.json',
  'remoteEntry.js',
  'sbom.cdx.json',
]

/** Whatever else is there can be cached for ever: its name changes with its content. */
const hashedName = /^[\w-]+\.[0-9a-f]{8}\.js$/

async function digest(path: string): Promise<string> {
  return `sha384-${createHash('sha384')
    .update(await readFile(path))
    .digest('base64')}`
}

describe('what the configuration promises', () => {
  it('the plugin bears the version of the package and needs contract 1', () => {
    expect(manifest).toEqual({
      id: 'sub-order-cancellation',
      version: pkg.version,
      contract: '^1.0.0',
      menu: {
        label: 'Sub-Order Cancellation',
        path: '/outward/sub-order-cancellation',
        section: 'Outward',
        permission: 'sub-order:cancel',
      },
    })
  })

  it('the federation exposes two modules and takes nothing but the host’s React', () => {
    expect(federation).toEqual({
      name: 'subOrderCancellation',
      filename: 'remoteEntry.js',
      exposes: { './plugin': './src/plugin.tsx', './SubOrderCancellation': './src/exposed.cjs' },
      shared: {
        'host-react': {
          shareKey: 'react',
          packageName: 'react',
          import: false,
          singleton: true,
          requiredVersion: '>=16.8',
        },
      },
      runtimePlugins: ['./src/federation/fixNativeShareScope.ts'],
      manifest: true,
      dts: false,
      experiments: { optimization: { target: 'web', disableSnapshot: true } },
      shareStrategy: 'loaded-first',
    })
  })

  it('names the two entries and lists every file with its digest', () => {
    const files = { 'mf-manifest.json': 'sha384-b', 'remoteEntry.js': 'sha384-a' }
    expect(describePlugin(files)).toEqual({
      ...manifest,
      entries: {
        container: { file: 'remoteEntry.js', integrity: 'sha384-a' },
        federation: { file: 'mf-manifest.json', integrity: 'sha384-b' },
      },
      files,
    })
  })
})

describe('the built artefact', () => {
  let folder = ''
  /** Of the files that browsers fetch. */
  let names: string[] = []
  /** Of the package for the developers of hosts. */
  let packaged: ReadonlyMap<string, string> = new Map()
  const readText = (name: string) => readFile(join(folder, name), 'utf8')

  beforeAll(async () => {
    folder = await provideDist(root)
    packaged = await createPackageFiles(root)
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((name) => !packaged.has(name))
  }, 120_000)

  it('holds the entries, the manifests and hashed chunks, and nothing else', () => {
    const others = names.filter((name) => !hashedName.test(name))
    expect(others.sort()).toEqual(fixedNames)
    expect(names.filter((name) => hashedName.test(name)).length).toBeGreaterThan(0)
  })

  it('holds the package for hosts, in the form that is tested by itself', async () => {
    const built = [...packaged.keys()].map(async (name) => [name, await readText(name)] as const)
    expect(new Map(await Promise.all(built))).toEqual(packaged)
  })

  it('lists the sha384 of each file that browsers fetch in oms-plugin.json', async () => {
    const listed = names.filter((name) => name !== 'oms-plugin.json')
    const files = Object.fromEntries(
      await Promise.all(listed.map(async (name) => [name, await digest(join(folder, name))] as const)),
    )
    expect(JSON.parse(await readText('oms-plugin.json'))).toEqual(
      JSON.parse(JSON.stringify(describePlugin(files))),
    )
  })

  it('loads its chunks from where it was loaded itself, under a name of its own', async () => {
    const federationManifest = JSON.parse(await readText('mf-manifest.json'))
    expect(federationManifest).toMatchObject({
      name: 'subOrderCancellation',
      metaData: {
        name: 'subOrderCancellation',
        globalName: 'subOrderCancellation',
        remoteEntry: { name: 'remoteEntry.js', type: 'global' },
        publicPath: 'auto',
      },
    })
    const exposes: { path: string }[] = federationManifest.exposes
    expect(exposes.map((one) => one.path).sort()).toEqual(['./SubOrderCancellation', './plugin'])
    // The list that chunks announce themselves in: two plugins of one portal must not share it.
    expect(await readText('remoteEntry.js')).toMatch(/webpackChunksubOrderCancellation\b/)
  })

  it('says what it is made of, as CycloneDX 1.6 wants it, each part with hash and licence', async () => {
    const sbom = JSON.parse(await readText('sbom.cdx.json'))
    expect(checkSbom(sbom)).toEqual([])
    const components: { purl: string; hashes?: unknown[]; licenses?: unknown[] }[] = sbom.components
    expect(components.filter(({ hashes, licenses }) => !hashes?.length || !licenses?.length)).toEqual([])
    const purls = components.map(({ purl }) => purl)
    const { react, antd } = pkg.dependencies
    expect(purls).toEqual(expect.arrayContaining([`pkg:npm/react@${react}`, `pkg:npm/antd@${antd}`]))
    expect(purls.filter((purl) => /jest|playwright|msw|typescript/.test(purl))).toEqual([])
  })

  it('everything it is made of is needed by something that is in', async () => {
    const { metadata, components, dependencies } = JSON.parse(await readText('sbom.cdx.json'))
    const needed = new Map<string, string[]>(
      dependencies.map((one: { ref: string; dependsOn: string[] }) => [one.ref, one.dependsOn]),
    )
    const reached = new Set<string>([metadata.component['bom-ref']])
    for (const ref of reached) for (const next of needed.get(ref) ?? []) reached.add(next)
    expect(
      components.map((one: { purl: string }) => one.purl).filter((purl: string) => !reached.has(purl)),
    ).toEqual([])
  })

  it('brings the licence of each part along', async () => {
    const { components } = JSON.parse(await readText('sbom.cdx.json'))
    const notices = await readText('THIRD-PARTY-NOTICES.txt')
    const heads = components.map((one: { group?: string; name: string; version: string }) =>
      [one.group, one.name].filter(Boolean).join('/').concat(` ${one.version}`),
    )
    expect(heads.filter((head: string) => !notices.includes(`${head}\nLicence: `))).toEqual([])
  })

  it('puts nothing into the share scope of the host', async () => {
    const { shared } = JSON.parse(await readText('mf-manifest.json'))
    expect(shared).toEqual([])
  })

  it('tells nothing of the machine it was built on', async () => {
    const all = [...names, ...packaged.keys()]
    const texts = await Promise.all(all.map(readText))
    expect(all.filter((_, index) => texts[index]?.includes(root))).toEqual([])
  })
})
