import { showText } from '../../domain/ids/cleanText'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import type { ColumnMeaning } from '../../domain/sheet/columnMeaning'
import type { Issue } from '../../domain/sheet/issue'
import { isShifted } from '../../domain/sheet/rowShape'
import { EditableCell } from './EditableCell'
import { useEditTools } from './EditContext'
import { rowKeyAt } from './rowKeys'
import { findBlamed } from './verdict'
import { findMeantCells } from '../../domain/edit/editRow'

/** Characters; the screen cuts longer cells, the download has them whole. */
const LONGEST_VALUE = 60

function shorten(value: string): string {
  const shown = showText(value)
  return shown.length > LONGEST_VALUE ? `${shown.slice(0, LONGEST_VALUE)}…` : shown
}

interface ValueCellProps {
  readonly checked: CheckedSheet
  readonly position: number
  readonly issue: Issue
  readonly meaning: ColumnMeaning
  readonly adviceId: string
}

/** The text of one cell of a row that is not sent. */
export function ValueCell({ checked, position, issue, meaning, adviceId }: ValueCellProps) {
  const tools = useEditTools()
  const { kind, rows } = checked.sheet
  const row = rows.at(position)
  if (!row) return null
  // Where the whole row is to blame, the row is shown as it came: in the only field, or where no cell can be told
  // apart.
  const isWhole =
    (issue.column === undefined && kind === 'sub-orders') || (!row.original && isShifted(checked.sheet, row))
  const own = findMeantCells(checked.sheet, row)[meaning] ?? ''
  const text = shorten(isWhole && meaning === 'subOrderId' ? issue.value : own)
  if (!tools) return <bdi>{text}</bdi>
  return (
    <EditableCell
      tools={tools}
      row={row.row}
      rowKey={rowKeyAt(rows, position)}
      meaning={meaning}
      text={text}
      isBlamed={findBlamed(checked, issue) === meaning}
      adviceId={adviceId}
    />
  )
}
