import { Button } from 'antd'
import { useAppDispatch } from '../../store/hooks'
import { loadFile, removeSheet } from '../../store/sheet/sheetThunks'
import { useMessages } from '../frame/useMessages'
import { Icon } from '../kit/Icon'
import * as kit from '../kit/kit.module.css'
import * as styles from './intake.module.css'
import type { IntakeProps } from './intakeProps'
import { PasteOrStop } from './PasteOrStop'
import { ReadingLine } from './ReadingLine'
import { SampleButton } from './SampleButton'
import { UploadZone } from './UploadZone'

/** The sheet that is loaded, in one line, with the way to another one. */
export function LoadedIntake(props: IntakeProps) {
  const { kind, desk, isBusy } = props
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const fileName = desk.sheet?.checked.sheet.fileName ?? ''
  return (
    <div className={styles.sheetBar}>
      <span className={styles.fileName} title={fileName}>
        <Icon name="file" />
        <bdi>{fileName}</bdi>
        <Button
          type="text"
          disabled={isBusy}
          aria-label={messages.removeNamed(fileName)}
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
          isDisabled={isBusy || desk.reading !== null}
          onFile={(file) => void dispatch(loadFile(kind, file))}
        >
          <Icon name="upload" />
          {messages.upload}
        </UploadZone>
      </div>
      {desk.reading && (
        <div className={styles.barReading}>
          <ReadingLine reading={desk.reading} />
        </div>
      )}
    </div>
  )
}
