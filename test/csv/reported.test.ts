import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { describeOutcome, type ReportedCase, readReported } from '../corpus/reportedCase'

const FOLDER = join(__dirname, '../fixtures/reported')
const { cases } = JSON.parse(readFileSync(join(FOLDER, 'cases.json'), 'utf8')) as {
  readonly cases: readonly ReportedCase[]
}

/** Files that are still read wrong. The list only shrinks: one that is read right fails here until its name is taken out. */
const STILL_WRONG: ReadonlySet<string> = new Set([
  // Workbooks
  'X10',
  'X11',
  'X11b',
  'X13',
  'X39',
  'T72',
  'X16',
  'X30',
  'X44',
  'X01',
  'X03',
  'X04',
  'X05',
  'X06',
  'X07',
  'X08',
  'X17',
  'X33',
  'X42',
  'T60',
  'T66',
  'T16',
  // Rows and cells
  'X15',
  'C36',
  'C39',
  'C08',
  'T48',
  'C01',
  'C02',
  'C43',
  'C09',
  'C27',
  'C11b',
  'T73',
])

describe('files after public bug reports', () => {
  for (const one of cases) {
    const run = STILL_WRONG.has(one.id) ? it.failing : it
    run(`${one.id} ${one.file}: ${one.expected}`, async () => {
      const read = await readReported(readFileSync(join(FOLDER, one.file)), one)
      expect(describeOutcome(read, one.checks)).toEqual(describeOutcome(undefined, one.checks))
    })
  }

  it('are all of those that lie in the folder', () => {
    const lying = readdirSync(FOLDER).filter((name) => name !== 'cases.json')
    expect(cases.map(({ file }) => file).toSorted()).toEqual(lying.toSorted())
  })
})
