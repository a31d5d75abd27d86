/**
 * Checks that style sheets and components fit together, as a part of `npm run lint`: classes and custom properties that
 * are misspelt or unused, and sheets that are too long. Prints one line for each fault and exits with 1 where there is
 * one.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findWrongStyles } from './findWrongStyles'

/** A longer sheet is split by feature. */
const MOST_LINES = 400

const root = join(import.meta.dirname, '..')
const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map(
  (path) => `src/${path.replaceAll('\\', '/')}`,
)
const readAll = (pattern: RegExp) =>
  new Map(
    paths.filter((path) => pattern.test(path)).map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )

const sheets = readAll(/\.module\.css$/)
const tooLong = [...sheets]
  .map(([path, text]) => [path, text.split('\n').length - 1] as const)
  .filter(([, lines]) => lines > MOST_LINES)
  .map(([path, lines]) => `${path} has ${lines} lines, of at most ${MOST_LINES}: split it`)
const wrong = [...tooLong, ...findWrongStyles(sheets, readAll(/(?<!\.d)\.tsx?$/))]
for (const line of wrong) console.error(line)
process.exitCode = wrong.length > 0 ? 1 : 0
