/**
 * `npm run test:mutants`: plants each bug of `mutants.ts` in a copy of the product, one at a time, and tells which test
 * catches it. Ends with 1 where one survives. Names as arguments choose some of them.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mutant, mutants } from './mutants'

/** Enough for the rarest of them; the sequences are the same each time. */
const MODEL = { MODEL_RUNS: '4000', MODEL_SEED: '20261123', MODEL_END_ON_FAILURE: '1' }

const root = process.cwd()

function copyProduct(): string {
  const copy = mkdtempSync(join(tmpdir(), 'sub-order-cancellation-mutants-'))
  for (const name of ['src', 'test', 'mocks', 'jest.config.js', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** @returns what jest wrote; undefined where every test passed */
function runJest(copy: string, args: readonly string[]): string | undefined {
  try {
    execFileSync('npx', ['jest', '--selectProjects', 'unit', ...args], {
      cwd: copy,
      env: { ...process.env, ...MODEL },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return undefined
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    return `${stdout ?? ''}${stderr ?? ''}`
  }
}

/** @returns by what it was caught; undefined where it survives */
function hunt(copy: string, { caughtBy }: Mutant): string | undefined {
  if ('test' in caughtBy) {
    const said = runJest(copy, [
      '--testPathPatterns',
      caughtBy.file,
      '-t',
      caughtBy.test.replaceAll(' › ', ' '),
    ])
    return said?.includes(`● ${caughtBy.test}`) ? caughtBy.test : undefined
  }
  const said = runJest(copy, ['--testPathPatterns', 'test/model/model.test.ts'])
  const broken = [...(said ?? '').matchAll(/\+ {3}"([\w-]+): /g)].map(([, law]) => law)
  const law = broken.find((name) => name !== undefined && caughtBy.laws.includes(name))
  if (law !== undefined) return `the model, ${law}`
  if (said !== undefined) console.log(said.slice(0, 3000))
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

const chosen = process.argv.slice(2)
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
