import { Button } from 'antd'
import { useAppDispatch } from '../../store/hooks'
import { closeRun } from '../../store/record/pastRuns'
import { focusTitle } from '../focus/pageFocus'
import { useMessages } from '../frame/useMessages'

interface CloseButtonProps {
  readonly id: string
  readonly isDisabled?: boolean
  readonly size?: 'large' | 'middle'
  /** Accessible name, where the page has several such buttons. */
  readonly name?: string
}

/** Closes a run: the screen and this browser forget it. */
export function CloseButton({ id, isDisabled = false, size = 'middle', name }: CloseButtonProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  return (
    <Button
      size={size}
      disabled={isDisabled}
      aria-label={name}
      onClick={({ currentTarget }) => {
        focusTitle(currentTarget)
        void dispatch(closeRun(id))
      }}
    >
      {messages.close}
    </Button>
  )
}
