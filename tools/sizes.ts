import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { findFolder, nameOf } from './packages'
import type { Traced } from './traceCode'

/** Bytes: minified, and as a server sends them that compresses ahead. */
export interface Size {
  readonly raw: number
  readonly gzip: number
  readonly brotli: number
}

export interface Sizes {
  readonly groups: Readonly<Record<string, Size>>
  readonly loads: Readonly<Record<string, Size>>
}

/** In kB of 1,000 bytes; what has no budget is free. */
type Budget = { readonly [measure in keyof Size]?: number }

export interface Budgets {
  readonly groups: Readonly<Record<string, Budget & { readonly packages: readonly string[] }>>
  readonly loads: Readonly<Record<string, Budget & { readonly chunks: readonly string[] }>>
}

/** Our own code, in the budgets. */
const OWN = 'own code'

/** 11 takes 2.6 s more for 4 % less. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

function measure(content: Buffer): Size {
  return {
    raw: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content, BROTLI).length,
  }
}

function add(one: Size, other: Size): Size {
  return { raw: one.raw + other.raw, gzip: one.gzip + other.gzip, brotli: one.brotli + other.brotli }
}

const matches = (pattern: string, name: string) =>
  pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern

function findGroup(budgets: Budgets, source: string): string | undefined {
  const folder = findFolder(source)
  if (folder === undefined) return OWN
  const name = nameOf(folder)
  return Object.keys(budgets.groups).find((group) =>
    budgets.groups[group]?.packages.some((pattern) => matches(pattern, name)),
  )
}

/** A group's code of all files together, compressed by itself; so the groups come to a little more than the files. */
export function measureGroups(budgets: Budgets, traced: readonly Traced[]): Sizes['groups'] {
  const code = new Map(Object.keys(budgets.groups).map((group) => [group, [] as string[]]))
  for (const file of traced) {
    for (const [source, text] of file) code.get(findGroup(budgets, source) ?? '')?.push(text)
  }
  return Object.fromEntries([...code].map(([group, texts]) => [group, measure(Buffer.from(texts.join('')))]))
}

/** @param readChunk the files that a chunk brings along, each compressed by itself */
export function measureLoads(
  budgets: Budgets,
  readChunk: (chunk: string) => ReadonlyMap<string, Buffer>,
): Sizes['loads'] {
  // Several loads fetch the same files, and packing one takes a while.
  const measured = new Map<string, Size>()
  const measureFile = ([file, content]: readonly [string, Buffer]): Size => {
    const size = measured.get(file) ?? measure(content)
    measured.set(file, size)
    return size
  }
  return Object.fromEntries(
    Object.entries(budgets.loads).map(([load, { chunks }]) => {
      const files = new Map(chunks.flatMap((chunk) => [...readChunk(chunk)]))
      return [load, [...files].map(measureFile).reduce(add, { raw: 0, gzip: 0, brotli: 0 })]
    }),
  )
}

/** A package without a group has no budget: it would come in unseen. */
export function checkGroups(budgets: Budgets, sources: readonly string[]): string[] {
  const strange = sources.filter((source) => findGroup(budgets, source) === undefined)
  return [...new Set(strange.map((source) => nameOf(findFolder(source) ?? source)))].map(
    (name) => `${name} is in the artefact and in no group. Name it in one of the groups of budgets.json.`,
  )
}

export function checkChunks(budgets: Budgets, chunks: readonly string[]): string[] {
  const known = new Set(Object.values(budgets.loads).flatMap((load) => load.chunks))
  return [
    ...chunks
      .filter((chunk) => !known.has(chunk))
      .map((chunk) => `The chunk ${chunk} is in no load. Name it in one of the loads of budgets.json.`),
    ...[...known]
      .filter((chunk) => !chunks.includes(chunk))
      .map((chunk) => `The chunk ${chunk} of budgets.json is not in the build. Take it off there.`),
  ]
}

const writeKb = (bytes: number) => (bytes / 1000).toFixed(1)

/** @returns one line for each budget that is broken: which, by how much, and what to do */
export function checkBudgets(budgets: Budgets, sizes: Sizes): string[] {
  const check = (name: string, budget: Budget, size: Size | undefined) =>
    (['raw', 'gzip', 'brotli'] as const).flatMap((what) => {
      const limit = budget[what]
      const bytes = size?.[what] ?? 0
      if (limit === undefined || bytes <= limit * 1000) return []
      const over = `${name} is ${writeKb(bytes - limit * 1000)} kB over its budget: ${writeKb(bytes)} kB ${what}, and ${limit} kB are allowed.`
      return [
        `${over} Make it smaller (lazy, or less of it), or raise it in budgets.json and say why in the commit.`,
      ]
    })
  return [
    ...Object.entries(budgets.groups).flatMap(([name, budget]) => check(name, budget, sizes.groups[name])),
    ...Object.entries(budgets.loads).flatMap(([name, budget]) => check(name, budget, sizes.loads[name])),
  ]
}
