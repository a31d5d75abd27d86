import { memo, useRef } from 'react'
import { EmptyIntake } from './EmptyIntake'
import * as styles from './intake.module.css'
import type { SheetIntakeProps } from './intakeProps'
import { LoadedIntake } from './LoadedIntake'
import { PasteBox } from './PasteBox'
import { usePaste } from './usePaste'
import { usePasteBox } from './usePasteBox'

/** Takes a sheet: chosen, dropped or pasted. Memo: outcomes change nothing here. */
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
