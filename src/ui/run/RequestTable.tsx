import { Button } from 'antd'
import { memo, useMemo } from 'react'
import type { CancellationRequest } from '../../domain/run/cancellation'
import type { RequestList } from '../../domain/run/requestList'
import { useAppSelector } from '../../store/hooks'
import { selectEarlier, selectRequestState } from '../../store/selectors'
import { Icon } from '../kit/Icon'
import { MessageText } from '../kit/MessageText'
import { StatusTag } from '../kit/StatusTag'
import * as table from '../table/table.module.css'
import * as styles from './run.module.css'
import { TextLink } from '../kit/TextLink'
import { useMessages } from '../frame/useMessages'
import { VirtualTable } from '../table/VirtualTable'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { Column } from '../table/TableRows'
import { describeState } from '../../texts/describeState'

/** Only the status and the message follow the run, and only in rows that are in sight. */
const StatusCell = memo(function StatusCell({ id, position }: { id: string; position: number }) {
  const status = useAppSelector((state) => selectRequestState(state, id, position)?.status)
  return status ? <StatusTag status={status} /> : null
})

const MessageCell = memo(function MessageCell({ id, position }: { id: string; position: number }) {
  const messages = useMessages()
  const state = useAppSelector((root) => selectRequestState(root, id, position))
  const earlier = useAppSelector((root) => selectEarlier(root, id, position))
  return state ? <MessageText text={describeState(state, messages, earlier).message} /> : null
})

interface RequestTableProps {
  readonly kind: SheetKind
  /** Of the cancellation. */
  readonly id: string
  readonly requests: RequestList
  /** Positions to show; null: all. */
  readonly shown: readonly number[] | null
  readonly followIndex: number | null
  onUserScroll(): void
  /** Null while the table follows the run, or no run goes on. */
  readonly onFollow: (() => void) | null
  onOpen(position: number): void
}

function lineItemsOf(request: CancellationRequest | undefined) {
  return request?.kind === 'line-items' ? request.lineItems : []
}

/** The columns of the tab, built once for each sheet. */
function useColumns({ kind, id, requests, onOpen }: RequestTableProps): readonly Column[] {
  const messages = useMessages()
  return useMemo(() => {
    const { columns, number } = messages
    const ending: Column[] = [
      { key: 'status', title: columns.status, render: (at) => <StatusCell id={id} position={at} /> },
      {
        key: 'message',
        title: columns.message,
        className: table.cellMessage,
        render: (at) => <MessageCell id={id} position={at} />,
      },
    ]
    if (kind === 'sub-orders') {
      return [
        { key: 'row', title: columns.row, className: table.cellRow, render: (at) => requests.at(at)?.row },
        {
          key: 'id',
          title: columns.increffSubOrderId,
          className: table.cellId,
          render: (at) => <span title={requests.at(at)?.subOrderId}>{requests.at(at)?.subOrderId}</span>,
        },
        ...ending,
      ]
    }
    return [
      {
        key: 'id',
        title: columns.subOrderId,
        className: table.cellId,
        render: (at) => <TextLink onClick={() => onOpen(at)}>{requests.at(at)?.subOrderId}</TextLink>,
      },
      {
        key: 'lines',
        title: columns.lineItems,
        className: table.cellNumber,
        render: (at) => number(lineItemsOf(requests.at(at)).length),
      },
      {
        key: 'quantity',
        title: columns.quantity,
        className: table.cellNumber,
        render: (at) => number(lineItemsOf(requests.at(at)).reduce((sum, { quantity }) => sum + quantity, 0)),
      },
      ...ending,
    ]
  }, [messages, kind, id, requests, onOpen])
}

/** A greater row number has more figures than its column has room for. */
const LAST_SHORT_ROW = 99_999

/** Every sub-order of the sheet with its state. */
export function RequestTable(props: RequestTableProps) {
  const { kind, requests, shown, followIndex, onUserScroll, onFollow } = props
  const messages = useMessages()
  const columns = useColumns(props)
  // Requests are in file order: the last one has the longest row number.
  const width = (requests.at(-1)?.row ?? 0) > LAST_SHORT_ROW ? styles.longRows : ''
  const positionAt = useMemo(
    () => (shown ? (index: number) => shown[index] ?? 0 : (index: number) => index),
    [shown],
  )
  return (
    <VirtualTable
      name={messages.table.name[kind]}
      columns={columns}
      layout={kind === 'sub-orders' ? `${styles.layoutWhole} ${width}` : styles.layoutLines}
      count={shown?.length ?? requests.length}
      positionAt={positionAt}
      followIndex={followIndex}
      onUserScroll={onUserScroll}
      overlay={
        onFollow && (
          <Button size="small" shape="round" icon={<Icon name="down" />} onClick={onFollow}>
            {messages.table.follow}
          </Button>
        )
      }
    />
  )
}
