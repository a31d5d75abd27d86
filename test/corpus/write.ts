import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ALL_CASES } from './allCases'

const ROOT = fileURLToPath(new URL('../fixtures/sheets', import.meta.url))

/**
 * Writes every case as a file that a spreadsheet can open, and beside them, folder by folder, what they have to
 * come to.
 */
for (const [folder, cases] of ALL_CASES) {
  const place = join(ROOT, folder)
  await rm(place, { recursive: true, force: true })
  await mkdir(place, { recursive: true })
  const names = new Set(cases.map(({ file }) => file.toLowerCase()))
  if (names.size < cases.length) throw new Error(`two cases of ${folder} have one name`)
  for (const { file, content } of cases) await writeFile(join(place, file), content)
  const expected = cases.map(({ content: _, ...rest }) => JSON.stringify(rest))
  await writeFile(join(place, 'expected.json'), `[\n${expected.join(',\n')}\n]\n`)
}
