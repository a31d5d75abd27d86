import { Button, Dropdown, type MenuProps } from 'antd'
import { memo, useMemo, useState } from 'react'
import { downloadResults } from '../../store/run/downloadThunks'
import { useAppDispatch } from '../../store/hooks'
import type { DownloadCounts } from './countDownloads'
import { Icon } from '../kit/Icon'
import { findPage } from '../frame/findPage'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import { useReportWords } from '../frame/useReportWords'

type Choice = keyof DownloadCounts
const CHOICES: readonly Choice[] = ['succeeded', 'failed', 'unknown', 'not-sent', 'skipped']

export interface MoreDownloadsProps {
  readonly kind: SheetKind
  /** Asked when the menu opens: nothing here follows the run. */
  readCounts(): DownloadCounts
}

function isChoice(key: string): key is Choice {
  return CHOICES.some((choice) => choice === key)
}

/** The five downloads, each a part of the uploaded rows, together all of them. */
export const MoreDownloads = memo(function MoreDownloads({ kind, readCounts }: MoreDownloadsProps) {
  const messages = useMessages()
  const reportWords = useReportWords()
  const dispatch = useAppDispatch()
  // Not before it is needed: antd works out a menu's styles even while it is closed.
  const [counts, setCounts] = useState<DownloadCounts | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const items = useMemo<NonNullable<MenuProps['items']>>(
    () =>
      CHOICES.map((choice) => ({
        key: choice,
        disabled: !counts?.[choice],
        label: messages.downloads[choice],
        extra: messages.number(counts?.[choice] ?? 0),
      })),
    [counts, messages],
  )
  function change(open: boolean): void {
    if (open) setCounts(readCounts())
    setIsOpen(open)
  }
  const button = (
    <Button
      icon={<Icon name="down" />}
      iconPlacement="end"
      aria-haspopup="menu"
      aria-expanded={isOpen}
      {...(counts ? {} : { onClick: () => change(true) })}
    >
      {messages.downloads.more}
    </Button>
  )
  if (!counts) return button
  return (
    <Dropdown
      open={isOpen}
      onOpenChange={change}
      trigger={['click']}
      placement={messages.direction === 'rtl' ? 'bottomLeft' : 'bottomRight'}
      // Within the page: no region of its own outside the host's.
      getPopupContainer={(trigger) => findPage(trigger) ?? document.body}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- of the menu, that was just opened: its keys work there only
      autoFocus
      menu={{
        items,
        onClick: ({ key }) => {
          if (isChoice(key)) void dispatch(downloadResults(kind, key, reportWords))
        },
      }}
    >
      {button}
    </Dropdown>
  )
})
