import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** All that the artefact is made of, below the root; `npm run test:reproducible` builds from nothing else. */
export const SOURCES: readonly string[] = [
  'src',
  'host-kit',
  'mocks',
  'tools',
  'webpack',
  'budgets.json',
  'federation.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'webpack.config.ts',
]

/** What npm has installed, in its own words: other packages give another artefact. */
const INSTALLED = 'node_modules/.package-lock.json'

/** What the last build was made of, and what came out. */
interface BuildRecord {
  readonly sources: string
  readonly files: string
}

const recordOf = (root: string) => join(root, '.build/dist.json')

/** Paths below the folder, sorted by code unit. The small portal in `mocks` has packages of its own. */
function listFiles(folder: string, below: string): string[] {
  const path = join(folder, below)
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [below]
  const names = readdirSync(path).filter((name) => name !== 'node_modules')
  return names.sort().flatMap((name) => listFiles(folder, join(below, name)))
}

/** One hash of the names and bytes of all files. */
function digest(folder: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => listFiles(folder, path))) {
    const content = readFileSync(join(folder, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Of the sources as they are now. */
export function digestSources(root: string): string {
  return digest(root, [...SOURCES, INSTALLED])
}

/** @param sources their digest from before the build: what is changed in the midst of it makes the build a stale one */
export function recordBuild(root: string, sources: string): void {
  const record: BuildRecord = { sources, files: digest(root, ['dist']) }
  mkdirSync(dirname(recordOf(root)), { recursive: true })
  writeFileSync(recordOf(root), JSON.stringify(record))
}

/** Whether `dist` is what these sources give, byte for byte: neither they nor it were changed since it was built. */
export function isBuilt(root: string): boolean {
  if (!existsSync(recordOf(root))) return false
  // Written by `recordBuild`.
  const record = JSON.parse(readFileSync(recordOf(root), 'utf8')) as BuildRecord
  return record.sources === digestSources(root) && record.files === digest(root, ['dist'])
}

/** `npm run build` in a folder. Rejects with what webpack said. */
export async function runWebpack(root: string, parameters: readonly string[] = []): Promise<void> {
  const cli = join(root, 'node_modules/webpack-cli/bin/cli.js')
  const child = spawn(process.execPath, [cli, '--mode', 'production', ...parameters], { cwd: root })
  const said: string[] = []
  child.stdout.on('data', (text) => said.push(String(text)))
  child.stderr.on('data', (text) => said.push(String(text)))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(said.join(''))
}

/** How often one who waits for another's build looks whether it is done. */
const LOOK_EVERY_MS = 100
/** A build takes 10 s; on a machine that is busy with ten of them, this. Then the turn is taken to be forgotten. */
const LONGEST_TURN_MS = 180_000

/** Takes turns with other processes: Jest's workers ask for `dist` at the same time. @returns what ends the turn */
async function takeTurn(root: string): Promise<() => void> {
  const lock = join(root, '.build/dist.lock')
  mkdirSync(dirname(lock), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch {
      if (isAbandoned(lock)) rmSync(lock, { force: true })
      else await setTimeout(LOOK_EVERY_MS)
    }
  }
}

function isAbandoned(lock: string): boolean {
  try {
    if (Date.now() - statSync(lock).mtimeMs > LONGEST_TURN_MS) return true
    const pid = Number(readFileSync(lock, 'utf8'))
    // Empty for as long as its maker has not yet written into it.
    if (pid > 0) process.kill(pid, 0)
    return false
  } catch (error) {
    // No such process. Where there is no such file the turn has ended, and there is nothing to take away.
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** `dist` of the sources as they are: the last build where it still is that, else a new one. @returns its folder */
export async function provideDist(root: string): Promise<string> {
  const endTurn = await takeTurn(root)
  try {
    if (!isBuilt(root)) await runWebpack(root)
  } finally {
    endTurn()
  }
  return join(root, 'dist')
}
