import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceTexts } from './licenceTexts'

/** A package whose code is in the artefact, or that the artefact is made of. */
export interface Package {
  readonly name: string
  readonly version: string
  /** Below the root of the repository: `node_modules/antd`. */
  readonly folder: string
  /** As its `package.json` says it, best an SPDX expression. */
  readonly licence: string
  readonly homepage: string | undefined
  /** Licence and notice files, word for word; or what stands for them, where the package has none. */
  readonly texts: readonly string[]
}

interface Described {
  readonly name: string
  readonly version: string
  readonly license?: string | { readonly type?: string }
  readonly homepage?: string
}

const FOLDER = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//

/** `node_modules/antd` for a file of antd, undefined for our own. What webpack writes itself comes from the package webpack. */
export function findFolder(source: string): string | undefined {
  if (source.startsWith('webpack/')) return 'node_modules/webpack'
  // The federation's own few lines, written into `node_modules` at each build.
  if (source.startsWith('node_modules/.federation/')) return 'node_modules/@module-federation/enhanced'
  return FOLDER.exec(source)?.[1]
}

export function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

const TEXT_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i

const readText = (file: string) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()

export function readPackage(root: string, folder: string): Package {
  const path = join(root, folder)
  const described = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Described
  const { license } = described
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT_FILE.test(entry.name))
    .map((entry) => entry.name)
    .sort()
  return {
    name: described.name,
    version: described.version,
    folder,
    licence: (typeof license === 'string' ? license : license?.type) ?? 'none',
    homepage: described.homepage,
    texts:
      files.length > 0
        ? files.map((file) => readText(join(path, file)))
        : (licenceTexts[described.name] ?? []),
  }
}
