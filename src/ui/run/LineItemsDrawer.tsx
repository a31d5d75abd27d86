import { Drawer } from 'antd'
import { memo, useRef } from 'react'
import type { LineItem } from '../../domain/run/cancellation'
import type { RequestList } from '../../domain/run/requestList'
import { useAppSelector } from '../../store/hooks'
import { selectEarlier, selectRequestState } from '../../store/selectors'
import { Icon } from '../kit/Icon'
import { EditedMark } from '../issues/EditedMark'
import { Scope } from '../frame/Scope'
import { StatusTag } from '../kit/StatusTag'
import * as table from '../table/table.module.css'
import * as styles from './run.module.css'
import { useLayer } from '../frame/useLayer'
import { useMessages } from '../frame/useMessages'
import { VirtualTable } from '../table/VirtualTable'
import type { Column } from '../table/TableRows'
import { describeState } from '../../texts/describeState'

/** CSS pixels: one line a row, however narrow the drawer is. */
const LINE_PX = 44

interface LineItemsDrawerProps {
  readonly id: string
  readonly requests: RequestList
  /** Position of the open sub-order; null: the drawer is closed. */
  readonly position: number | null
  onClose(): void
}

function useLineColumns(lines: readonly LineItem[]): readonly Column[] {
  const { columns, number } = useMessages()
  return [
    { key: 'sku', title: columns.skuId, className: table.cellId, render: (at) => lines[at]?.skuId },
    {
      key: 'quantity',
      title: columns.quantity,
      className: table.cellNumber,
      render: (at) => number(lines[at]?.quantity ?? 0),
    },
    {
      key: 'row',
      title: columns.row,
      className: table.cellNumber,
      render: (at) => (
        <>
          {lines[at]?.row}
          <EditedMark kind="line-items" of={lines[at]} />
        </>
      ),
    },
  ]
}

/** The uploaded line items of one sub-order. */
export const LineItemsDrawer = memo(function LineItemsDrawer(props: LineItemsDrawerProps) {
  const { id, requests, position, onClose } = props
  const messages = useMessages()
  const title = useRef<HTMLSpanElement>(null)
  const layer = useLayer()
  const request = position === null ? undefined : requests.at(position)
  const state = useAppSelector((root) => (position === null ? null : selectRequestState(root, id, position)))
  const earlier = useAppSelector((root) =>
    position === null ? undefined : selectEarlier(root, id, position),
  )
  const lines = request?.kind === 'line-items' ? request.lineItems : []
  const lineColumns = useLineColumns(lines)
  return (
    <Drawer
      open={request !== undefined}
      onClose={onClose}
      getContainer={layer}
      size={480}
      placement={messages.direction === 'rtl' ? 'left' : 'right'}
      title={request && <span ref={title}>{messages.drawer.title({ id: request.subOrderId })}</span>}
      // antd focuses a box around the dialog, and screen readers would not speak the title.
      afterOpenChange={(isOpen) => {
        if (isOpen) title.current?.closest('[role=dialog]')?.querySelector('button')?.focus()
      }}
      closable={{ closeIcon: <Icon name="close" />, 'aria-label': messages.close }}
      destroyOnHidden
    >
      <Scope className={styles.drawer}>
        {state && (
          <p className={styles.drawerState}>
            <StatusTag status={state.status} />
            <span>{describeState(state, messages, earlier).message}</span>
          </p>
        )}
        <VirtualTable
          name={request ? messages.drawer.title({ id: request.subOrderId }) : ''}
          columns={lineColumns}
          layout={styles.layoutItems}
          narrowRowHeight={LINE_PX}
          count={lines.length}
          positionAt={(index) => index}
        />
      </Scope>
    </Drawer>
  )
})
