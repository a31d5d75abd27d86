import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import webpack, { type ChunkGroup, type Compilation, type Compiler, type Module } from 'webpack'
import pkg from '../package.json' with { type: 'json' }
import { checkContents } from '../tools/contents'
import { checkLicences } from '../tools/licences'
import { checkNotices, writeNotices } from '../tools/notices'
import { findFolder, type Package, readPackage } from '../tools/packages'
import { checkLocked, createSbom, type Lock } from '../tools/sbom'
import {
  type Budgets,
  checkBudgets,
  checkChunks,
  checkGroups,
  measureGroups,
  measureLoads,
  type Sizes,
} from '../tools/sizes'
import { type Traced, traceCode } from '../tools/traceCode'

const NAME = 'ArtefactCheck'

/** Below the root: what the last build measured, for `npm run size`. */
export const SIZES_FILE = '.build/sizes.json'

/** A map of each module onto itself is enough to tell whose code is whose, and costs a second. No map is shipped. */
function askForMaps(compilation: Compilation): void {
  const ask = (module: Module) => {
    module.useSimpleSourceMap = true
  }
  compilation.hooks.buildModule.tap(NAME, ask)
  compilation.hooks.runtimeModule.tap(NAME, ask)
}

function traceFiles(compilation: Compilation): Map<string, Traced> {
  const scripts = compilation.getAssets().filter(({ name }) => name.endsWith('.js'))
  return new Map(
    scripts.map(({ name, source }) => {
      const { source: code, map } = source.sourceAndMap()
      if (!map) throw new Error(`${name} has no map: what it is made of cannot be told`)
      return [name, traceCode(String(code), map)]
    }),
  )
}

/** `readWorkbook` for a chunk without a name, after the module that is imported. */
function nameGroup(group: ChunkGroup): string {
  const [origin] = group.origins
  return group.name ?? origin?.request.replace(/^.*\//, '') ?? ''
}

function readFiles(compilation: Compilation, group: ChunkGroup | undefined): Map<string, Buffer> {
  const files = (group?.getFiles() ?? []).filter((file) => file.endsWith('.js'))
  return new Map(files.map((file) => [file, compilation.getAsset(file)?.source.buffer() ?? Buffer.alloc(0)]))
}

const byName = (one: Package, other: Package) => (one.name < other.name ? -1 : 1)

/**
 * Knows of every byte of the artefact where it comes from. Refuses what is too large, forbidden or without a licence, and
 * writes `THIRD-PARTY-NOTICES.txt` and the bill of materials, `sbom.cdx.json`.
 */
export class ArtefactCheck {
  readonly #root: string
  #sizes: Sizes | undefined

  constructor(root: string) {
    this.#root = root
  }

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      askForMaps(compilation)
      let traced = new Map<string, Traced>()
      const { PROCESS_ASSETS_STAGE_DEV_TOOLING, PROCESS_ASSETS_STAGE_REPORT } = webpack.Compilation
      // Between the minimizer and the last hashes, which forget the maps.
      compilation.hooks.processAssets.tap({ name: NAME, stage: PROCESS_ASSETS_STAGE_DEV_TOOLING }, () => {
        if (compilation.errors.length === 0) traced = traceFiles(compilation)
      })
      compilation.hooks.processAssets.tap({ name: NAME, stage: PROCESS_ASSETS_STAGE_REPORT }, () => {
        if (compilation.errors.length === 0) this.#check(compilation, [...traced.values()])
      })
    })
    compiler.hooks.afterEmit.tap(NAME, () => this.#writeSizes())
  }

  #check(compilation: Compilation, traced: readonly Traced[]): void {
    const sources = [...new Set(traced.flatMap((file) => [...file.keys()]))].sort()
    const folders = new Set(sources.map(findFolder).filter((folder) => folder !== undefined))
    const packages = [...folders].map((folder) => readPackage(this.#root, folder)).sort(byName)
    const lock = (this.#readJson('package-lock.json') as { packages: Lock }).packages
    const sbom = createSbom({ name: pkg.name, version: pkg.version }, packages, lock)
    const emit = (file: string, text: string) =>
      compilation.emitAsset(file, new webpack.sources.RawSource(text))
    emit('sbom.cdx.json', `${JSON.stringify(sbom, null, 2)}\n`)
    emit('THIRD-PARTY-NOTICES.txt', writeNotices(packages))
    const faults = [
      ...checkContents(sources),
      ...checkLicences(packages),
      ...checkNotices(packages),
      ...checkLocked(packages, lock),
      ...this.#checkSizes(compilation, traced, sources),
    ]
    for (const fault of faults) compilation.errors.push(new webpack.WebpackError(fault))
  }

  #checkSizes(compilation: Compilation, traced: readonly Traced[], sources: readonly string[]): string[] {
    // Read anew at each build: a budget is no code.
    const budgets = this.#readJson('budgets.json') as Budgets
    const groups = new Map(compilation.chunkGroups.map((group) => [nameGroup(group), group]))
    const sizes = {
      groups: measureGroups(budgets, traced),
      loads: measureLoads(budgets, (chunk) => readFiles(compilation, groups.get(chunk))),
    }
    this.#sizes = sizes
    return [
      ...checkGroups(budgets, sources),
      ...checkChunks(budgets, [...groups.keys()]),
      ...checkBudgets(budgets, sizes),
    ]
  }

  #readJson(file: string): unknown {
    return JSON.parse(readFileSync(join(this.#root, file), 'utf8'))
  }

  #writeSizes(): void {
    const file = join(this.#root, SIZES_FILE)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(this.#sizes, null, 2)}\n`)
  }
}
