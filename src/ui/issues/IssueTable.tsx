import { useId, useMemo } from 'react'
import { showText } from '../../domain/ids/cleanText'
import { readMeantCells } from '../../domain/edit/mendSheet'
import { isShifted } from '../../domain/sheet/rowShape'
import { DropButton } from './DropButton'
import { RowAdvice } from './RowAdvice'
import { useEditTools } from './EditContext'
import { EditableCell } from './EditableCell'
import { readRowKey } from './rowKeys'
import * as table from '../table/table.module.css'
import * as styles from './issues.module.css'
import { readBlamed } from './useRowEditor'
import { useMessages } from '../frame/useMessages'
import { type Column, VirtualTable } from '../table/VirtualTable'
import type { Issue } from '../../domain/sheet/issue'
import type { ColumnMeaning } from '../../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

/** Narrow, a row takes the number, the fields, up to four lines of advice and its buttons. */
const NARROW_PX = 152
const NARROW_LINES_PX = 188
const NARROW_READ_ONLY_PX = 116
/** Longer cells are cut for show; the download has them whole. */
const LONGEST_VALUE = 60

function shorten(value: string): string {
  const shown = showText(value)
  return shown.length > LONGEST_VALUE ? `${shown.slice(0, LONGEST_VALUE)}…` : shown
}

/** The rows that are shown: their positions in the sheet, and the places of their issues in the list. */
export interface ShownIssues {
  readonly positions: Int32Array
  readonly places: Int32Array
}

interface IssueTableProps {
  readonly checked: CheckedSheet
  readonly shown: ShownIssues
  /** Afterwards the rows can only be read. */
  readonly canEdit: boolean
}

interface ValueCellProps {
  readonly checked: CheckedSheet
  readonly position: number
  readonly issue: Issue
  readonly meaning: ColumnMeaning
  readonly adviceId: string
}

function ValueCell({ checked, position, issue, meaning, adviceId }: ValueCellProps) {
  const tools = useEditTools()
  const { kind, rows } = checked.sheet
  const row = rows.at(position)
  if (!row) return null
  // Where the whole row is to blame, its cells are shown as they came: of the only field, and of a row that has none.
  const isWhole =
    (issue.column === undefined && kind === 'sub-orders') || (!row.was && isShifted(checked.sheet, row))
  const own = readMeantCells(checked.sheet, row)[meaning] ?? ''
  const text = shorten(isWhole && meaning === 'subOrderId' ? issue.value : own)
  if (!tools) return <bdi>{text}</bdi>
  return (
    <EditableCell
      tools={tools}
      row={row.row}
      rowKey={readRowKey(rows, position)}
      meaning={meaning}
      text={text}
      isBlamed={readBlamed(checked, issue) === meaning}
      adviceId={adviceId}
    />
  )
}

function useIssueColumns({ checked, shown, canEdit }: IssueTableProps): readonly Column[] {
  const messages = useMessages()
  const tableId = useId()
  return useMemo(() => {
    const { columns } = messages.issues
    const { issues, sheet } = checked
    const { kind } = sheet
    const readIssue = (index: number) => issues[shown.places[index] ?? -1]
    const readPosition = (index: number) => shown.positions[index] ?? -1
    const readAdviceId = (index: number) => `${tableId}-${readRowKey(sheet.rows, readPosition(index))}`
    const valueColumn = (meaning: ColumnMeaning, title: string, className?: string): Column => ({
      key: meaning,
      title,
      className,
      render: (index) => {
        const issue = readIssue(index)
        const position = readPosition(index)
        const cell = { checked, position, issue, meaning, adviceId: readAdviceId(index) }
        return issue && <ValueCell key={readRowKey(sheet.rows, position)} {...cell} issue={issue} />
      },
    })
    const names = messages.mend.columnNames[kind]
    const values =
      kind === 'sub-orders'
        ? [valueColumn('subOrderId', columns.value, `${table.cellId} ${styles.areaId}`)]
        : [
            valueColumn('subOrderId', names.subOrderId, `${table.cellId} ${styles.areaId}`),
            valueColumn('skuId', names.skuId, `${table.cellSku} ${styles.areaSku}`),
            valueColumn('quantity', names.quantity, styles.cellQuantity),
          ]
    const actions: Column = {
      key: 'actions',
      title: columns.action,
      className: styles.cellActions,
      render: (index) => {
        const issue = readIssue(index)
        const rowKey = readRowKey(sheet.rows, readPosition(index))
        return issue && <DropButton key={rowKey} rowKey={rowKey} row={issue.row} />
      },
    }
    return [
      {
        key: 'row',
        title: columns.row,
        className: `${table.cellRow} ${styles.areaRow}`,
        render: (index) => readIssue(index)?.row,
      },
      ...values,
      {
        key: 'code',
        title: columns.code,
        className: styles.cellCode,
        render: (index) => readIssue(index)?.code,
      },
      {
        key: 'advice',
        title: columns.advice,
        className: `${table.cellMessage} ${styles.areaAdvice}`,
        render: (index) => {
          const issue = readIssue(index)
          const rowKey = readRowKey(sheet.rows, readPosition(index))
          return issue && <RowAdvice id={readAdviceId(index)} rowKey={rowKey} issue={issue} />
        },
      },
      ...(canEdit ? [actions] : []),
    ]
  }, [messages, tableId, checked, shown, canEdit])
}

/** The rows that are not sent: which, why, and what to do; as long as no run was started, to be edited in place. */
export function IssueTable(props: IssueTableProps) {
  const { checked, shown, canEdit } = props
  const messages = useMessages()
  const columns = useIssueColumns(props)
  const isLines = checked.sheet.kind === 'line-items'
  const layouts = canEdit
    ? [`${styles.editable} ${styles.layoutEdit}`, `${styles.editable} ${styles.layoutEditLines}`]
    : [styles.layoutIssues, styles.layoutIssueLines]
  const heights = canEdit ? [NARROW_PX, NARROW_LINES_PX] : [NARROW_READ_ONLY_PX, NARROW_PX]
  return (
    <VirtualTable
      name={messages.issues.table}
      columns={columns}
      layout={layouts[isLines ? 1 : 0]}
      narrowRowHeight={heights[isLines ? 1 : 0] ?? NARROW_PX}
      count={shown.positions.length}
      positionAt={(index) => index}
    />
  )
}
