/**
 * `npm run test:mutants`: plants each bug of `mutants/` in a copy of the product, one at a time, and tells which test
 * catches it. Ends with 1 where one survives. Names as arguments choose some of them; `reading` those of the reading of files.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { mutants, readingMutants } from './mutants/index'
import { type Mutant, PLANTED } from './mutants/mutant'

/** As many draws as `npm run test:deep` makes, and enough sequences for the rarest of them: the same ones each time. */
const ENV = { DEEP: '1', MODEL_RUNS: '4000', MODEL_SEED: '20261123', MODEL_END_ON_FAILURE: '1' }

const root = process.cwd()

/** Not part of the sources: what is installed, built, or written by a run of the tests. */
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', 'dist', '.build', '.git', 'test-results'])

function copyProduct(): string {
  const copy = mkdtempSync(join(tmpdir(), 'sub-order-cancellation-mutants-'))
  cpSync(root, copy, { recursive: true, filter: (path) => path === root || !LEFT_OUT.has(basename(path)) })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** @returns what jest wrote; undefined where every test passed */
function runJest(copy: string, file: string, args: readonly string[] = []): string | undefined {
  // Tests of the screen are in the other project.
  const project = file.endsWith('.tsx') ? 'journeys' : 'unit'
  try {
    execFileSync('npx', ['jest', '--selectProjects', project, '--testPathPatterns', file, ...args], {
      cwd: copy,
      env: { ...process.env, ...ENV },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return undefined
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    return `${stdout ?? ''}${stderr ?? ''}`
  }
}

/** The names of the tests that failed, each once. */
function readFailing(output: string): readonly string[] {
  return [...new Set([...output.matchAll(/^ {2}● (.+)$/gm)].map(([, name]) => name ?? ''))]
}

/** Tries the kept sequences first, which take seconds, then the random sequences. */
function huntByLaws(copy: string, laws: readonly string[]): string | undefined {
  for (const file of ['test/model/traces.test.ts', 'test/model/model.test.ts']) {
    const output = runJest(copy, file) ?? ''
    const broken = [...output.matchAll(/\+ {3}"([\w-]+): /g)].map(([, law]) => law)
    // A sequence without an end breaks no law, but counts as caught.
    if (output.includes('the world comes to no rest')) broken.push('rest')
    const law = broken.find((name) => name !== undefined && laws.includes(name))
    if (law !== undefined) return `the model, ${law}`
    if (output !== '') console.log(`${file} failed by ${[...new Set(broken)].join(', ')}`)
  }
  return undefined
}

/** @returns the tests that caught the bug; undefined where it survives */
function hunt(copy: string, { caughtBy }: Mutant): string | undefined {
  if ('laws' in caughtBy) return huntByLaws(copy, caughtBy.laws)
  const { file, test } = caughtBy
  const name = test.replaceAll(' › ', ' ').replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')
  // A file without a screen runs whole, since other failing tests are worth knowing; drawing sheets takes too long.
  const isLong = file.endsWith('.tsx') || file === PLANTED
  const failing = readFailing(runJest(copy, file, isLong ? ['-t', name] : []) ?? '')
  if (failing.includes(test)) return `${file}: ${test}`
  if (failing.length > 0) console.log(`${file} failed by other tests:\n${failing.join('\n')}`)
  return undefined
}

function plant(copy: string, { file, find, replace }: Mutant): () => void {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  const count = text.split(find).length - 1
  if (count !== 1) throw new Error(`${file} holds ${count} times: ${find}`)
  writeFileSync(
    path,
    text.replace(find, () => replace),
  )
  return () => writeFileSync(path, text)
}

const asked = process.argv.slice(2)
const chosen = asked.flatMap((name) =>
  name === 'reading' ? readingMutants.map((mutant) => mutant.name) : [name],
)
const copy = copyProduct()
let survivors = 0
for (const mutant of mutants) {
  if (chosen.length > 0 && !chosen.includes(mutant.name)) continue
  const undo = plant(copy, mutant)
  const began = Date.now()
  const catcher = hunt(copy, mutant)
  undo()
  if (catcher === undefined) survivors += 1
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`${mutant.name}: ${catcher === undefined ? 'SURVIVED' : `caught by ${catcher}`} (${seconds} s)`)
}
rmSync(copy, { recursive: true })
process.exitCode = survivors > 0 ? 1 : 0
