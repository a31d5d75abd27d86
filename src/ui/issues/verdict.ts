import { checkRow } from '../../domain/row/checkRow'
import { type ColumnMeaning, MEANINGS, type SheetKind } from '../../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import type { Issue } from '../../domain/sheet/issue'
import type { Messages } from '../../texts/messages'
import { findRow, type RowKey } from './rowKeys'
import { describeIssue } from '../../texts/describeIssue'

/** Result of checking the typed text with its row: the issue that stands against it, or `good`. */
export type Verdict = Issue | 'good'

/** The meaning of the column that an issue blames; the ID, where the issue blames the whole row. */
export function findBlamed({ sheet }: CheckedSheet, issue: Issue | undefined): ColumnMeaning {
  const { header, columns } = sheet
  const blamed = MEANINGS.find((meaning) => {
    const column = columns[meaning]
    return column !== undefined && header[column] === issue?.column
  })
  return blamed ?? 'subOrderId'
}

/** Whether the row's shape in the file is wrong: its cells may be right as they read, and only a person can say so. */
export function hasWrongShape({ sheet }: CheckedSheet, key: RowKey): boolean {
  const row = sheet.rows.at(findRow(sheet.rows, key))
  const finding = row && checkRow(sheet, row)
  return finding?.issue !== undefined && finding.isShapeless === true
}

export function describeVerdict(verdict: Verdict, kind: SheetKind, messages: Messages): string {
  return verdict === 'good' ? messages.edit.good[kind] : describeIssue(verdict, messages)
}
