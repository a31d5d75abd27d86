import type { HeldRecord } from '../cells/heldRecord'
import type { Candidate } from './headerCandidates'
import { isLabelled } from './labels'

/**
 * Whether the rows below a candidate hold IDs. Rows above the header become titles and are not listed, so that no ID
 * may stand there. The value of a label stands behind the label; it is short, or like no other value.
 */
export function holdsIds({ section: { verdict, sound, long }, idColumn }: Candidate): boolean {
  if (idColumn === 0) return sound > 0
  return verdict !== 'scattered' && (verdict === 'single' ? long > 0 : long * 2 > sound)
}

/**
 * The candidate that the user most likely means. A line of labels comes last. The first candidate with IDs below it
 * comes first, because the rows below the others are listed. Then the number of rows decides.
 */
export function findLikeliest(tables: readonly [Candidate, ...Candidate[]]): Candidate {
  const unlabelled = tables.filter((table) => !isLabelled(table))
  const [first = tables[0], ...others] = unlabelled.length > 0 ? unlabelled : tables
  const holder = unlabelled.find(holdsIds)
  if (holder) return holder
  const rank = ({ section, found }: Candidate) => section.sound + (found.ok ? 0.5 : 0)
  return others.reduce((best, next) => (rank(next) >= rank(best) ? next : best), first)
}

/**
 * The rows that the user may choose as the header, in their order. No offered row stands below IDs: those IDs would
 * become rows of no table.
 *
 * @param likely the row that the screen offers first
 */
export function listOffers(candidates: readonly Candidate[], likely: HeldRecord): readonly HeldRecord[] {
  const holder = candidates.find((candidate) => !isLabelled(candidate) && holdsIds(candidate))
  const last = holder?.record.row ?? Number.POSITIVE_INFINITY
  const rows = candidates.flatMap(({ record, nextHeading, rowOfWords }) => [record, nextHeading, rowOfWords])
  const offered = new Set(rows.flatMap((record) => (record && record.row <= last ? [record] : [])))
  return [...offered.add(likely)].toSorted((record, next) => record.row - next.row)
}
