import { describe, expect, it } from '@jest/globals'
import { createRandom } from '../fuzz/random'
import { draws } from '../support/draws'
import { carryOut, describeFailure, findFaults, type Plan } from './plan'
import type { Planter } from './plantedSheet'
import { planters } from './planters/all'

const RUNS = Number(process.env.PLANT_RUNS ?? draws(40, 300))
// The same sheets each time; `PLANT_SEED` draws others.
const SEED = Number(process.env.PLANT_SEED ?? 20_261_127)
/** For each kind alone. */
const RUNS_EACH = Math.ceil(RUNS / 3)
/** Whoever reads the output edits one after the other. */
const MOST_SHOWN = 3
const PATIENCE_MS = 1_800_000

/** Not every damage fits every sheet: this many sheets are drawn for a single try. */
const MOST_DRAWN = 12

/** Up to three sheets that are read wrong, each as short as it gets. */
async function findFailures(runs: number, plan: (seed: number) => Plan): Promise<readonly string[]> {
  const failures: string[] = []
  let left = runs
  for (let seed = SEED; left > 0 && seed < SEED + runs * MOST_DRAWN; seed += 1) {
    const drawn = plan(seed)
    if (!carryOut(drawn)) continue
    left -= 1
    if ((await findFaults(drawn)).length > 0) failures.push(await describeFailure(drawn))
    if (failures.length === MOST_SHOWN) break
  }
  return failures
}

/** Few rows mostly; from twenty on a row can be unlike the rest. */
function drawRows(seed: number): number {
  const random = createRandom(seed ^ 0x5bd1)
  return random.below(4) === 0 ? 20 + random.below(20) : 1 + random.below(8)
}

/** Up to three kinds, in the order of the list. */
function drawPlan(seed: number): Plan {
  const random = createRandom(seed ^ 0x2545)
  const chosen = new Set<Planter>()
  for (let left = 1 + random.below(3); left > 0 && planters.length > 0; left -= 1) {
    const planter = planters[random.below(planters.length)]
    if (planter) chosen.add(planter)
  }
  return { seed, rows: drawRows(seed), planters: planters.filter((one) => chosen.has(one)) }
}

describe('a sheet without damage', () => {
  it(
    'is sent whole, and nothing is said of it',
    async () => {
      expect(await findFailures(RUNS, (seed) => ({ seed, rows: drawRows(seed), planters: [] }))).toEqual([])
    },
    PATIENCE_MS,
  )
})

describe.each(planters.map((planter) => [planter.name, planter] as const))('%s', (_name, planter) => {
  const plan = (seed: number): Plan => ({ seed, rows: drawRows(seed), planters: [planter] })
  it(
    'sends nothing that a person would not point at, and loses no row',
    async () => {
      expect(await findFailures(RUNS_EACH, plan)).toEqual([])
    },
    PATIENCE_MS,
  )

  it('can be planted', () => {
    const seeds = Array.from({ length: 200 }, (_, at) => SEED + at)
    expect(seeds.some((seed) => carryOut(plan(seed)) !== undefined)).toBe(true)
  })
})

describe('several damages at once', () => {
  it(
    `of ${RUNS} sheets: nothing is sent that a person would not point at, and no row is lost`,
    async () => {
      expect(await findFailures(RUNS, drawPlan)).toEqual([])
    },
    PATIENCE_MS,
  )
})
