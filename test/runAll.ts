/**
 * Everything that must hold, with the time of each stage: `npm test`. Ends with `N passed, N failed`.
 * Types, lint and format count as one check each; Jest and Playwright count their tests.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Counts {
  readonly passed: number
  readonly failed: number
}

interface Stage {
  readonly name: string
  readonly command: string
  readonly env?: Readonly<Record<string, string>>
  /** Reads the counts that the tool left; absent: the exit code is the one check. */
  readCounts?(): Counts
}

const reports = mkdtempSync(join(tmpdir(), 'sub-order-cancellation-'))

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** One jest run. A suite that cannot even start has no test that failed: it counts as one. */
function createJestStage(name: string, project = name): Stage {
  const file = join(reports, `${project}.json`)
  return {
    name,
    command: `npx jest --selectProjects ${project} --json --outputFile=${file}`,
    readCounts: () => {
      const report = readJson(file) as Record<
        'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites',
        number
      >
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      }
    },
  }
}

function createEndToEndStage(): Stage {
  const file = join(reports, 'e2e.json')
  return {
    name: 'end to end',
    command: 'npx playwright test --reporter=list,json',
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    readCounts: () => {
      const { stats, errors } = readJson(file) as {
        stats: { expected: number; unexpected: number; flaky: number }
        errors: unknown[]
      }
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
    },
  }
}

/**
 * One group after the other; the stages of a group run side by side. Jest and Playwright keep both cores busy by themselves,
 * save towards their end: what takes one core stands beside what takes few seconds or ends with one long file of tests.
 * Whatever needs `dist` comes after the build.
 */
const groups: readonly (readonly Stage[])[] = [
  [{ name: 'browser', command: 'bash test/support/installChromium.sh' }],
  [
    { name: 'types', command: 'npm run --silent typecheck' },
    { name: 'lint and format', command: 'npm run --silent lint' },
    { name: 'build', command: 'npm run --silent build' },
  ],
  [
    createJestStage('unit', 'together'),
    { name: 'reproducible', command: 'npm run --silent test:reproducible' },
    { name: 'pages for tests', command: 'npx tsx test/support/buildPages.ts' },
  ],
  [createJestStage('journeys')],
  [createEndToEndStage()],
]

interface Finished {
  readonly code: number
  /** Empty where it was written while the stage ran. */
  readonly said: string
}

/** @param isAlone its output is shown as it comes; else it is kept, so that stages don't write into one another's lines */
function runCommand({ command, env }: Stage, isAlone: boolean): Promise<Finished> {
  return new Promise((resolve) => {
    const said: Buffer[] = []
    // Jest reports on stderr; one stream keeps what belongs together in order.
    const child = spawn('bash', ['-c', `${command} 2>&1`], {
      stdio: ['inherit', isAlone ? 'inherit' : 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.stdout?.on('data', (text: Buffer) => said.push(text))
    child.on('close', (code) => resolve({ code: code ?? 1, said: Buffer.concat(said).toString('utf8') }))
  })
}

/** A tool that fails beyond its tests (a crash, no report) must not end as "0 failed". */
function countStage(stage: Stage, code: number): Counts {
  const byCode = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
  if (!stage.readCounts) return byCode
  try {
    const counts = stage.readCounts()
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } catch {
    return { passed: 0, failed: 1 }
  }
}

interface Result {
  readonly stage: Stage
  readonly seconds: number
  readonly counts: Counts
}

async function runStage(stage: Stage, isAlone: boolean): Promise<Result> {
  if (isAlone) console.log(`\n── ${stage.name}`)
  const start = performance.now()
  const { code, said } = await runCommand(stage, isAlone)
  if (!isAlone) console.log(`\n── ${stage.name}\n${said.trimEnd()}`)
  return { stage, seconds: (performance.now() - start) / 1000, counts: countStage(stage, code) }
}

function describeResult({ stage, seconds, counts }: Result): string {
  const time = seconds.toFixed(1).padStart(6)
  return `${stage.name.padEnd(16)} ${time} s   ${counts.passed} passed, ${counts.failed} failed`
}

async function main(): Promise<void> {
  const start = performance.now()
  const results: Result[] = []
  for (const group of groups) {
    results.push(...(await Promise.all(group.map((stage) => runStage(stage, group.length === 1)))))
  }
  const sum = (key: keyof Counts) => results.reduce((total, { counts }) => total + counts[key], 0)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`\n${results.map(describeResult).join('\n')}\n${'all'.padEnd(16)} ${seconds.padStart(6)} s`)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}

await main()
