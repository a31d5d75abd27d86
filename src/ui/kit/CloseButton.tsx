import { Button } from 'antd'
import { useAppDispatch } from '../../store/hooks'
import { closeRun } from '../../store/record/journalThunks'
import { focusTitle } from '../focus/pageFocus'
import { useMessages } from '../frame/useMessages'

interface CloseButtonProps {
  readonly id: string
  readonly isDisabled?: boolean
  readonly size?: 'large' | 'middle'
  /** Where there are several on the page. */
  readonly name?: string
}

/** Forgets a run: it goes from the screen and from this browser. */
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
