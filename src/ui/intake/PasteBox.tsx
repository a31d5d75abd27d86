import { Button } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import * as kit from '../kit/kit.module.css'
import * as styles from './intake.module.css'
import { useMessages } from '../frame/useMessages'

interface PasteBoxProps {
  /** The clipboard could be read, and held no text. */
  readonly wasEmpty: boolean
  onRead(text: string): void
  onClose(): void
}

/** Takes pasted cells where the browser does not let us read the clipboard. */
export function PasteBox({ wasEmpty, onRead, onClose }: PasteBoxProps) {
  const { paste, close } = useMessages()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [isEmpty, setIsEmpty] = useState(true)
  useEffect(() => area.current?.focus(), [])
  return (
    <div className={styles.pasteBox}>
      <label htmlFor={id}>{paste.title}</label>
      <p id={`${id}-hint`} className={kit.quiet} role={wasEmpty ? 'alert' : undefined}>
        {wasEmpty ? paste.nothing : paste.text}
      </p>
      {/* Uncontrolled: the user may paste a hundred thousand rows. */}
      <textarea
        ref={area}
        id={id}
        rows={5}
        className={`${kit.field} ${styles.pasteArea}`}
        aria-describedby={`${id}-hint`}
        spellCheck={false}
        autoComplete="off"
        onInput={({ currentTarget }) => setIsEmpty(!/\S/.test(currentTarget.value))}
        onKeyDown={(event) => {
          // An input method's own Escape ends only its choice.
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
        }}
      />
      <div className={kit.actions}>
        <Button type="primary" disabled={isEmpty} onClick={() => onRead(area.current?.value ?? '')}>
          {paste.read}
        </Button>
        <Button onClick={onClose}>{close}</Button>
      </div>
    </div>
  )
}
