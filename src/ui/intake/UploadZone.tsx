import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react'
import * as styles from './intake.module.css'
import { useMessages } from '../frame/useMessages'

/** Files that spreadsheet programs write: endings, and the types under which systems know them. */
const ACCEPTED = [
  '.csv',
  '.tsv',
  '.txt',
  '.xlsx',
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
].join(',')

interface UploadZoneProps {
  readonly isDisabled: boolean
  /** `zone` invites a first file, `bar` takes another file. */
  readonly shape: 'zone' | 'bar'
  readonly children: ReactNode
  onFile(file: File): void
}

/** Takes a file that the user chooses or drops. The input serves the keyboard, the label around it the mouse. */
export function UploadZone({ isDisabled, shape, children, onFile }: UploadZoneProps) {
  const messages = useMessages()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)

  function takeFiles(files: FileList | null): void {
    const file = files?.[0]
    if (file && !isDisabled) onFile(file)
    // Without this, the browser ignores the same file, chosen again after an edit.
    if (input.current) input.current.value = ''
  }
  function handleDrop(event: DragEvent): void {
    event.preventDefault()
    setIsOver(false)
    takeFiles(event.dataTransfer.files)
  }
  return (
    <label
      htmlFor={id}
      className={shape === 'zone' ? styles.zone : styles.uploadBar}
      data-over={isOver}
      data-disabled={isDisabled}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(!isDisabled)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={handleDrop}
    >
      <input
        ref={input}
        id={id}
        type="file"
        className={styles.fileInput}
        accept={ACCEPTED}
        aria-label={messages.upload}
        disabled={isDisabled}
        onChange={(event) => takeFiles(event.target.files)}
      />
      {children}
    </label>
  )
}
