import { createHeadingTest, isWordy } from '../../domain/tables/otherHeading'
import type { ColumnNames } from '../../domain/sheet/columnNames'
import { areValueHeadings } from '../../domain/tables/valueHeading'
import type { Doubt, ReadRequest, RememberedColumns } from '../../domain/sheet/sheetReading'
import { cleanText, isBlank, measureWidth } from '../../domain/ids/cleanText'
import { findColumns, type FoundColumns } from '../cells/findColumns'
import { findKnown, readMeaning } from '../cells/readMeaning'
import { type HeaderTexts, type HeldRecord, readHeaderTexts } from '../cells/heldRecord'
import { judgeSection, type Section } from './judgeSection'
import { signHeader } from './signHeader'
import type { ColumnMap } from '../../domain/sheet/columnMeaning'

/** A record that could be the header: it names the columns, or the user has named them for files with this header. */
export interface Candidate extends HeaderTexts {
  readonly record: HeldRecord
  readonly found: FoundColumns
  /** The column of the sub-order. */
  readonly idColumn: number | undefined
  /** The user's earlier answers about this header. */
  readonly answers: readonly Doubt[]
  /** The user has chosen the columns. */
  readonly isRemembered: boolean
  readonly section: Section
  /** The first row of the section that heads other columns. */
  readonly nextHeading: HeldRecord | undefined
  /**
   * The first row of the section with words alone: below labels it may head the table, in words that we do not know.
   */
  readonly rowOfWords: HeldRecord | undefined
}

type Named = Omit<Candidate, 'section' | 'nextHeading' | 'rowOfWords'> & {
  /** Equal for headers that differ only in the name of a meaning, as in joined files. */
  readonly key: string
}

function writeKey(header: readonly string[], names: ColumnNames | undefined): string {
  const end = measureWidth(header)
  return JSON.stringify(
    header.slice(0, end).map((text) => readMeaning(text, names) ?? cleanText(text).toLowerCase()),
  )
}

/** The user's earlier answers about this header, unless the user wants to choose anew. */
export function findRemembered(
  { kind, remembered = [], choice }: ReadRequest,
  signature: () => string,
): RememberedColumns | undefined {
  const usable = choice?.asksAgain ? [] : remembered.filter((entry) => entry.kind === kind)
  const signed = usable.length > 0 ? signature() : ''
  return usable.find((entry) => entry.signature === signed)
}

/** A user who chose the header has named its columns too. */
const namesColumns = (answers: readonly Doubt[]): boolean =>
  answers.includes('columns') || answers.includes('heading')

function readCandidate(record: HeldRecord, request: ReadRequest): Named | undefined {
  if (record.badQuotes) return undefined
  const texts = readHeaderTexts(record)
  const { header } = texts
  const known = findRemembered(request, () => signHeader(header))
  const answers = known ? (known.answers ?? ['columns']) : []
  const isWhole = request.choice?.isWhole === true || answers.includes('line-columns')
  const found = findColumns(header, request.kind, { names: request.columnNames, isWhole })
  const named = { ...texts, record, answers, key: writeKey(header, request.columnNames) }
  const code = found.ok ? undefined : found.problem.code
  if (known && code !== undefined && code !== 'WRONG_SHEET' && namesColumns(answers)) {
    const columns: ColumnMap = known.columns
    return { ...named, found: { ok: true, columns }, idColumn: columns.subOrderId, isRemembered: true }
  }
  if (code === 'MISSING_HEADER') return undefined
  const idColumn = found.ok
    ? found.columns.subOrderId
    : (findKnown(header, request.columnNames).subOrderId ?? known?.columns.subOrderId)
  // A row of data may contain words such as items and pieces.
  if (idColumn === undefined && !header.every((text) => isBlank(text) || isWordy(text))) return undefined
  return { ...named, found, idColumn, isRemembered: false }
}

/**
 * The different headers among the first records, each with the rows below it up to the next header. Equal headers
 * count once.
 */
export function findCandidates(held: readonly HeldRecord[], request: ReadRequest): readonly Candidate[] {
  const named: Named[] = []
  for (const record of held) {
    const candidate = readCandidate(record, request)
    if (candidate) named.push(candidate)
  }
  return named
    .filter(({ key }, at) => named.findIndex((earlier) => earlier.key === key) === at)
    .map((candidate) => addSection(candidate, named, held, request))
}

function addSection(
  candidate: Named,
  named: readonly Named[],
  held: readonly HeldRecord[],
  { kind, idRule }: ReadRequest,
): Candidate {
  const { header, idColumn, found, key } = candidate
  const columns: ColumnMap = found.ok ? found.columns : { subOrderId: idColumn ?? -1 }
  const heads = new Map(named.map(({ record, key: own }) => [record, own]))
  const { headsOtherTable } = createHeadingTest({ kind, header, columns })
  const rows: HeldRecord[] = []
  let nextHeading: HeldRecord | undefined
  let isInside = false
  let lastRow = 0
  for (const record of held) {
    const hasGap = record.row - lastRow > 1
    lastRow = record.row
    const head = heads.get(record)
    if (head !== undefined) {
      isInside = head === key
      continue
    }
    if (!isInside) continue
    const mayBeValues = !hasGap && areValueHeadings(record.cells, columns.subOrderId)
    if (headsOtherTable(record.cells) && !mayBeValues) {
      nextHeading ??= record
      isInside = false
    } else rows.push(record)
  }
  const section = judgeSection(rows, header.length, idColumn, idRule)
  return { ...candidate, section, nextHeading, rowOfWords: rows.find(holdsWords) }
}

function holdsWords({ cells, badQuotes }: HeldRecord): boolean {
  const shown = cells.filter((cell) => !isBlank(cell))
  // `User,asha1` labels a value.
  return !badQuotes && shown.length > 1 && shown.every((cell) => isWordy(cell) && !/\p{Nd}/u.test(cell))
}
