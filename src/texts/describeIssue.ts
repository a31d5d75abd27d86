import { MAX_LINES } from '../domain/check/checkSubOrder'
import { cleanText, showText } from '../domain/ids/cleanText'
import { splitIds } from '../domain/ids/splitIds'
import type { Issue } from '../domain/sheet/issue'
import type { Messages } from './messages'

/** Characters that no Increff ID has. */
const FOREIGN = /[^A-Za-z0-9_.-]/gu
const MOST_NAMED = 3
/** A longer text is cut: a cell may hold a page. */
const MOST_QUOTED = 40

function quote(value: string): string {
  if (value.length <= MOST_QUOTED) return value
  // No half of a character stays at the end.
  return `${value.slice(0, MOST_QUOTED).replace(/[\ud800-\udbff]$/, '')}…`
}

/** How many IDs the cell of an issue holds. */
export function countIds({ value }: Pick<Issue, 'value'>, { own }: Messages): number {
  return splitIds(value, own.idRule).length
}

/** Says why a row is not sent, and what to do. */
export function describeIssue(issue: Issue, messages: Messages): string {
  return describeHint(issue, messages) ?? describeCode(issue, messages)
}

function nameRow(row: number | undefined, { issue: texts }: Messages): string {
  return row === undefined ? texts.anotherRow : texts.otherRow({ row: String(row) })
}

function describeInvalid({ column, meaning, value }: Issue, messages: Messages): string {
  const { issue: texts, own } = messages
  const { idRule } = own
  const isSku = meaning === 'skuId' || (column !== undefined && /sku/i.test(column))
  if (column !== undefined && isSku) return texts.INVALID_SKU({ column })
  if (idRule) {
    const { hint } = idRule
    return column === undefined ? texts.INVALID_ID_HINT({ hint }) : texts.INVALID_ID_IN_HINT({ column, hint })
  }
  const shown = showText(cleanText(value))
  const found = new Set(shown.match(FOREIGN))
  if (found.size === 0) return column === undefined ? texts.INVALID_ID : texts.INVALID_ID_IN({ column })
  const characters = [...found]
    .slice(0, MOST_NAMED)
    .map((character) => (character === ' ' ? texts.space : `"${character}"`))
  const values = {
    value: quote(shown),
    characters: messages.and(characters),
    // A text of the host may name the column.
    column: column ?? messages.columns.increffSubOrderId,
  }
  return texts.INVALID_ID_CHARACTER(values)
}

function describeHint(issue: Issue, messages: Messages): string | undefined {
  const { issue: texts } = messages
  const { value, hint, otherRow } = issue
  switch (hint) {
    case 'excel-error':
    case 'filler':
      return texts[hint]({ value: value.trim() })
    case 'id-above':
      return texts['id-above']({ other: nameRow(otherRow, messages) })
    case 'swallowed-rows':
      return texts['swallowed-rows']({ n: value.split(/\r\n|\r|\n/).length - 1 })
    case 'several-ids':
      return texts['several-ids']({ n: countIds(issue, messages) })
    default:
      return hint && texts[hint]
  }
}

function describeCode(issue: Issue, messages: Messages): string {
  const { issue: texts } = messages
  const { code, otherRow, column, caution } = issue
  const other = nameRow(otherRow, messages)
  switch (code) {
    case 'INVALID_ID':
      return describeInvalid(issue, messages)
    case 'SCIENTIFIC_ID':
    case 'PRECISION_LOST':
      return column === undefined ? texts[code] : texts[`${code}_IN`]({ column })
    case 'DUPLICATE_ID':
    case 'DUPLICATE_LINE':
    case 'OTHER_TABLE':
      return texts[code]({ other })
    case 'SUB_ORDER_HELD_BACK':
      return texts[caution ? 'skippedByLeftOut' : code]({ other })
    case 'LEFT_OUT':
      return caution ? texts[`LEFT_OUT_${caution}`] : texts.LEFT_OUT
    case 'TOO_MANY_LINES':
      return texts.TOO_MANY_LINES({ most: MAX_LINES })
    default:
      return texts[code]
  }
}
