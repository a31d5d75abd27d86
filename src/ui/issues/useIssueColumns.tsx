import { type ReactNode, useId, useMemo } from 'react'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import type { ColumnMeaning } from '../../domain/sheet/columnMeaning'
import type { Issue } from '../../domain/sheet/issue'
import type { Messages } from '../../texts/messages'
import { useMessages } from '../frame/useMessages'
import * as table from '../table/table.module.css'
import * as styles from './issues.module.css'
import { RowAction } from './RowAction'
import { RowAdvice } from './RowAdvice'
import { type RowKey, rowKeyAt } from './rowKeys'
import { ValueCell } from './ValueCell'
import type { Column } from '../table/TableRows'

/** The rows that are shown: their positions in the sheet, and the places of their issues in the list. */
export interface ShownIssues {
  readonly positions: Int32Array
  readonly places: Int32Array
}

interface ShownRow {
  readonly issue: Issue
  /** In the sheet. */
  readonly position: number
  readonly rowKey: RowKey
  readonly adviceId: string
}

type RenderRow = (render: (row: ShownRow) => ReactNode) => Column['render']

/** Makes the renderer of a column out of one for a row with an issue. */
const createRenderRow =
  ({ issues, sheet }: CheckedSheet, shown: ShownIssues, tableId: string): RenderRow =>
  (render) =>
  (index) => {
    const issue = issues[shown.places[index] ?? -1]
    if (!issue) return undefined
    const position = shown.positions[index] ?? -1
    const rowKey = rowKeyAt(sheet.rows, position)
    return render({ issue, position, rowKey, adviceId: `${tableId}-${rowKey}` })
  }

function listValueColumns(
  checked: CheckedSheet,
  renderRow: RenderRow,
  messages: Messages,
): readonly Column[] {
  const { kind } = checked.sheet
  const names = messages.edit.columnNames[kind]
  const valueColumn = (meaning: ColumnMeaning, title: string, className?: string): Column => ({
    key: meaning,
    title,
    className,
    render: renderRow(({ rowKey, ...cell }) => <ValueCell key={rowKey} {...{ ...cell, checked, meaning }} />),
  })
  const idClass = `${table.cellId} ${styles.areaId}`
  if (kind === 'sub-orders') return [valueColumn('subOrderId', messages.issues.columns.value, idClass)]
  return [
    valueColumn('subOrderId', names.subOrderId, idClass),
    valueColumn('skuId', names.skuId, `${table.cellSku} ${styles.areaSku}`),
    valueColumn('quantity', names.quantity, styles.cellQuantity),
  ]
}

function createActionColumn(renderRow: RenderRow, { issues, edit }: Messages): Column {
  return {
    key: 'actions',
    title: issues.columns.action,
    className: styles.cellActions,
    render: renderRow(({ issue, rowKey }) => (
      <RowAction
        key={rowKey}
        rowKey={rowKey}
        action="remove"
        name={edit.removeNamed({ row: String(issue.row) })}
        label={edit.remove}
      />
    )),
  }
}

interface IssueColumnsOptions {
  readonly checked: CheckedSheet
  readonly shown: ShownIssues
  readonly canEdit: boolean
}

export function useIssueColumns({ checked, shown, canEdit }: IssueColumnsOptions): readonly Column[] {
  const messages = useMessages()
  const tableId = useId()
  return useMemo(() => {
    const { columns } = messages.issues
    const renderRow = createRenderRow(checked, shown, tableId)
    return [
      {
        key: 'row',
        title: columns.row,
        className: `${table.cellRow} ${styles.areaRow}`,
        render: renderRow(({ issue }) => issue.row),
      },
      ...listValueColumns(checked, renderRow, messages),
      {
        key: 'code',
        title: columns.code,
        className: styles.cellCode,
        render: renderRow(({ issue }) => issue.code),
      },
      {
        key: 'advice',
        title: columns.advice,
        className: `${table.cellMessage} ${styles.areaAdvice}`,
        render: renderRow(({ issue, rowKey, adviceId }) => (
          <RowAdvice id={adviceId} rowKey={rowKey} issue={issue} />
        )),
      },
      ...(canEdit ? [createActionColumn(renderRow, messages)] : []),
    ]
  }, [messages, tableId, checked, shown, canEdit])
}
