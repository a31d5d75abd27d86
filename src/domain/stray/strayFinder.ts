import type { CancellationRequest } from '../run/cancellation'
import { isBlank } from '../ids/cleanText'
import { isLabel } from '../ids/labelWords'
import { hasTotalWord, isTotalText } from '../ids/totalText'
import { isShortNumber, readsAsCount } from '../makes/shortNumbers'
import type { IssueHint } from '../sheet/issue'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { createCounter, type RowCounter } from './rowCounter'

/** Rows that would be sent and do not belong to the list, by position. */
export type StrayRows = ReadonlyMap<number, IssueHint>

/** A number far shorter than the IDs around it that nothing counts by itself. */
interface Candidate {
  readonly position: number
  readonly value: number
  /** False for a row that repeats another and is refused already. */
  readonly isSent: boolean
}

/** What the finder looks for. */
interface Search {
  /** Some IDs may be counts. */
  readonly hasShort: boolean
  /** Some IDs may be sums of IDs. */
  readonly sumsIds: boolean
}

interface FinderState {
  readonly sheet: Sheet
  readonly counter: RowCounter
  readonly found: Map<number, IssueHint>
  /** Short numbers that follow one another. */
  readonly runs: Candidate[][]
  isInRun: boolean
  /** Position of the latest row with an ID. */
  above: number
}

/** What the words beside a number say about it: `Pune Count` below rows of Pune, `Page`. */
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

/** Notes a number that is far shorter than the IDs. */
function noteShort(state: FinderState, { position, value, isSent }: Candidate, row: SheetRow): void {
  const { sheet, counter, found, runs } = state
  const words = readWords(sheet, row, sheet.rows.at(state.above))
  const isTotal = words === 'total' || counter.isCount(value)
  if (isTotal) counter.close()
  if (isTotal && isSent) found.set(position, words ?? 'total')
  if (!state.isInRun) runs.push([])
  state.isInRun = true
  if (words !== 'total') runs.at(-1)?.push({ position, value, isSent })
}

/** Finds the short numbers that count all rows: alone, or together with the short numbers beside them. */
function judgeRuns({ counter, found, runs }: FinderState): void {
  for (const run of runs) {
    const sum = run.reduce((before, { value }) => before + value, 0)
    for (const { position, value, isSent } of run) {
      const isTotal = sum === counter.count || value === counter.count
      if (isTotal && isSent && !found.has(position)) found.set(position, 'total')
    }
  }
}

/** Looks at the rows with an ID, from the top down. */
export function createStrayFinder(sheet: Sheet, { hasShort, sumsIds }: Search) {
  const counter = createCounter()
  const state: FinderState = { sheet, counter, found: new Map(), runs: [], isInRun: false, above: -1 }
  return {
    /** Takes a row that is refused as a total: the next count may begin below it. */
    close: counter.close,
    /** @param place of the row's request among all requests; below 0 where the row is not sent */
    look: (position: number, id: string, place: number, request: CancellationRequest | undefined): void => {
      const isSent = request !== undefined
      const isShort = hasShort && isShortNumber(id) && (!request || mayCount(request))
      const isSum = !isShort && sumsIds && isSent && counter.isSum(id)
      const row = isShort || isSum ? sheet.rows.at(position) : undefined
      // A person meant what they typed: an edited row is never a count.
      if (row && !row.original && isShort) noteShort(state, { position, value: Number(id), isSent }, row)
      else if (row && !row.original) {
        state.found.set(position, 'total')
        counter.close()
      } else {
        state.isInRun = false
        state.above = position
        counter.add(id, place)
      }
    },
    finish: (): StrayRows => {
      judgeRuns(state)
      return state.found
    },
  }
}
