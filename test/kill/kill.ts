/**
 * Kills the tab at every point of the journal, in every way, and holds what is left against the server's own log:
 * `npm run test:kill [kills]`. Ends with `N passed, N failed`; each kill and each session is one check.
 */
import { buildPlugin } from '../../mocks/build'
import type { StopPoint } from '../support/stand'
import { killKinds } from './killPage'
import { type FoundKill, type PlannedKill, runKillSession, type SessionReport } from './killSession'

const POINTS: readonly StopPoint[] = [
  'before-intent',
  'before-call',
  'received',
  'processed',
  'before-outcome',
  'between',
]
const KILLS_IN_SESSION = 10

/** Every kind meets every point in turn; how far the run gets between two kills changes with each. */
function planKills(count: number): PlannedKill[] {
  return Array.from({ length: count }, (_, index) => {
    const point = POINTS[index % POINTS.length] ?? 'processed'
    const round = Math.floor(index / POINTS.length)
    return {
      point,
      kind: killKinds[(index + round) % killKinds.length] ?? 'sigkill',
      nth: 1 + ((index * 7) % 5),
      isLost: round % 2 === 1,
    }
  })
}

function isSound({ unrecorded, otherKeys, newUnknown, uninvited }: FoundKill): boolean {
  return unrecorded.length === 0 && otherKeys.length === 0 && newUnknown <= 1 && uninvited === 0
}

function writeKill(kill: FoundKill, number: number): string {
  return [
    String(number).padStart(4),
    kill.kind.padEnd(8),
    kill.point.padEnd(15),
    `unrecorded ${kill.unrecorded.length}`,
    `other key ${kill.otherKeys.length}`,
    `new unknown ${kill.newUnknown}`,
    `uninvited ${kill.uninvited}`,
    isSound(kill) ? 'ok' : 'FAILED',
  ].join('  ')
}

function writeSession(report: SessionReport): string {
  const { orders, unknown, resent, contradictions } = report
  const problems = [...resent.map((id) => `${id} was sent twice`), ...contradictions]
  return `      ${orders} orders, ${unknown} unknown, re-sent ${resent.length}: ${problems.length === 0 ? 'ok' : `FAILED\n${problems.join('\n')}`}`
}

async function main(): Promise<void> {
  await buildPlugin()
  const plans = planKills(Number(process.argv[2] ?? 100))
  const all: FoundKill[] = []
  let passed = 0
  let failed = 0
  for (let from = 0; from < plans.length; from += KILLS_IN_SESSION) {
    const report = await runKillSession(
      plans.slice(from, from + KILLS_IN_SESSION),
      2_000_000_000 + from * 1000,
    )
    for (const kill of report.kills) {
      all.push(kill)
      console.log(writeKill(kill, all.length))
      if (isSound(kill)) passed += 1
      else failed += 1
    }
    console.log(writeSession(report))
    if (report.resent.length + report.contradictions.length === 0) passed += 1
    else failed += 1
  }
  console.log('\nunknown after a kill, by point and kind')
  console.log(['point'.padEnd(15), ...killKinds.map((kind) => kind.padStart(10))].join(''))
  for (const point of POINTS) {
    const cells = killKinds.map((kind) => {
      const some = all.filter((kill) => kill.point === point && kill.kind === kind)
      const unknown = some.reduce((sum, { newUnknown }) => sum + newUnknown, 0)
      return `${unknown} of ${some.length}`.padStart(10)
    })
    console.log([point.padEnd(15), ...cells].join(''))
  }
  const unrecorded = all.reduce((sum, kill) => sum + kill.unrecorded.length, 0)
  console.log(`\n${all.length} kills, received and not in the journal: ${unrecorded}`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

await main()
