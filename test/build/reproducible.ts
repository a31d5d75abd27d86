/**
 * The same sources must give the same bytes, wherever they lie: `npm run test:reproducible`. Copies what is built from into a
 * folder of another name and depth, builds there, and compares every file with `dist`.
 */
import { createHash } from 'node:crypto'
import { cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { provideDist, runWebpack, SOURCES } from '../../webpack/builtDist'

const root = join(import.meta.dirname, '../..')

/** Where Node and webpack find a package depends on where it really lies: a link to the folder would be no copy. */
function linkPackages(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    // What tools keep there is of this folder: lists of files, and the federation's entry with its path in it.
    if (entry.name === '.federation' || entry.name === '.cache') continue
    if (entry.isDirectory()) linkPackages(join(from, entry.name), join(to, entry.name))
    else if (entry.isFile()) linkSync(join(from, entry.name), join(to, entry.name))
  }
  linkPrograms(from, to)
}

/** Programs in `.bin` and the workspaces are links, which point beside themselves. */
function linkPrograms(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isSymbolicLink())
      cpSync(join(from, entry.name), join(to, entry.name), { verbatimSymlinks: true })
  }
}

function copyInto(folder: string): void {
  // The small portal in `mocks` has packages of its own.
  const filter = (path: string) => basename(path) !== 'node_modules'
  for (const source of SOURCES) cpSync(join(root, source), join(folder, source), { recursive: true, filter })
  linkPackages(join(root, 'node_modules'), join(folder, 'node_modules'))
}

function digestFiles(folder: string): Map<string, string> {
  const digest = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  return new Map(files.sort().map((file) => [file, digest(file)]))
}

/** The names of what is not the same in both. */
function compare(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file))
}

async function main(): Promise<void> {
  mkdirSync(join(root, '.build'), { recursive: true })
  // Below the repository, since hard links do not reach other disks.
  const place = mkdtempSync(join(root, '.build/reproducible-'))
  try {
    const elsewhere = join(place, 'a deeper/folder of another name')
    copyInto(elsewhere)
    await Promise.all([provideDist(root), runWebpack(elsewhere)])
    const one = digestFiles(join(root, 'dist'))
    const other = digestFiles(join(elsewhere, 'dist'))
    const differing = compare(one, other)
    for (const [file, digest] of one) console.log(digest, differing.includes(file) ? '≠' : '=', file)
    if (differing.length === 0) return
    console.error(`Two builds of the same sources differ in: ${differing.join(', ')}`)
    process.exitCode = 1
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

await main()
