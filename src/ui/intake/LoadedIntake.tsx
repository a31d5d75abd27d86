import { Button } from 'antd'
import { useAppDispatch } from '../../store/hooks'
import { loadFile } from '../../store/sheet/loadFile'
import { removeSheet } from '../../store/sheet/slotThunks'
import { useMessages } from '../frame/useMessages'
import { Icon } from '../kit/Icon'
import * as kit from '../kit/kit.module.css'
import * as styles from './intake.module.css'
import type { IntakeProps } from './intakeProps'
import { PasteOrStop } from './PasteOrStop'
import { ReadingLine } from './ReadingLine'
import { SampleButton } from './SampleButton'
import { UploadZone } from './UploadZone'

/** The loaded sheet in one line, with buttons for another one. */
export function LoadedIntake(props: IntakeProps) {
  const { kind, slot, isBusy } = props
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const fileName = slot.sheet?.checked.sheet.fileName ?? ''
  return (
    <div className={kit.bar}>
      <span className={styles.fileName} title={fileName}>
        <Icon name="file" />
        <bdi>{fileName}</bdi>
        <Button
          type="text"
          disabled={isBusy}
          aria-label={messages.removeNamed({ fileName })}
          onClick={() => dispatch(removeSheet(kind))}
        >
          {messages.remove}
        </Button>
      </span>
      <div className={`${kit.actions} ${styles.sheetActions}`}>
        <SampleButton kind={kind} type="text" />
        <PasteOrStop {...props} />
        <UploadZone
          shape="bar"
          isDisabled={isBusy || slot.reading !== null}
          onFile={(file) => void dispatch(loadFile(kind, file))}
        >
          <Icon name="upload" />
          {messages.upload}
        </UploadZone>
      </div>
      {slot.reading && (
        <div className={styles.barReading}>
          <ReadingLine reading={slot.reading} />
        </div>
      )}
    </div>
  )
}
