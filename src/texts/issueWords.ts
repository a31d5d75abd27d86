import { MAX_LINES } from '../domain/check/checkSubOrder'
import { cleanText, showText } from '../domain/ids/cleanText'
import { splitIds } from '../domain/ids/splitIds'
import type { IdRule } from '../domain/ids/idRule'
import type { IssueKind } from './groupIssues'
import type { Phrases } from './phrases'
import type { Speech } from './speech'
import type { Issue } from '../domain/sheet/issue'
import type { SheetKind } from '../domain/sheet/columnMeaning'
import type { SheetNote } from '../domain/sheet/sheetNote'

// What no ID of Increff's has.
const foreign = /[^A-Za-z0-9_.-]/gu
const MOST_NAMED = 3

/** What is wrong with rows, and what was done to a file on the way in, in words. */
export function createIssueWords(
  { issue: words, notes, mend }: Phrases,
  { and, list }: Speech,
  idRule: IdRule | undefined,
) {
  const countIds = ({ value }: Issue) => splitIds(value, idRule).length
  const nameRow = (row: number | undefined): string =>
    row === undefined ? words.anotherRow : words.otherRow({ row: String(row) })
  function describeInvalid({ column, meaning, value }: Issue): string {
    const isSku = meaning === 'skuId' || (column !== undefined && /sku/i.test(column))
    if (column !== undefined && isSku) return words.INVALID_SKU({ column })
    if (column === undefined) return idRule ? words.INVALID_ID_HINT({ hint: idRule.hint }) : words.INVALID_ID
    if (idRule) return words.INVALID_ID_IN_HINT({ column, hint: idRule.hint })
    const found = new Set(showText(cleanText(value)).match(foreign))
    if (found.size === 0) return words.INVALID_ID_IN({ column })
    const characters = [...found].slice(0, MOST_NAMED).map((one) => (one === ' ' ? words.space : `"${one}"`))
    return words.INVALID_ID_CHARACTER({ column, characters: and(characters) })
  }
  function describeHint(issue: Issue): string | undefined {
    const { value, hint, otherRow } = issue
    switch (hint) {
      case 'excel-error':
      case 'filler':
        return words[hint]({ value: value.trim() })
      case 'id-above':
        return words['id-above']({ other: nameRow(otherRow) })
      case 'swallowed-rows':
        return words['swallowed-rows']({ n: value.split(/\r\n|\r|\n/).length - 1 })
      case 'several-ids':
        return words['several-ids']({ n: countIds(issue) })
      default:
        return hint && words[hint]
    }
  }
  function describeCode(issue: Issue): string {
    const { code, otherRow, column, caution } = issue
    const other = nameRow(otherRow)
    switch (code) {
      case 'INVALID_ID':
        return describeInvalid(issue)
      case 'SCIENTIFIC_ID':
      case 'PRECISION_LOST':
        return column === undefined ? words[code] : words[`${code}_IN`]({ column })
      case 'DUPLICATE_ID':
      case 'DUPLICATE_LINE':
      case 'OTHER_TABLE':
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
      case 'REMEMBERED_WHOLE':
        return notes[code]
      case 'REMEMBERED_COLUMNS':
      case 'PRODUCT_COLUMN':
        return notes[code]({ found })
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
    countIds,
    describeNote,
    describeDrop,
    nameDrop,
  }
}
