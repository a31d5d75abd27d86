import { Button, Input } from 'antd'
import { memo } from 'react'
import type { Filter } from '../../domain/run/findPositions'
import type { Tally } from '../../domain/run/tally'
import { Icon } from '../kit/Icon'
import { MoreDownloads, type MoreDownloadsProps } from './MoreDownloads'
import { statusIcons } from '../kit/StatusTag'
import * as kit from '../kit/kit.module.css'
import * as styles from './run.module.css'
import { useMessages } from '../frame/useMessages'

export const NO_FILTER: Filter = { status: 'all', text: '' }

const STATUSES: readonly Exclude<Filter['status'], 'all'>[] = ['succeeded', 'failed', 'unknown', 'not-sent']

function countStatus(tally: Tally, status: Filter['status']): number {
  switch (status) {
    case 'all':
      return tally.total
    case 'succeeded':
      return tally.cancelled + tally.alreadyCancelled
    case 'not-sent':
      return tally.notSent
    default:
      return tally[status]
  }
}

interface ToolsProps extends MoreDownloadsProps {
  readonly text: string
  onText(text: string): void
  onDownloadAll(): void
}

/** Kept from rendering with each batch of outcomes: its parts are antd's, and that is their price. */
const Tools = memo(function Tools(props: ToolsProps) {
  const { text, onText, onDownloadAll, kind, readCounts } = props
  const messages = useMessages()
  return (
    <div className={styles.tools}>
      <Input
        className={styles.searchBox}
        value={text}
        prefix={<Icon name="search" />}
        placeholder={messages.table.search}
        aria-label={messages.table.search}
        onChange={(event) => onText(event.target.value)}
      />
      <Button icon={<Icon name="download" />} onClick={onDownloadAll}>
        {messages.downloadAll}
      </Button>
      <MoreDownloads kind={kind} readCounts={readCounts} />
    </div>
  )
})

interface FilterBarProps extends Omit<ToolsProps, 'text'> {
  readonly tally: Tally
  readonly filter: Filter
  onStatus(status: Filter['status']): void
}

/** The counts, each of them also a filter; search; and the results so far. */
export function FilterBar({ tally, filter, onStatus, ...tools }: FilterBarProps) {
  const messages = useMessages()
  // As wide as it will ever be: growing counts push nothing aside.
  const countWidth = `${messages.number(tally.total).length}ch`
  return (
    <div className={styles.filterBar}>
      <div role="group" aria-label={messages.table.filter} className={kit.chips}>
        {(['all', ...STATUSES] as const).map((status) => (
          <button
            key={status}
            type="button"
            className={kit.chip}
            data-status={status}
            aria-pressed={filter.status === status}
            onClick={() => onStatus(status)}
          >
            {status !== 'all' && <Icon name={statusIcons[status]} />}
            <span>{messages.table.statuses[status]}</span>{' '}
            <span className={kit.chipCount} style={{ minWidth: countWidth }}>
              {messages.number(countStatus(tally, status))}
            </span>
          </button>
        ))}
      </div>
      <Tools text={filter.text} {...tools} />
    </div>
  )
}
