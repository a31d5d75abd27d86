import { useMemo } from 'react'
import { describeOriginal } from '../../texts/describeOriginal'
import { RowAction } from './RowAction'
import { rowKeyAt } from './rowKeys'
import * as table from '../table/table.module.css'
import * as styles from './issues.module.css'
import { useMessages } from '../frame/useMessages'
import { VirtualTable } from '../table/VirtualTable'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import type { Column } from '../table/TableRows'

const NARROW_PX = 96

interface EditedTableProps {
  readonly checked: CheckedSheet
  /** Of the rows that were edited or removed. */
  readonly positions: Int32Array
  readonly canEdit: boolean
}

/** The rows that were edited and removed: each with its original, its text now, and a button to undo. */
export function EditedTable({ checked, positions, canEdit }: EditedTableProps) {
  const messages = useMessages()
  const columns = useMemo((): readonly Column[] => {
    const { edit } = messages
    const { sheet } = checked
    const rowAt = (index: number) => sheet.rows.at(positions[index] ?? -1)
    const describe = (index: number) => {
      const row = rowAt(index)
      return row ? describeOriginal(sheet, row, messages) : { was: '', now: '' }
    }
    const undo: Column = {
      key: 'undo',
      title: messages.issues.columns.action,
      className: styles.cellActions,
      render: (index) => {
        const rowKey = rowKeyAt(sheet.rows, positions[index] ?? -1)
        const name = edit.undoNamed({ row: String(rowAt(index)?.row ?? 0) })
        return <RowAction key={rowKey} rowKey={rowKey} action="undo" name={name} label={edit.undo} />
      },
    }
    return [
      {
        key: 'row',
        title: messages.issues.columns.row,
        className: table.cellRow,
        render: (index) => rowAt(index)?.row,
      },
      {
        key: 'was',
        title: edit.tableOf.uploaded,
        className: table.cellId,
        render: (index) => <bdi title={describe(index).was}>{describe(index).was}</bdi>,
      },
      {
        key: 'now',
        title: edit.tableOf.now,
        className: styles.cellNow,
        render: (index) =>
          rowAt(index)?.removed ? (
            <em>{edit.isRemoved}</em>
          ) : (
            <bdi title={describe(index).now}>{describe(index).now}</bdi>
          ),
      },
      ...(canEdit ? [undo] : []),
    ]
  }, [messages, checked, positions, canEdit])
  return (
    <VirtualTable
      name={messages.edit.table}
      columns={columns}
      layout={styles.layoutEdited}
      narrowRowHeight={NARROW_PX}
      count={positions.length}
      positionAt={(index) => index}
    />
  )
}
