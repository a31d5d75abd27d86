/**
 * Checks `src` against the plan of the house, as a part of `npm run lint`: imports, loose files, full folders.
 * Prints one line for each fault and exits with 1 where there is one.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findWrongImports, folderOf } from './findWrongImports'
import { entries, maxFilesInFolder } from './house'

const src = join(import.meta.dirname, '../src')

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(src.length + 1)
      .replaceAll('\\', '/'),
  )

function findWrongPlaces(): string[] {
  const counts = new Map<string, number>()
  for (const file of files) counts.set(folderOf(file), (counts.get(folderOf(file)) ?? 0) + 1)
  const loose = files.filter((file) => folderOf(file) === '' && !entries.includes(file))
  return [
    ...loose.map((file) => `src/${file} is no entry: give it a folder`),
    ...[...counts]
      .filter(([, count]) => count > maxFilesInFolder)
      .map(([folder, count]) => `src/${folder} has ${count} files, of at most ${maxFilesInFolder}: split it`),
  ]
}

const wrong = [
  ...findWrongPlaces(),
  ...files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => findWrongImports(file, readFileSync(join(src, file), 'utf8'))),
]
for (const line of wrong) console.error(line)
if (wrong.length > 0) console.error('\nThe plan is in tools/house.ts; docs/architecture.md says why.')
process.exitCode = wrong.length > 0 ? 1 : 0
