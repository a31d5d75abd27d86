import { DELIMITERS, findMarkWithin } from '../ids/delimiters'
import { readSubOrderId, type SubOrderId } from '../ids/identifiers'
import type { IdRule } from '../ids/idRule'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { findLastColumn } from '../sheet/shortRows'
import { listIdsInRefused } from './idsInRefused'

// Separators of the cells of a row that no delimiter splits.
const apart = /[\s",;|:/]+/

// An ID of another system may hold up to four delimiters; order numbers with more are unknown.
const MOST_JOINED = 4

/** The cells of each line: an ID of another system may hold blanks, and marks that are delimiters elsewhere. */
const splitLines = (text: string, delimiter: string): string[] =>
  text.split(/[\r\n]+/).flatMap((line) => line.replaceAll('"', '').split(delimiter))

function* readIds(texts: Iterable<string>, idRule: IdRule | undefined): Generator<SubOrderId> {
  for (const text of texts) {
    const read = readSubOrderId(text, idRule)
    if (read.ok) yield read.id
    else yield* listIdsInRefused(text, false, idRule)
  }
}

/** The texts that may be an ID beginning in one cell of a row: an ID may hold blanks and the delimiter itself. */
function* listTexts(parts: readonly string[], at: number, delimiter: string): Generator<string> {
  yield* (parts[at] ?? '').split(/[\s"]+/)
  for (let end = at + 1; end <= Math.min(parts.length, at + MOST_JOINED); end += 1)
    yield parts.slice(at, end).join(delimiter).replaceAll('"', '')
}

/**
 * Lists the texts that may be the Sub Order ID of a row whose cells cannot be told apart: a delimiter too many or too
 * few may have moved the ID; so may a number in front of each row. The list is good enough to skip a sub-order, and is
 * never used to send anything.
 */
export function* mentionIds(sheet: Sheet, { cells, badQuotes }: SheetRow): Generator<SubOrderId> {
  const { header, columns, idRule } = sheet
  const [text = ''] = cells
  // An open quote has swallowed rows: nobody knows where the ID of each stands.
  if (badQuotes && /[\r\n]/.test(text)) {
    yield* readIds(text.split(apart), idRule)
    if (idRule) for (const mark of DELIMITERS) yield* readIds(splitLines(text, mark), idRule)
    return
  }
  // A quote may have kept a packed row from being split.
  const markWithin = cells.length === 1 && !badQuotes ? findMarkWithin(text, header.length) : undefined
  const delimiter = markWithin ?? sheet.delimiter
  const parts = cells.join(delimiter).split(delimiter)
  const moved = parts.length - 1 - findLastColumn(sheet)
  const first = Math.max(0, columns.subOrderId + Math.min(0, moved))
  const last = columns.subOrderId + Math.max(0, moved)
  for (let at = first; at <= last && at < parts.length; at += 1) {
    // A row that another delimiter splits is a single cell here.
    yield* readIds((parts[at] ?? '').split(apart), idRule)
    if (!idRule) continue
    yield* readIds(listTexts(parts, at, delimiter), idRule)
    for (const mark of DELIMITERS) yield* readIds(splitLines(parts[at] ?? '', mark), idRule)
  }
}
