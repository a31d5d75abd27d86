import { useMemo } from 'react'
import { type Caution, type CautionDecision, countCautionRows } from '../../domain/sheet/caution'
import { showText } from '../../domain/ids/cleanText'
import * as table from '../table/table.module.css'
import * as styles from './cautions.module.css'
import { useMessages } from '../frame/useMessages'
import { VirtualTable } from '../table/VirtualTable'
import type { ColumnMeaning } from '../../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import { findMeantCells } from '../../domain/edit/editRow'
import type { Column } from '../table/TableRows'

interface CautionTableProps {
  readonly title: string
  readonly cautions: readonly Caution[]
  readonly checked: CheckedSheet
}

/** CSS pixels: a row of few short cells needs one line, however narrow. */
const NARROW_PX = 44

const DECISIONS: readonly (CautionDecision | 'open')[] = ['open', 'send', 'leave-out']

/**
 * All rows of one kind in file order, so that a decision moves no row. One number holds a row's position and its
 * decision: there may be a million rows.
 */
function joinRows(cautions: readonly Caution[]): Float64Array {
  const rows = new Float64Array(countCautionRows(cautions))
  let end = 0
  for (const { positions, decision = 'open' } of cautions) {
    for (const position of positions) {
      rows[end] = position * DECISIONS.length + DECISIONS.indexOf(decision)
      end += 1
    }
  }
  return cautions.length > 1 ? rows.sort() : rows
}

function useCautionColumns({ cautions, checked }: CautionTableProps): readonly Column[] {
  const messages = useMessages()
  const { sheet } = checked
  const rows = useMemo(() => joinRows(cautions), [cautions])
  return useMemo(() => {
    const names = messages.edit.columnNames[sheet.kind]
    const rowAt = (index: number) => sheet.rows.at(Math.floor((rows[index] ?? -1) / DECISIONS.length))
    const textColumn = (meaning: ColumnMeaning, className?: string): Column => ({
      key: meaning,
      title: names[meaning],
      className,
      render: (index) => {
        const row = rowAt(index)
        return <bdi>{row && showText(findMeantCells(sheet, row)[meaning] ?? '')}</bdi>
      },
    })
    const { decision, decisions } = messages.cautions
    return [
      {
        key: 'row',
        title: messages.columns.row,
        className: table.cellRow,
        render: (index) => rowAt(index)?.row,
      },
      textColumn('subOrderId', table.cellId),
      ...(sheet.kind === 'line-items' ? [textColumn('skuId', table.cellSku)] : []),
      {
        key: 'decision',
        title: decision,
        render: (index) => decisions[DECISIONS[(rows[index] ?? 0) % DECISIONS.length] ?? 'open'],
      },
    ]
  }, [messages, sheet, rows])
}

/** The rows of one kind of oddness, each with its decision. */
export function CautionTable(props: CautionTableProps) {
  const { title, cautions, checked } = props
  const columns = useCautionColumns(props)
  const isLines = checked.sheet.kind === 'line-items'
  return (
    <div className={styles.cautionRows}>
      <VirtualTable
        name={title}
        columns={columns}
        layout={isLines ? styles.layoutCautionLines : styles.layoutCautions}
        count={countCautionRows(cautions)}
        positionAt={(index) => index}
        narrowRowHeight={NARROW_PX}
      />
    </div>
  )
}
