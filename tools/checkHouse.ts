/**
 * Checks `src` against the plan of the house, as a part of `npm run lint`: imports, loose files, full folders, docs of
 * `host` and `domain`, and the table in docs/architecture.md, which `--write` writes. Prints one line for each fault and
 * exits with 1 where there is one.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findUndocumented } from './findUndocumented'
import { findWrongImports, folderOf } from './findWrongImports'
import { areas, entries, floors, maxFilesInFolder } from './house'

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

function writeTable(): string {
  const rows = Object.entries(areas).map(
    ([area, { areas: others, packages, files: single = {}, purpose }]) => {
      const brought = [...packages, ...Object.values(single).flat()].map((name) => `\`${name}\``)
      const from = [...others.map((name) => (name === '*' ? 'all' : name)), ...new Set(brought)]
      return `| \`src/${area}\` | ${purpose} | ${from.join(', ') || '–'} |`
    },
  )
  const stairs = floors.map(
    (floor, index) => `${index + 1}. ${floor.map((folder) => `\`${folder}\``).join(', ')}`,
  )
  return [
    '| area | what it is for | may import |',
    '| --- | --- | --- |',
    ...rows,
    '',
    'The floors, from the bottom:',
    '',
    ...stairs,
  ].join('\n')
}

/** @returns a fault where the page has another table than the plan */
function checkPage(): string[] {
  const page = join(src, '../docs/architecture.md')
  const text = readFileSync(page, 'utf8')
  const fresh = text.replace(
    /(<!-- house: .*-->)[\s\S]*(<!-- \/house -->)/,
    (_, begin: string, end: string) => `${begin}\n\n${writeTable()}\n\n${end}`,
  )
  if (process.argv.includes('--write')) writeFileSync(page, fresh)
  else if (fresh !== text) return ['docs/architecture.md is out of date: npx tsx tools/checkHouse.ts --write']
  return []
}

const wrong = [
  ...findWrongPlaces(),
  ...checkPage(),
  ...files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(src, file), 'utf8')
      return findWrongImports(file, text).concat(findUndocumented(file, text))
    }),
]
for (const line of wrong) console.error(line)
if (wrong.length > 0) console.error('\nThe plan is in tools/house.ts; docs/architecture.md says why.')
process.exitCode = wrong.length > 0 ? 1 : 0
