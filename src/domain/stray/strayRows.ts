import type { CancellationRequest } from '../run/cancellation'
import { mentionIds } from '../row/mentionIds'
import { cleanText } from '../ids/cleanText'
import { hasStrayNumbers, isShortNumber } from '../makes/shortNumbers'
import type { Sheet } from '../sheet/sheet'
import { ITEMS_A_STEP, type Steps } from '../time/steps'
import { hasTotalWord } from '../ids/totalText'
import type { IssueCode } from '../ids/issueCode'
import type { SheetRow } from '../sheet/sheetRow'
import type { Issue } from '../sheet/issue'
import type { Verdicts } from '../sheet/verdicts'
import { createStrayFinder, type StrayRows } from './strayFinder'

/** Issues about a row whose ID is good. */
const KNOWN_IDS: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'SUB_ORDER_HELD_BACK',
  'DUPLICATE_ID',
  'LEFT_OUT',
])

/** The most refused rows that are searched for their IDs. */
const MOST_UNREAD = 1000

const NONE: StrayRows = new Map()

/** Longer lists are not searched for sums of IDs. */
const MOST_SUMMED = 50_000

/** Whether a count of the column also counts the row of an issue. */
const isCounted = ({ code, hint }: Issue): boolean =>
  code !== 'MISSING_ID' && code !== 'OTHER_TABLE' && hint !== 'repeated-header' && hint !== 'rule'

/** The ID of each row. Of the rows whose SKU ID is a word for a count, only the first is listed. */
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

/** The IDs of rows that are refused for another reason. Short IDs are left out: they do not show the usual length. */
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

/** Whether a sum of IDs may be among the IDs: it has more digits than they have, or begins with another digit. */
const mayHoldSums = (ids: readonly string[]): boolean =>
  ids.length <= MOST_SUMMED &&
  ids.some((id) => id.charCodeAt(0) !== ids[0]?.charCodeAt(0) || id.length !== ids[0]?.length)

/**
 * Finds the rows that only count or sum the IDs above them, wherever they stand, as a spreadsheet's subtotals do. Such
 * a row holds a number far shorter than every ID that equals the number of rows since the last count, or of all rows,
 * or that stands beside a word for it. So do numbers that follow one another and together count all rows, and the sum
 * of the IDs themselves.
 */
export function* findStrayRows(
  sheet: Sheet,
  { requests, requestOfRow, issues }: Verdicts,
  areEquallyLong: boolean,
): Steps<StrayRows> {
  if (areEquallyLong && requests.length > MOST_SUMMED) return NONE
  const ids = requests.map(({ subOrderId }) => subOrderId as string)
  // With refused rows, all other rows may be counts of them.
  const mayDiffer = !areEquallyLong || issues.length > 0
  const hasShort =
    mayDiffer &&
    ids.some(isShortNumber) &&
    hasStrayNumbers([...listIds(requests), ...listRefused(sheet, { requests, requestOfRow, issues })])
  const sumsIds = mayHoldSums(ids)
  if (!hasShort && !sumsIds) return NONE
  const finder = createStrayFinder(sheet, { hasShort, sumsIds })
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

/** Gives the rows that repeat a count the issue of the count. */
export function blameRepeated(sheet: Sheet, issues: readonly Issue[], stray: StrayRows): readonly Issue[] {
  const hints = new Map([...stray].map(([position, hint]) => [sheet.rows.at(position)?.row, hint]))
  return issues.map((issue) => {
    const hint = issue.code === 'DUPLICATE_ID' ? hints.get(issue.otherRow) : undefined
    if (!hint) return issue
    const { otherRow: _, ...own } = issue
    return { ...own, code: 'INVALID_ID', hint }
  })
}
