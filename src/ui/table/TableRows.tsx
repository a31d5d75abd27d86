import type { Virtualizer } from '@tanstack/react-virtual'
import { memo, type ReactNode } from 'react'
import * as styles from './table.module.css'

/** `position` is the place of the entry in the whole list, whatever the filter hides. */
export interface Column {
  readonly key: string
  readonly title: string
  readonly className?: string | undefined
  readonly render: (position: number) => ReactNode
}

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

export function TableHead({ columns }: Pick<TableBodyProps, 'columns'>) {
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

interface TableBodyProps {
  readonly columns: readonly Column[]
  /** Takes the index of a shown row, gives the position of its entry. */
  readonly positionAt: (index: number) => number
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>
  /** Index of the first row that the table shows. */
  readonly first: number
}

export function TableBody({ virtualizer, first, columns, positionAt }: TableBodyProps) {
  return (
    <tbody role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index: place, start, size }) => (
        <TableRow
          key={first + place}
          columns={columns}
          position={positionAt(first + place)}
          index={first + place}
          top={start}
          height={size}
        />
      ))}
    </tbody>
  )
}
