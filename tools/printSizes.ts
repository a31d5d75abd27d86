/** Prints what each part of the last build weighs beside its budget: `npm run size`. The build itself fails where a budget is broken. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SIZES_FILE } from '../webpack/ArtefactCheck'
import type { Budgets, Size, Sizes } from './sizes'

const root = join(import.meta.dirname, '..')
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))

const budgets = readJson('budgets.json') as Budgets
const sizes = readJson(SIZES_FILE) as Sizes

type Limits = Partial<Size>

function writeRow(name: string, size: Size | undefined, limits: Limits): readonly [string, object] {
  const cell = (measure: keyof Size) => {
    const kb = ((size?.[measure] ?? 0) / 1000).toFixed(1)
    return limits[measure] === undefined ? kb : `${kb} of ${limits[measure]}`
  }
  return [name, { raw: cell('raw'), gzip: cell('gzip'), brotli: cell('brotli') }]
}

const rows = [
  ...Object.entries(budgets.loads).map(([name, limits]) => writeRow(name, sizes.loads[name], limits)),
  ...Object.entries(budgets.groups).map(([name, limits]) => writeRow(name, sizes.groups[name], limits)),
]
console.log('kB of 1,000 bytes; gzip 9 and brotli 9')
console.table(Object.fromEntries(rows))
