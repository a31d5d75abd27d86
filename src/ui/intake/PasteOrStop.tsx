import { Button } from 'antd'
import { useAppDispatch } from '../../store/hooks'
import { stopReading } from '../../store/sheet/loadFile'
import { useMessages } from '../frame/useMessages'
import { Icon } from '../kit/Icon'
import * as kit from '../kit/kit.module.css'
import type { IntakeProps } from './intakeProps'

/** The button that pastes; while a file is being read, the button that stops the reading. */
export function PasteOrStop({ kind, slot, isBusy, pasteButton, onPaste }: IntakeProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  if (slot.reading)
    return (
      // Most files are read before a user could press the button. Then it never appears.
      <Button className={kit.late ?? ''} onClick={() => dispatch(stopReading(kind))}>
        {messages.stopReading}
      </Button>
    )
  return (
    <Button ref={pasteButton} icon={<Icon name="paste" />} disabled={isBusy} onClick={onPaste}>
      {messages.paste.button}
    </Button>
  )
}
