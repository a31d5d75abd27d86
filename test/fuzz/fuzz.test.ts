import { expect, test } from '@jest/globals'
import { draws } from '../support/draws'
import { checkFile, type Finding } from './checkFile'
import { mutateFile } from './mutateFile'
import { createRandom } from './random'
import { idsOfWorkbooks, seedFiles } from './seedFiles'

const RUNS = Number(process.env.FUZZ_RUNS ?? draws(100, 300))
// The same files each time; `FUZZ_SEED` draws others.
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124)

test(`of ${RUNS} damaged files each is refused or read: no row is lost, and no ID is sent that does not stand there`, async () => {
  const found: string[] = []
  let loaded = 0
  for (let run = 0; run < RUNS; run += 1) {
    const random = createRandom(SEED + run)
    const { file, bytes, tab } = seedFiles[random.below(seedFiles.length)] as (typeof seedFiles)[number]
    const other = seedFiles[random.below(seedFiles.length)] as (typeof seedFiles)[number]
    const damaged = mutateFile(bytes, other.bytes, random)
    const otherTab = tab === 'sub-orders' ? 'line-items' : 'sub-orders'
    const kind = random.below(10) === 0 ? otherTab : tab
    const fail = (fault: unknown): Finding => ({ wrong: `thrown: ${String(fault)}`, rows: 0 })
    const { wrong, rows } = await checkFile(damaged, kind, idsOfWorkbooks).catch(fail)
    if (wrong !== undefined) found.push(`FUZZ_SEED=${SEED + run} FUZZ_RUNS=1, ${file}: ${wrong}`)
    if (rows > 0) loaded += 1
  }
  expect(found).toEqual([])
  // Otherwise the test compared nothing; a single file tells nothing.
  expect(loaded).toBeGreaterThanOrEqual(Math.floor(RUNS / 4))
}, 1_800_000)
