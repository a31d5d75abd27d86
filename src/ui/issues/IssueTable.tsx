import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import { useMessages } from '../frame/useMessages'
import { VirtualTable } from '../table/VirtualTable'
import * as styles from './issues.module.css'
import { type ShownIssues, useIssueColumns } from './useIssueColumns'

/** Heights of a narrow row in CSS pixels: the number, the fields, up to four lines of advice and the buttons. */
const NARROW_PX = 152
const NARROW_LINES_PX = 188
const NARROW_READ_ONLY_PX = 116

interface IssueTableProps {
  readonly checked: CheckedSheet
  readonly shown: ShownIssues
  /** Before the first run; afterwards the rows can only be read. */
  readonly canEdit: boolean
}

/** Columns and the height of a narrow row, by the kind of sheet. */
function findLayout(isLines: boolean, canEdit: boolean) {
  if (!canEdit) {
    return isLines
      ? { layout: styles.layoutIssueLines, narrowRowHeight: NARROW_PX }
      : { layout: styles.layoutIssues, narrowRowHeight: NARROW_READ_ONLY_PX }
  }
  return isLines
    ? { layout: `${styles.editable} ${styles.layoutEditLines}`, narrowRowHeight: NARROW_LINES_PX }
    : { layout: `${styles.editable} ${styles.layoutEdit}`, narrowRowHeight: NARROW_PX }
}

/**
 * The rows that are not sent, each with the reason and the advice. Until a run starts, the user edits them in place.
 */
export function IssueTable(props: IssueTableProps) {
  const { checked, shown, canEdit } = props
  const messages = useMessages()
  const columns = useIssueColumns(props)
  return (
    <VirtualTable
      name={messages.issues.table}
      columns={columns}
      {...findLayout(checked.sheet.kind === 'line-items', canEdit)}
      count={shown.positions.length}
      positionAt={(index) => index}
    />
  )
}
