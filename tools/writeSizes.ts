/**
 * The table of sizes in README.md: `npm run size` builds and writes it; with `--check` it is compared with the last build
 * (`npm run build` must have gone before), and a table that is out of date fails.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SIZES_FILE } from '../webpack/ArtefactCheck'
import type { Budgets, Sizes } from './sizes'
import { findStale, putTable, TOLERANCE, writeTable } from './sizeTable'

const root = join(import.meta.dirname, '..')
const readme = join(root, 'README.md')
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))

const budgets = readJson('budgets.json') as Budgets
const sizes = readJson(SIZES_FILE) as Sizes
const text = readFileSync(readme, 'utf8')

if (process.argv.includes('--check')) {
  const stale = findStale(text, budgets, sizes)
  if (stale.length > 0) {
    const allowed = `${TOLERANCE.share * 100} % or ${TOLERANCE.kb} kB, whichever is more`
    console.error(`README.md is off by more than ${allowed}: ${stale.join('; ')}. Run npm run size.`)
    process.exitCode = 1
  }
} else {
  const table = writeTable(budgets, sizes)
  writeFileSync(readme, putTable(text, table))
  console.log(table)
}
