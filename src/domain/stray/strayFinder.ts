import type { CancellationRequest } from '../run/cancellation'
import { isBlank } from '../ids/cleanText'
import { isLabel } from '../ids/labelWords'
import { hasTotalWord, isTotalText } from '../ids/totalText'
import { isShortNumber, readsAsCount } from '../makes/shortNumbers'
import type { IssueHint } from '../sheet/issue'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { createCounter } from './rowCounter'

/** Rows that would be sent and do not belong to the list, by position. */
export type StrayRows = ReadonlyMap<number, IssueHint>

/** A number far shorter than the IDs around it that nothing counts by itself. */
interface Candidate {
  readonly position: number
  readonly value: number
  /** False for a row that repeats another and is refused already. */
  readonly isSent: boolean
}

/** The search of a finder. */
interface Search {
  /** Some IDs may be counts. */
  readonly hasShort: boolean
  /** Some IDs may be sums of IDs. */
  readonly sumsIds: boolean
}

/** The hint of the words beside a number: `Pune Count` below rows of Pune, `Page`. */
function readWords({ columns, idRule }: Sheet, row: SheetRow, above: SheetRow | undefined) {
  let hint: IssueHint | undefined
  for (const [column, cell] of row.cells.entries()) {
    if (column === columns.subOrderId || isBlank(cell)) continue
    const group = (above?.cells[column] ?? '').trim()
    const rest = group !== '' && cell.includes(group) ? cell.replace(group, '') : cell
    if (isTotalText(cell, idRule) || isTotalText(rest.trim()) || hasTotalWord(cell)) return 'total'
    if (isLabel(cell)) hint = 'label'
  }
  return hint
}

/** Whether a request's ID may be a count. For line items, the SKU IDs have to be counts, too, or words for a count. */
const mayCount = (request: CancellationRequest): boolean =>
  request.kind === 'whole' ||
  request.lineItems.every(({ skuId }) => readsAsCount(skuId) || isLabel(skuId) || hasTotalWord(skuId))

/** The numbers that count all rows: alone, or together with the short numbers beside them. */
function* findTotals(runs: readonly (readonly Candidate[])[], count: number): Generator<Candidate> {
  for (const run of runs) {
    const sum = run.reduce((before, { value }) => before + value, 0)
    for (const candidate of run) if (sum === count || candidate.value === count) yield candidate
  }
}

/** Looks at the rows with an ID, from the top down. */
export interface StrayFinder {
  /** Takes a row that is refused as a total: the next count may begin below it. */
  close(): void
  /** @param place of the row's request among all requests; below 0 where the row is not sent */
  look(position: number, id: string, place: number, request: CancellationRequest | undefined): void
  finish(): StrayRows
}

/** A finder that stands above the first row. A run holds short numbers that follow one another. */
export function createStrayFinder(sheet: Sheet, { hasShort, sumsIds }: Search): StrayFinder {
  const found = new Map<number, IssueHint>()
  const counter = createCounter()
  let run: Candidate[] = []
  const runs = [run]
  let positionAbove = -1

  function noteShort(candidate: Candidate, row: SheetRow): void {
    const words = readWords(sheet, row, sheet.rows.at(positionAbove))
    const isTotal = words === 'total' || counter.isCount(candidate.value)
    if (isTotal) counter.close()
    const { position, isSent } = candidate
    if (isTotal && isSent) found.set(position, words ?? 'total')
    if (words !== 'total') run.push(candidate)
  }
  return {
    close: counter.close,
    look: (position, id, place, request) => {
      const isSent = request !== undefined
      const isShort = hasShort && isShortNumber(id) && (!request || mayCount(request))
      const isSum = !isShort && sumsIds && isSent && counter.isSum(id)
      const row = isShort || isSum ? sheet.rows.at(position) : undefined
      // A typed text is meant: an edited row is never a count.
      if (!row || row.original) {
        if (run.length > 0) runs.push((run = []))
        positionAbove = position
        counter.add(id, place)
      } else if (isShort) noteShort({ position, value: Number(id), isSent }, row)
      else {
        found.set(position, 'total')
        counter.close()
      }
    },
    finish: () => {
      for (const { position, isSent } of findTotals(runs, counter.count))
        if (isSent && !found.has(position)) found.set(position, 'total')
      return found
    },
  }
}
