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
  'X16',
  // Rows and cells
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
