import { Button } from 'antd'
import { memo, useState } from 'react'
import type { CancellationRequest } from '../../domain/run/cancellation'
import type { RequestList } from '../../domain/run/requestList'
import { useAppSelector } from '../../store/hooks'
import { selectRequestState } from '../../store/selectors'
import { MarkButtons } from './MarkButtons'
import { StatusTag } from '../kit/StatusTag'
import * as kit from '../kit/kit.module.css'
import * as styles from './unknown.module.css'
import { useMessages } from '../frame/useMessages'
import { describeState } from '../../texts/describeState'
import { describeWhy } from '../../texts/describeUnknown'

const boxClass = `${kit.scrollBox} ${styles.unknownBox}`

/** More rows on demand: each has two of antd's buttons. */
const SHOWN_AT_ONCE = 100

interface UnknownRowProps {
  readonly id: string
  readonly position: number
  readonly request: CancellationRequest | undefined
  readonly isLocked: boolean
}

const UnknownRow = memo(function UnknownRow({ id, position, request, isLocked }: UnknownRowProps) {
  const messages = useMessages()
  const state = useAppSelector((root) => selectRequestState(root, id, position))
  if (!request || !state) return null
  const { subOrderId, row } = request
  return (
    <li className={styles.unknownRow}>
      <span className={styles.unknownName}>
        <bdi className={styles.unknownId}>{subOrderId}</bdi>
        <span className={kit.quiet}>{messages.unknown.row({ n: row })}</span>
      </span>
      <span className={styles.unknownWhy}>
        {state.status === 'unknown'
          ? describeWhy(state.reason, messages)
          : describeState(state, messages).message}
      </span>
      {state.status === 'unknown' ? (
        <MarkButtons {...{ id, position, subOrderId, isLocked }} />
      ) : (
        <span className={styles.marks}>
          <StatusTag status={state.status} />
        </span>
      )}
    </li>
  )
})

interface UnknownListProps {
  readonly id: string
  readonly requests: RequestList
  readonly positions: readonly number[]
  readonly isLocked: boolean
}

/** One row for each unknown outcome, with buttons to settle it. Memo: a batch of outcomes changes nothing here. */
export const UnknownList = memo(function UnknownList({
  id,
  requests,
  positions,
  isLocked,
}: UnknownListProps) {
  const { unknown } = useMessages()
  const [most, setMost] = useState(SHOWN_AT_ONCE)
  const shown = positions.slice(0, most)
  const next = Math.min(SHOWN_AT_ONCE, positions.length - shown.length)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard can scroll it, also once it holds no button
    <div className={boxClass} role="group" aria-label={unknown.list} tabIndex={0}>
      <ul className={styles.unknownList}>
        {shown.map((position) => (
          <UnknownRow key={position} {...{ id, position, isLocked, request: requests.at(position) }} />
        ))}
      </ul>
      {next > 0 && <Button onClick={() => setMost(most + SHOWN_AT_ONCE)}>{unknown.more({ n: next })}</Button>}
    </div>
  )
})
