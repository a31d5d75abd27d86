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
  /** Called when the menu opens: the menu does not follow the run. */
  getCounts(): DownloadCounts
}

function isChoice(key: string): key is Choice {
  return CHOICES.some((choice) => choice === key)
}

/** Five downloads that together hold all uploaded rows. */
export const MoreDownloads = memo(function MoreDownloads({ kind, getCounts }: MoreDownloadsProps) {
  const messages = useMessages()
  const reportWords = useReportWords()
  const dispatch = useAppDispatch()
  // The menu renders once it is needed: a sheet is on the screen sooner without it.
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
    if (open) setCounts(getCounts())
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
      // Within the page, so that the menu adds no region outside the host's landmarks.
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
