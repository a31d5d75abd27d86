import { useAppDispatch } from '../../store/hooks'
import { loadFile } from '../../store/sheet/loadFile'
import { useMessages } from '../frame/useMessages'
import { Icon } from '../kit/Icon'
import * as kit from '../kit/kit.module.css'
import * as styles from './intake.module.css'
import type { IntakeProps } from './intakeProps'
import { PasteOrStop } from './PasteOrStop'
import { ReadingLine } from './ReadingLine'
import { SampleButton } from './SampleButton'
import { UploadZone } from './UploadZone'

/** The two steps to a first sheet. */
export function EmptyIntake(props: IntakeProps) {
  const { kind, slot } = props
  const { steps, ...messages } = useMessages()
  const dispatch = useAppDispatch()
  return (
    <div className={styles.steps}>
      <section className={styles.step} data-step="1">
        <h2 className={styles.stepTitle}>{steps.sampleTitle}</h2>
        <p>{steps.sampleText[kind]}</p>
        <p className={kit.quiet}>{steps.excelHint}</p>
        <SampleButton kind={kind} type="default" />
      </section>
      <section className={styles.step} data-step="2">
        <h2 className={styles.stepTitle}>{steps.uploadTitle}</h2>
        <UploadZone
          shape="zone"
          isDisabled={slot.reading !== null}
          onFile={(file) => void dispatch(loadFile(kind, file))}
        >
          <Icon name="upload" />
          {slot.reading ? (
            <ReadingLine reading={slot.reading} />
          ) : (
            <>
              <strong className={styles.zoneTitle}>{messages.upload}</strong>
              <span>{messages.dropHere}</span>
              <span className={styles.zoneKinds}>{messages.dropKinds}</span>
            </>
          )}
        </UploadZone>
        <div className={styles.zoneEnd}>
          <p className={kit.quiet}>{steps.startHint}</p>
          <PasteOrStop {...props} />
        </div>
      </section>
    </div>
  )
}
