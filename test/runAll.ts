/**
 * Everything that must hold, stage by stage, with the time of each: `npm test`. Ends with `N passed, N failed`.
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
function createJestStage(project: string): Stage {
  const file = join(reports, `${project}.json`)
  return {
    name: project,
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

const stages: readonly Stage[] = [
  { name: 'browser', command: 'bash test/support/installChromium.sh' },
  { name: 'types', command: 'npm run --silent typecheck' },
  { name: 'lint and format', command: 'npm run --silent lint' },
  createJestStage('unit'),
  createJestStage('journeys'),
  { name: 'build', command: 'npm run --silent build' },
  { name: 'table of sizes', command: 'npx tsx webpack/writeSizes.ts --check' },
  { name: 'reproducible', command: 'npm run --silent test:reproducible' },
  createEndToEndStage(),
]

function runCommand({ command, env }: Stage): Promise<number> {
  return new Promise((resolve) => {
    // Jest reports on stderr; one stream keeps what belongs together in order.
    const child = spawn('bash', ['-c', `${command} 2>&1`], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    child.on('close', (code) => resolve(code ?? 1))
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

async function main(): Promise<void> {
  const lines: string[] = []
  let passed = 0
  let failed = 0
  for (const stage of stages) {
    console.log(`\n── ${stage.name}`)
    const start = performance.now()
    const counts = countStage(stage, await runCommand(stage))
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    passed += counts.passed
    failed += counts.failed
    lines.push(
      `${stage.name.padEnd(16)} ${seconds.padStart(6)} s   ${counts.passed} passed, ${counts.failed} failed`,
    )
  }
  console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

await main()
