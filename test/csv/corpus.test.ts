import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ALL_CASES } from '../corpus/allCases'
import { readCase } from '../corpus/readCase'
import type { SheetCase } from '../corpus/sheetCase'

const ROOT = join(__dirname, '../fixtures/sheets')

type WrittenCase = Omit<SheetCase, 'content'>

const readExpected = (folder: string) =>
  JSON.parse(readFileSync(join(ROOT, folder, 'expected.json'), 'utf8')) as readonly WrittenCase[]

describe.each([...ALL_CASES.keys()])('the sheets in %s', (folder) => {
  it.each(readExpected(folder).map((one) => [one.file, one] as const))(
    '%s comes to what is expected of it',
    async (file, { expected, ...settings }) => {
      expect(await readCase(readFileSync(join(ROOT, folder, file)), settings)).toEqual(expected)
    },
  )

  it('lie there as they are written, and no others', () => {
    const cases = ALL_CASES.get(folder) ?? []
    const lying = readdirSync(join(ROOT, folder)).filter((name) => name !== 'expected.json')
    expect(lying.toSorted()).toEqual(cases.map(({ file }) => file).toSorted())
    for (const { file, content } of cases) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      expect([file, readFileSync(join(ROOT, folder, file)).equals(bytes)]).toEqual([file, true])
    }
    expect(readExpected(folder)).toEqual(
      JSON.parse(JSON.stringify(cases.map(({ content: _, ...rest }) => rest))),
    )
  })
})
