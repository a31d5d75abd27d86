import { Button } from 'antd'
import { memo } from 'react'
import type { SheetKind } from '../domain/sheet'
import { downloadSample } from '../store/downloadThunks'
import { useAppDispatch } from '../store/hooks'
import type { Desk } from '../store/sheetSlice'
import { loadFile, removeSheet } from '../store/sheetThunks'
import { Icon } from './Icon'
import * as styles from './screen.module.css'
import { UploadZone } from './UploadZone'
import { useMessages } from './useMessages'

interface SheetIntakeProps {
  readonly kind: SheetKind
  readonly desk: Desk
  /** While the sheet's run goes on, no other may take its place. */
  readonly isBusy: boolean
}

function SampleButton({ kind, type }: { kind: SheetKind; type: 'default' | 'text' }) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  return (
    <Button type={type} icon={<Icon name="download" />} onClick={() => void dispatch(downloadSample(kind))}>
      {messages.downloadSample}
    </Button>
  )
}

/** The two steps to a sheet, while there is none. */
function EmptyIntake({ kind, desk }: SheetIntakeProps) {
  const { steps, ...messages } = useMessages()
  const dispatch = useAppDispatch()
  return (
    <div className={styles.steps}>
      <section className={styles.step} data-step="1">
        <h2 className={styles.stepTitle}>{steps.sampleTitle}</h2>
        <p>{steps.sampleText[kind]}</p>
        <p className={styles.quiet}>{steps.excelHint}</p>
        <SampleButton kind={kind} type="default" />
      </section>
      <section className={styles.step} data-step="2">
        <h2 className={styles.stepTitle}>{steps.uploadTitle}</h2>
        <UploadZone
          shape="zone"
          isDisabled={desk.reading !== null}
          onFile={(file) => void dispatch(loadFile(kind, file))}
        >
          <Icon name="upload" />
          {desk.reading ? (
            <ReadingLine fileName={desk.reading.fileName} share={desk.reading.share} />
          ) : (
            <>
              <strong className={styles.zoneTitle}>{messages.upload}</strong>
              <span>{messages.dropHere}</span>
            </>
          )}
        </UploadZone>
        <p className={styles.quiet}>{steps.startHint}</p>
      </section>
    </div>
  )
}

function ReadingLine({ fileName, share }: { fileName: string; share: number }) {
  const messages = useMessages()
  return (
    <>
      <strong className={styles.zoneTitle}>{messages.reading(fileName)}</strong>
      <progress className={styles.progress} value={share} max={1} aria-label={messages.reading(fileName)} />
    </>
  )
}

/** The sheet that is loaded, in one line, with the way to another one. */
function LoadedIntake({ kind, desk, isBusy }: SheetIntakeProps) {
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
      <div className={styles.actions}>
        <SampleButton kind={kind} type="text" />
        <UploadZone
          shape="bar"
          isDisabled={isBusy || desk.reading !== null}
          onFile={(file) => void dispatch(loadFile(kind, file))}
        >
          <Icon name="upload" />
          {desk.reading ? messages.reading(desk.reading.fileName) : messages.upload}
        </UploadZone>
      </div>
    </div>
  )
}

/** How a sheet comes to the screen. Nothing here changes with an outcome. */
export const SheetIntake = memo(function SheetIntake(props: SheetIntakeProps) {
  return props.desk.sheet ? <LoadedIntake {...props} /> : <EmptyIntake {...props} />
})
