import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { describeOutcome, type ReportedCase, readReported } from '../corpus/reportedCase'

const FOLDER = join(__dirname, '../fixtures/reported')
const { cases } = JSON.parse(readFileSync(join(FOLDER, 'cases.json'), 'utf8')) as {
  readonly cases: readonly ReportedCase[]
}

describe('files after public bug reports', () => {
  for (const one of cases) {
    it(`${one.id} ${one.file}: ${one.expected}`, async () => {
      const read = await readReported(readFileSync(join(FOLDER, one.file)), one)
      expect(describeOutcome(read, one.checks)).toEqual(describeOutcome(undefined, one.checks))
    })
  }

  it('are all of those that lie in the folder', () => {
    const lying = readdirSync(FOLDER).filter((name) => name !== 'cases.json')
    expect(cases.map(({ file }) => file).toSorted()).toEqual(lying.toSorted())
  })
})
