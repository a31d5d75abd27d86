import { createRandom } from '../fuzz/random'
import { drawSheet } from './drawSheet'
import { findRefused, findWrong } from './judge'
import type { PlantedSheet, Planter } from './plantedSheet'
import { readPlanted } from './readPlanted'
import { writeSheet } from './writeSheet'

/** The plan of a sheet and its damage. */
export interface Plan {
  readonly seed: number
  readonly rows: number
  readonly planters: readonly Planter[]
}

/** The same sheet each time; undefined where a damage does not suit it. */
export function carryOut({ seed, rows, planters }: Plan): PlantedSheet | undefined {
  let sheet: PlantedSheet | undefined = drawSheet(seed, rows)
  for (const [at, { plant }] of planters.entries())
    sheet = sheet && plant(sheet, createRandom(seed * 31 + rows + at))
  return sheet
}

/** The faults in reading a planned sheet; none where the plan cannot be carried out. */
export async function findFaults(plan: Plan): Promise<readonly string[]> {
  const sheet = carryOut(plan)
  if (!sheet) return []
  const readings = await readPlanted(sheet)
  const wrong = readings.flatMap(({ answered, read }) =>
    findWrong(sheet, read).map((fault) =>
      answered === 'nothing' ? fault : `answered ${answered}: ${fault}`,
    ),
  )
  const [first] = readings
  const isGood = plan.planters.every(({ keeps }) => keeps === true)
  return isGood && first ? [...wrong, ...findRefused(sheet, first.read)] : wrong
}

/** Fewer damages and fewer rows, as long as something stays wrong. */
async function shorten(plan: Plan): Promise<Plan> {
  let least = plan
  for (const planter of plan.planters) {
    const fewer = { ...least, planters: least.planters.filter((one) => one !== planter) }
    if ((await findFaults(fewer)).length > 0) least = fewer
  }
  for (let rows = 1; rows < plan.rows; rows += 1) {
    const shorter = { ...least, rows }
    if ((await findFaults(shorter)).length > 0) return shorter
  }
  return least
}

function showText(bytes: Uint8Array, encoding: string): string {
  return JSON.stringify(new TextDecoder(encoding).decode(bytes))
    .replaceAll('\\r\\n', '\n')
    .replaceAll('\\n', '\n')
}

function showSheet(sheet: PlantedSheet): string {
  const { form } = sheet
  if (form.type === 'text') return showText(writeSheet(sheet), form.encoding.replace('-mark', ''))
  const rows = sheet.lines.map(({ cells, isHidden }) => {
    const texts = cells.map(({ text, written }) => (written === undefined ? text : JSON.stringify(written)))
    return `${texts.join(' | ')}${isHidden ? ' (hidden)' : ''}`
  })
  return [`workbook, merged ${form.merged.join()}`, ...rows].join('\n')
}

/** A plan that went wrong, for whoever reads the failing test. */
export async function describeFailure(plan: Plan): Promise<string> {
  const least = await shorten(plan)
  const sheet = carryOut(least)
  const faults = await findFaults(least)
  const names = least.planters.map(({ name }) => name).join(' + ') || 'nothing planted'
  const head = `PLANT_SEED=${plan.seed} PLANT_RUNS=1: ${names}, read as ${sheet?.readAs ?? '?'}`
  return [head, ...faults.slice(0, 4), sheet ? showSheet(sheet) : ''].join('\n')
}
