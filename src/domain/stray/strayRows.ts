import type { CancellationRequest } from '../run/cancellation'
import { mentionIds } from '../row/mentionIds'
import { cleanText, isBlank } from '../ids/cleanText'
import { createCounter } from './rowCounter'
import { isLabel } from '../ids/labelWords'
import { hasStrayNumbers, isShortNumber, readsAsCount } from '../makes/shortNumbers'
import type { Sheet } from '../sheet/sheet'
import { ITEMS_A_STEP, type Steps } from '../time/steps'
import { hasTotalWord, isTotalText } from '../ids/totalText'
import type { IssueCode } from '../ids/issueCode'
import type { SheetRow } from '../sheet/sheetRow'
import type { Issue, IssueHint } from '../sheet/issue'
import type { Verdicts } from '../sheet/verdicts'

/** Rows that would be sent and are none of the list, by position. */
export type StrayRows = ReadonlyMap<number, IssueHint>

/** Issues about a row whose ID is good. */
const KNOWN_IDS: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'SUB_ORDER_HELD_BACK',
  'DUPLICATE_ID',
  'LEFT_OUT',
])

/** Refused rows whose cells are looked at for their IDs. */
const MOST_UNREAD = 1000

const NONE: StrayRows = new Map()

/** Longer lists are not searched for sums of IDs that are as long as an ID. */
const MOST_SUMMED = 50_000

/** A number far shorter than the IDs around it, which nothing counts by itself. */
interface Candidate {
  readonly position: number
  readonly value: number
  /** A row that repeats it is refused already. */
  readonly isSent: boolean
}

/** Whether an issue is about a row that a count of the column counts as well. */
const isCounted = ({ code, hint }: Issue): boolean =>
  code !== 'MISSING_ID' && code !== 'OTHER_TABLE' && hint !== 'repeated-header' && hint !== 'rule'

/** Whether line items may be counts: their SKU IDs are, too, or the word for it. */
const mayCount = (request: CancellationRequest): boolean =>
  request.kind === 'whole' ||
  request.lineItems.every(({ skuId }) => readsAsCount(skuId) || isLabel(skuId) || hasTotalWord(skuId))

/** The ID of each row; of those whose SKU ID is the word for a count, the first. */
function listIds(requests: readonly CancellationRequest[]): readonly string[] {
  let hasWords = false
  return requests.flatMap((request): readonly string[] => {
    if (request.kind === 'whole') return [request.subOrderId]
    if (!isShortNumber(request.subOrderId)) return request.lineItems.map(() => request.subOrderId)
    const plain = request.lineItems.filter(({ skuId }) => !hasTotalWord(skuId))
    const isFirst = !hasWords && plain.length < request.lineItems.length
    hasWords ||= isFirst
    return [...plain, ...(isFirst ? [0] : [])].map(() => request.subOrderId)
  })
}

/** The IDs of rows that are not sent for something else; a short one says nothing of what is usual. */
function listRefused(sheet: Sheet, { requestOfRow, issues }: Verdicts): readonly string[] {
  const found: string[] = []
  let known = 0
  let unread = 0
  for (const [position, place] of requestOfRow.entries()) {
    const issue = place < 0 ? issues[known++] : undefined
    if (!issue || !isCounted(issue) || issue.hint === 'total') continue
    if (KNOWN_IDS.has(issue.code)) found.push(issue.value)
    else if (unread < MOST_UNREAD) {
      unread += 1
      found.push(...mentionIds(sheet, sheet.rows.at(position) as SheetRow))
    }
  }
  return found.filter((id) => !isShortNumber(id))
}

/** What the words beside a number say of it: `Pune Count` below rows of Pune, `Page`. */
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

/** Looks at the rows with an ID from the top down. */
function createStrayFinder(sheet: Sheet, hasShort: boolean, sumsIds: boolean) {
  const found = new Map<number, IssueHint>()
  const counter = createCounter()
  /** Short numbers that follow one another. */
  const runs: Candidate[][] = []
  let isInRun = false
  let above = -1

  function lookAtShort(position: number, value: number, isSent: boolean, row: SheetRow): void {
    const words = readWords(sheet, row, sheet.rows.at(above))
    const isTotal = words === 'total' || counter.isCount(value)
    if (isTotal) counter.close()
    if (isTotal && isSent) found.set(position, words ?? 'total')
    if (!isInRun) runs.push([])
    isInRun = true
    if (words !== 'total') runs.at(-1)?.push({ position, value, isSent })
  }
  return {
    found,
    close: counter.close,
    look: (position: number, id: string, place: number, request: CancellationRequest | undefined): void => {
      const isShort = hasShort && isShortNumber(id) && (!request || mayCount(request))
      const isSum = !isShort && sumsIds && request !== undefined && counter.isSum(id)
      const row = isShort || isSum ? sheet.rows.at(position) : undefined
      // What a person has typed is meant.
      if (row && !row.original && isShort) lookAtShort(position, Number(id), request !== undefined, row)
      else if (row && !row.original) {
        found.set(position, 'total')
        counter.close()
      } else {
        isInRun = false
        above = position
        counter.add(id, place)
      }
    },
    finish: (): StrayRows => {
      for (const run of runs) {
        const sum = run.reduce((before, { value }) => before + value, 0)
        for (const { position, value, isSent } of run) {
          const isTotal = sum === counter.count || value === counter.count
          if (isTotal && isSent && !found.has(position)) found.set(position, 'total')
        }
      }
      return found
    },
  }
}

/** Whether a sum of IDs may be among them: it has more digits than they have, or begins with another one. */
const mayHoldSums = (ids: readonly string[]): boolean =>
  ids.length <= MOST_SUMMED &&
  ids.some((id) => id.charCodeAt(0) !== ids[0]?.charCodeAt(0) || id.length !== ids[0]?.length)

/**
 * Finds the rows that only count or sum the IDs above them, wherever they stand, as a spreadsheet's subtotals do: a number far shorter than every
 * ID that is as many as the rows since the last one or as all rows, or stands beside a word for it; numbers that follow one another and are
 * as many as all rows together; and the sum of the IDs themselves.
 */
export function* findStrayRows(
  sheet: Sheet,
  { requests, requestOfRow, issues }: Verdicts,
  areEquallyLong: boolean,
): Steps<StrayRows> {
  if (areEquallyLong && requests.length > MOST_SUMMED) return NONE
  const ids = requests.map(({ subOrderId }) => subOrderId as string)
  // All that are left may be counts, and those they count are refused.
  const mayDiffer = !areEquallyLong || issues.length > 0
  const hasShort =
    mayDiffer &&
    ids.some(isShortNumber) &&
    hasStrayNumbers([...listIds(requests), ...listRefused(sheet, { requests, requestOfRow, issues })])
  const sumsIds = mayHoldSums(ids)
  if (!hasShort && !sumsIds) return NONE
  const finder = createStrayFinder(sheet, hasShort, sumsIds)
  let known = 0
  for (let position = 0; position < requestOfRow.length; position += 1) {
    if (position % ITEMS_A_STEP === 0) yield undefined
    const place = requestOfRow[position] ?? -1
    const request = requests[place]
    const issue = request ? undefined : issues[known++]
    if (issue?.hint === 'total') finder.close()
    else if (!issue || isCounted(issue)) {
      const id = ids[place] ?? (issue?.code === 'DUPLICATE_ID' ? cleanText(issue.value) : '')
      finder.look(position, id, place, request)
    }
  }
  return finder.finish()
}

/** A row that repeats a count is none of the list either. */
export function blameRepeated(sheet: Sheet, issues: readonly Issue[], stray: StrayRows): readonly Issue[] {
  const hints = new Map([...stray].map(([position, hint]) => [sheet.rows.at(position)?.row, hint]))
  return issues.map((issue) => {
    const hint = issue.code === 'DUPLICATE_ID' ? hints.get(issue.otherRow) : undefined
    if (!hint) return issue
    const { otherRow: _, ...own } = issue
    return { ...own, code: 'INVALID_ID', hint }
  })
}
