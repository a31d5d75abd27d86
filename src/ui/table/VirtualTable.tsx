import { memo, type ReactNode, useRef } from 'react'
import { measureList } from './longList'
import * as styles from './table.module.css'
import { useFollow } from './useFollow'
import { useRows } from './useRows'
import { useWidth } from '../frame/useWidth'

/** `position` is the place of the entry in its list, whatever is filtered out. */
export interface Column {
  readonly key: string
  readonly title: string
  readonly className?: string | undefined
  readonly render: (position: number) => ReactNode
}

export interface VirtualTableProps {
  readonly name: string
  readonly columns: readonly Column[]
  /** How columns share the width; `grid-template-columns`, wide and narrow. */
  readonly layout: string | undefined
  readonly count: number
  /** What stands in the n-th shown row. */
  readonly positionAt: (index: number) => number
  /** Keeps this row in sight as it moves, until the user scrolls. */
  readonly followIndex?: number | null
  /** CSS pixels, where the table is narrow. */
  readonly narrowRowHeight?: number
  readonly onUserScroll?: () => void
  /** Lies over the table's lower edge. */
  readonly overlay?: ReactNode
}

/** Below this width of the table a row takes two lines. */
const NARROW_PX = 640
const ROW_PX = 44
const NARROW_ROW_PX = 76

const TableRow = memo(function TableRow(props: {
  columns: readonly Column[]
  position: number
  index: number
  top: number
  height: number
}) {
  const { columns, position, index, top, height } = props
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- `display: grid` takes the native roles away in some browsers
    <tr
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      {columns.map(({ key, className, render }) => (
        // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- as above
        <td key={key} role="cell" className={className}>
          {render(position)}
        </td>
      ))}
    </tr>
  )
})

function TableHead({ columns }: Pick<VirtualTableProps, 'columns'>) {
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1} className={styles.headRow}>
        {columns.map(({ key, title, className }) => (
          <th key={key} role="columnheader" scope="col" className={className}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** A table of any length: only what is in sight is in the page. Every row is equally high, so nothing ever jumps. */
export function VirtualTable(props: VirtualTableProps) {
  const {
    name,
    columns,
    layout,
    count,
    positionAt,
    followIndex = null,
    onUserScroll,
    narrowRowHeight = NARROW_ROW_PX,
    overlay,
  } = props
  const scroller = useRef<HTMLDivElement>(null)
  const isNarrow = useWidth(scroller) < NARROW_PX
  const rowHeight = isNarrow ? narrowRowHeight : ROW_PX
  const { virtualizer, scroll, shift } = useRows(measureList(count, rowHeight), scroller)
  const isUserScroll = useFollow(followIndex, rowHeight, scroller, scroll)
  function handleScroll(): void {
    if (isUserScroll()) onUserScroll?.()
  }
  return (
    <div className={styles.tableFrame}>
      <div
        ref={scroller}
        className={styles.tableBox}
        // The keyboard can scroll it.
        tabIndex={0}
        role="group"
        aria-label={name}
        onScroll={handleScroll}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- as in TableRow */}
        <table
          role="table"
          aria-label={name}
          aria-rowcount={count + 1}
          className={`${styles.table} ${layout}`}
          data-narrow={isNarrow}
        >
          <TableHead columns={columns} />
          <tbody role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index: place, start, size }) => (
              <TableRow
                key={place + shift}
                columns={columns}
                position={positionAt(place + shift)}
                index={place + shift}
                top={start}
                height={size}
              />
            ))}
          </tbody>
        </table>
      </div>
      {overlay && <div className={styles.tableOverlay}>{overlay}</div>}
    </div>
  )
}
