import { Button } from 'antd'
import { memo, type Ref, useRef } from 'react'
import { downloadSample } from '../../store/run/downloadThunks'
import { useAppDispatch } from '../../store/hooks'
import type { Slot } from '../../store/slices/sheetSlice'
import { loadFile, stopReading } from '../../store/sheet/loadFile'
import { removeSheet } from '../../store/sheet/slotThunks'
import { Icon } from '../kit/Icon'
import { PasteBox } from './PasteBox'
import * as styles from '../screen.module.css'
import { UploadZone } from './UploadZone'
import { useMessages } from '../frame/useMessages'
import { usePaste } from './usePaste'
import { usePasteBox } from './usePasteBox'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

interface SheetIntakeProps {
  readonly kind: SheetKind
  readonly slot: Slot
  /** While the sheet's run goes on, no other may take its place. */
  readonly isBusy: boolean
}

interface IntakeProps extends SheetIntakeProps {
  readonly pasteButton: Ref<HTMLButtonElement>
  onPaste(): void
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

/** Pasting; while a file is being read, in its place the way to stop that. */
function PasteOrStop({ kind, slot, isBusy, pasteButton, onPaste }: IntakeProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  if (slot.reading)
    return (
      // Most files are read before anybody could press it: then it never shows.
      <Button className={styles.late ?? ''} onClick={() => dispatch(stopReading(kind))}>
        {messages.stopReading}
      </Button>
    )
  return (
    <Button ref={pasteButton} icon={<Icon name="paste" />} disabled={isBusy} onClick={onPaste}>
      {messages.paste.button}
    </Button>
  )
}

function ReadingLine({ reading }: { reading: NonNullable<Slot['reading']> }) {
  const messages = useMessages()
  const words = messages.reading(reading.fileName)
  return (
    <>
      <strong className={styles.zoneTitle}>
        <bdi>{words}</bdi>
      </strong>
      <progress className={styles.progress} value={reading.share} max={1} aria-label={words} />
    </>
  )
}

/** The two steps to a sheet, while there is none. */
function EmptyIntake(props: IntakeProps) {
  const { kind, slot } = props
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
          <p className={styles.quiet}>{steps.startHint}</p>
          <PasteOrStop {...props} />
        </div>
      </section>
    </div>
  )
}

/** The sheet that is loaded, in one line, with the way to another one. */
function LoadedIntake(props: IntakeProps) {
  const { kind, slot, isBusy } = props
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const fileName = slot.sheet?.checked.sheet.fileName ?? ''
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

/** How a sheet comes to the screen: chosen, dropped or pasted. Nothing here changes with an outcome. */
export const SheetIntake = memo(function SheetIntake(props: SheetIntakeProps) {
  const { kind, slot, isBusy } = props
  const place = useRef<HTMLDivElement>(null)
  const pasteButton = useRef<HTMLButtonElement>(null)
  const { box, load, ask, close } = usePasteBox(kind)
  const isOff = isBusy || slot.reading !== null
  usePaste(place, isOff, load)
  const intake = { ...props, pasteButton, onPaste: ask }
  return (
    <div ref={place} className={styles.intake}>
      {slot.sheet ? <LoadedIntake {...intake} /> : <EmptyIntake {...intake} />}
      {box && !isOff && (
        <PasteBox
          wasEmpty={box.wasEmpty}
          onRead={load}
          onClose={() => {
            close()
            pasteButton.current?.focus()
          }}
        />
      )}
    </div>
  )
})
