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

/** Memo: a batch of outcomes would render antd's components anew. */
const Tools = memo(function Tools(props: ToolsProps) {
  const { text, onText, onDownloadAll, kind, getCounts } = props
  const messages = useMessages()
  return (
    <div className={`${kit.actions} ${styles.tools}`}>
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
      <MoreDownloads kind={kind} getCounts={getCounts} />
    </div>
  )
})

interface FilterBarProps extends Omit<ToolsProps, 'text'> {
  readonly tally: Tally
  readonly filter: Filter
  onStatus(status: Filter['status']): void
}

/** Counts that filter, the search, and the downloads. */
export function FilterBar({ tally, filter, onStatus, ...tools }: FilterBarProps) {
  const messages = useMessages()
  // Wide enough for the greatest count, so that growing counts push nothing aside.
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
