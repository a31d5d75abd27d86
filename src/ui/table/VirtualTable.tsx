import { type ReactNode, type RefObject, useRef } from 'react'
import * as styles from './table.module.css'
import { type Column, TableBody, TableHead } from './TableRows'
import { useFollow } from './useFollow'
import { type ShownRows, useRows, useShownRows } from './useRows'
import { useMessages } from '../frame/useMessages'
import { useWidth } from '../frame/useWidth'

interface VirtualTableProps {
  readonly name: string
  readonly columns: readonly Column[]
  /** Class that sets `--columns`, wide and narrow: how the columns share the width. */
  readonly layout: string | undefined
  readonly count: number
  /** The position of the entry in the n-th shown row. */
  readonly positionAt: (index: number) => number
  /** Keeps this row in sight as it moves, until the user scrolls. */
  readonly followIndex?: number | null
  /** Row height of a narrow table, in CSS pixels. */
  readonly narrowRowHeight?: number
  readonly onUserScroll?: () => void
  /** Content over the table's lower edge. */
  readonly overlay?: ReactNode
}

/** Below this width of the table a row takes two lines. */
const NARROW_PX = 640
const ROW_PX = 44
const NARROW_ROW_PX = 76

/** Says that a long list is not shown whole, and how the other rows are reached. */
function PartNotice({ first, end, count }: ShownRows & { readonly count: number }) {
  const { table } = useMessages()
  return <p className={styles.partNotice}>{table.part({ from: first + 1, to: end, n: count })}</p>
}

/** Keeps up with the size of the table, the scrolling and the followed row. */
function useTableRows(props: VirtualTableProps, scroller: RefObject<HTMLDivElement | null>) {
  const { count, followIndex = null, narrowRowHeight = NARROW_ROW_PX, onUserScroll } = props
  const isNarrow = useWidth(scroller) < NARROW_PX
  const rowHeight = isNarrow ? narrowRowHeight : ROW_PX
  const shown = useShownRows(count, rowHeight, followIndex)
  const virtualizer = useRows(shown.end - shown.first, rowHeight, scroller)
  const followed = followIndex === null ? null : followIndex - shown.first
  const isUserScroll = useFollow(followed, rowHeight, scroller)
  function handleScroll(): void {
    if (isUserScroll()) onUserScroll?.()
  }
  return { isNarrow, shown, virtualizer, handleScroll }
}

/**
 * A table that keeps only the rows in sight in the page. Every row is equally high, so nothing ever jumps. A list beyond
 * 100,000 rows is shown in part, and a line below the table says so.
 */
export function VirtualTable(props: VirtualTableProps) {
  const { name, columns, layout, count, positionAt, overlay } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { isNarrow, shown, virtualizer, handleScroll } = useTableRows(props, scroller)
  return (
    <>
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
            <TableBody {...{ virtualizer, columns, positionAt }} first={shown.first} />
          </table>
        </div>
        {overlay && <div className={styles.tableOverlay}>{overlay}</div>}
      </div>
      {shown.end - shown.first < count && <PartNotice {...shown} count={count} />}
    </>
  )
}
