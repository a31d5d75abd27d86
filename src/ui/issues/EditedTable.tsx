import { useMemo } from 'react'
import { describeOriginal } from '../../texts/describeOriginal'
import { useEditTools } from './EditContext'
import { type RowKey, readRowKey } from './rowKeys'
import * as table from '../table/table.module.css'
import * as styles from './issues.module.css'
import { useMessages } from '../frame/useMessages'
import { type Column, VirtualTable } from '../table/VirtualTable'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

const NARROW_PX = 96

function UndoButton({ rowKey, row }: { rowKey: RowKey; row: number }) {
  const { mend } = useMessages()
  const tools = useEditTools()
  return (
    tools && (
      <button
        type="button"
        className={styles.rowAction}
        data-cell={`${rowKey}/undo`}
        aria-label={mend.undoNamed(row)}
        onClick={() => tools.undo(rowKey)}
      >
        {mend.undo}
      </button>
    )
  )
}

interface EditedTableProps {
  readonly checked: CheckedSheet
  /** Of the rows that were edited or dropped. */
  readonly positions: Int32Array
  readonly canEdit: boolean
}

/** What was edited and dropped: what each row was, what it is, and the way back. */
export function EditedTable({ checked, positions, canEdit }: EditedTableProps) {
  const messages = useMessages()
  const columns = useMemo((): readonly Column[] => {
    const { mend } = messages
    const { sheet } = checked
    const readRow = (index: number) => sheet.rows.at(positions[index] ?? -1)
    const describe = (index: number) => {
      const row = readRow(index)
      return row ? describeOriginal(sheet, row, messages) : { was: '', now: '' }
    }
    const undo: Column = {
      key: 'undo',
      title: messages.issues.columns.action,
      className: styles.cellActions,
      render: (index) => {
        const rowKey = readRowKey(sheet.rows, positions[index] ?? -1)
        return <UndoButton key={rowKey} rowKey={rowKey} row={readRow(index)?.row ?? 0} />
      },
    }
    return [
      {
        key: 'row',
        title: messages.issues.columns.row,
        className: table.cellRow,
        render: (index) => readRow(index)?.row,
      },
      {
        key: 'was',
        title: mend.tableOf.uploaded,
        className: table.cellId,
        render: (index) => <bdi title={describe(index).was}>{describe(index).was}</bdi>,
      },
      {
        key: 'now',
        title: mend.tableOf.now,
        className: styles.cellNow,
        render: (index) =>
          readRow(index)?.dropped ? (
            <em>{mend.isDropped}</em>
          ) : (
            <bdi title={describe(index).now}>{describe(index).now}</bdi>
          ),
      },
      ...(canEdit ? [undo] : []),
    ]
  }, [messages, checked, positions, canEdit])
  return (
    <VirtualTable
      name={messages.mend.table}
      columns={columns}
      layout={styles.layoutEdited}
      narrowRowHeight={NARROW_PX}
      count={positions.length}
      positionAt={(index) => index}
    />
  )
}
