import type { Budgets, Size, Sizes } from './sizes'

const MEASURES = ['raw', 'gzip', 'brotli'] as const

const BEGIN = '<!-- sizes: written by `npm run size` -->'
const END = '<!-- /sizes -->'

/** What a table may be off: zlib differs from Node to Node, and nobody should write it anew for a line of code. */
export const TOLERANCE = { share: 0.02, kb: 1 } as const

const writeKb = (bytes: number) => (bytes / 1000).toFixed(1)

/** The rows in the order of the budgets. */
function listRows(budgets: Budgets, sizes: Sizes): (readonly [string, Size])[] {
  const pick = (names: readonly string[], of: Readonly<Record<string, Size>>) =>
    names.map((name) => [name, of[name] ?? { raw: 0, gzip: 0, brotli: 0 }] as const)
  return [
    ...pick(Object.keys(budgets.loads), sizes.loads),
    ...pick(Object.keys(budgets.groups), sizes.groups),
  ]
}

export function writeTable(budgets: Budgets, sizes: Sizes): string {
  const rows = listRows(budgets, sizes).map(
    ([name, size]) => `| ${name} | ${MEASURES.map((measure) => writeKb(size[measure])).join(' | ')} |`,
  )
  return ['| kB | raw | gzip | brotli |', '| --- | ---: | ---: | ---: |', ...rows].join('\n')
}

function findTable(text: string): { readonly from: number; readonly to: number } {
  const from = text.indexOf(BEGIN)
  const to = text.indexOf(END)
  if (from < 0 || to < from) throw new Error(`README.md has no place for the table: ${BEGIN} … ${END}`)
  return { from: from + BEGIN.length, to }
}

/** The text with the table between its marks. */
export function putTable(text: string, table: string): string {
  const { from, to } = findTable(text)
  return `${text.slice(0, from)}\n\n${table}\n\n${text.slice(to)}`
}

function readTable(text: string): Map<string, readonly number[]> {
  const { from, to } = findTable(text)
  const cells = text
    .slice(from, to)
    .split('\n')
    .map((line) => line.split('|').slice(1, -1))
  return new Map(cells.map(([name = '', ...kb]) => [name.trim(), kb.map(Number)]))
}

function isClose(kb: number | undefined, bytes: number): boolean {
  if (kb === undefined) return false
  return Math.abs(kb * 1000 - bytes) <= Math.max(TOLERANCE.kb * 1000, bytes * TOLERANCE.share)
}

/** @returns the rows of the text that are off by more than the tolerance, or not there */
export function findStale(text: string, budgets: Budgets, sizes: Sizes): string[] {
  const table = readTable(text)
  const rows = listRows(budgets, sizes)
  const names = new Set(['kB', '---', '', ...rows.map(([name]) => name)])
  return [
    ...rows
      .filter(([name, size]) =>
        MEASURES.some((measure, index) => !isClose(table.get(name)?.[index], size[measure])),
      )
      .map(([name]) => name),
    ...[...table.keys()].filter((name) => !names.has(name)),
  ]
}
