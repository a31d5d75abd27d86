import { useMemo } from 'react'
import { describeOriginal } from '../../texts/describeOriginal'
import { RowAction } from './RowAction'
import { readRowKey } from './rowKeys'
import * as table from '../table/table.module.css'
import * as styles from './issues.module.css'
import { useMessages } from '../frame/useMessages'
import { type Column, VirtualTable } from '../table/VirtualTable'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

const NARROW_PX = 96

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
        const name = mend.undoNamed({ row: String(readRow(index)?.row ?? 0) })
        return <RowAction key={rowKey} rowKey={rowKey} action="undo" name={name} label={mend.undo} />
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
          readRow(index)?.removed ? (
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
