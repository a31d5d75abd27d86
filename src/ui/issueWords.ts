import { MAX_LINES } from '../domain/checkLines'
import { splitIds } from '../domain/identifiers'
import type { Issue, SheetKind, SheetNote } from '../domain/sheet'
import type { IssueKind } from './groupIssues'
import type { Phrases } from './phrases'
import type { Speech } from './speech'

/** What is wrong with rows, and what was done to a file on the way in, in words. */
export function createIssueWords({ issue: words, notes, mend }: Phrases, { and, list }: Speech) {
  function describeHint({ value, hint }: Issue): string | undefined {
    switch (hint) {
      case 'excel-error':
        return words['excel-error']({ value: value.trim() })
      case 'several-ids':
        return words['several-ids']({ n: splitIds(value).length })
      default:
        return hint && words[hint]
    }
  }
  function describeCode({ code, otherRow, column, caution }: Issue): string {
    const other = otherRow === undefined ? words.anotherRow : words.otherRow({ row: String(otherRow) })
    switch (code) {
      case 'INVALID_ID':
        if (column === undefined) return words.INVALID_ID
        return words[/sku/i.test(column) ? 'INVALID_SKU' : 'INVALID_ID_IN']({ column })
      case 'SCIENTIFIC_ID':
      case 'PRECISION_LOST':
        return column === undefined ? words[code] : words[`${code}_IN`]({ column })
      case 'DUPLICATE_ID':
      case 'DUPLICATE_LINE':
        return words[code]({ other })
      case 'SUB_ORDER_HELD_BACK':
        return words[caution ? 'heldByLeftOut' : code]({ other })
      case 'LEFT_OUT':
        return caution ? words[`LEFT_OUT_${caution}`] : words.LEFT_OUT
      case 'TOO_MANY_LINES':
        return words.TOO_MANY_LINES({ most: MAX_LINES })
      default:
        return words[code]
    }
  }
  /** `row 3`, `rows 3, 7 and 9`, `rows 3, 7, 9 …`: the first ones, as noted. */
  function nameRows({ count, rows: first }: SheetNote): string {
    const rows = first.map(String)
    if (count > first.length) return notes.firstRows({ rows: list(rows) })
    return notes.rows({ n: count, rows: and(rows) })
  }
  function describeNote(note: SheetNote): string {
    const { code, count: n, found = '' } = note
    switch (code) {
      case 'NO_HEADER':
      case 'WINDOWS_1252':
        return notes[code]
      case 'REMEMBERED_COLUMNS':
        return notes.REMEMBERED_COLUMNS({ found })
      default:
        return notes[code]({ n, where: nameRows(note) })
    }
  }
  function describeDrop(kind: IssueKind, sheet: SheetKind): string {
    const effects = mend.dropAllText
    if (kind === 'DUPLICATE_ID') return effects.duplicates
    if (sheet === 'sub-orders') return effects.rows
    return kind === 'DUPLICATE_LINE' ? effects.repeatedLines : effects.lines
  }
  function nameDrop(kind: IssueKind, n: number): string {
    const names = mend.dropAll
    return names[kind in names ? (kind as keyof typeof names) : 'others']({ n })
  }
  return {
    describeIssue: (issue: Issue) => describeHint(issue) ?? describeCode(issue),
    describeNote,
    describeDrop,
    nameDrop,
  }
}
