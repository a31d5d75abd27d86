import { createHash } from 'node:crypto'
import type { Package } from './packages'

/** What `package-lock.json` knows of a folder in `node_modules`. */
export interface Locked {
  readonly version?: string
  /** `sha512-…` of the tarball. */
  readonly integrity?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly link?: boolean
}

export type Lock = Readonly<Record<string, Locked>>

export interface Product {
  readonly name: string
  readonly version: string
}

const writePurl = ({ name, version }: Product) => `pkg:npm/${name.replace('@', '%40')}@${version}`

function readHashes(integrity: string | undefined) {
  const [algorithm, digest] = integrity?.split('-') ?? []
  if (algorithm !== 'sha512' || digest === undefined) return {}
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }
}

function describe(one: Package, lock: Lock) {
  const [, group, name] = /^(?:(@[^/]+)\/)?(.+)$/.exec(one.name) ?? []
  const purl = writePurl(one)
  const isId = /^[\w.-]+$/.test(one.licence)
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group === undefined ? {} : { group }),
    name,
    version: one.version,
    ...readHashes(lock[one.folder]?.integrity),
    licenses: [isId ? { license: { id: one.licence } } : { expression: one.licence }],
    purl,
  }
}

/** Where Node finds a package from: the nearest `node_modules` upwards. */
function resolve(lock: Lock, from: string, name: string): string | undefined {
  const parts = from.split('/node_modules/')
  for (let depth = parts.length; depth > 0; depth -= 1) {
    const folder = `${parts.slice(0, depth).join('/node_modules/')}/node_modules/${name}`
    if (folder in lock) return folder
  }
  return `node_modules/${name}` in lock ? `node_modules/${name}` : undefined
}

/** Who needs whom, among what is in. @param folder '' for the product itself, which also ships what tools put in */
function findDependencies(folder: string, packages: ReadonlyMap<string, Package>, lock: Lock): string[] {
  const { dependencies, peerDependencies, devDependencies } = lock[folder] ?? {}
  return Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies })
    .map((name) => packages.get(resolve(lock, folder, name) ?? ''))
    .filter((found) => found !== undefined)
    .map(writePurl)
    .sort()
}

/** A UUID that the content gives: the same build has the same one. */
function deriveSerial(content: unknown): string {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}

/** The bill of materials in CycloneDX 1.6: what is in the artefact, and nothing that only helped to build it. Without a time. */
export function createSbom(product: Product, packages: readonly Package[], lock: Lock) {
  const byFolder = new Map(packages.map((one) => [one.folder, one]))
  const own = writePurl(product)
  const content = {
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: { type: 'application', 'bom-ref': own, ...product, purl: own },
    },
    components: packages.map((one) => describe(one, lock)),
    dependencies: [
      { ref: own, dependsOn: findDependencies('', byFolder, lock) },
      ...packages.map((one) => ({
        ref: writePurl(one),
        dependsOn: findDependencies(one.folder, byFolder, lock),
      })),
    ],
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: deriveSerial(content),
    version: 1,
    ...content,
  }
}

/** What is in the artefact but not as the lock file says: then nobody could say what it is. */
export function checkLocked(packages: readonly Package[], lock: Lock): string[] {
  return packages
    .filter(
      ({ folder, version }) => lock[folder]?.version !== version || lock[folder]?.integrity === undefined,
    )
    .map(
      ({ name, version, folder }) =>
        `${name} ${version} in ${folder} is not what package-lock.json says. Run npm install.`,
    )
}
