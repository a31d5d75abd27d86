import type { CheckedSheet } from '../../src/domain/sheet'

/** Rows by kind, each of which somebody has to decide about before the start. */
type WithCautions = CheckedSheet & { readonly cautions?: readonly { readonly rows: Iterable<number> }[] }

/** Notes that warn of rows which are sent all the same. */
const WARNINGS: ReadonlySet<string> = new Set(['MAYBE_ROUNDED', 'HIDDEN_ROWS'])

/** Whether a row that is sent was pointed out before: a person had to look at it. */
export function readPointedOut({ notes, cautions = [] }: WithCautions): (row: number) => boolean {
  const warnings = notes.filter(({ code }) => WARNINGS.has(code))
  const cautioned = new Set(cautions.flatMap(({ rows }) => [...rows]))
  // A note names the first rows of those that it counts.
  return (row) =>
    cautioned.has(row) || warnings.some(({ rows, count }) => rows.includes(row) || count > rows.length)
}
