import type { Slot } from '../../store/slices/sheetSlice'
import { useMessages } from '../frame/useMessages'
import * as kit from '../kit/kit.module.css'
import * as styles from './intake.module.css'

/** How far the reading of a file is. */
export function ReadingLine({ reading }: { reading: NonNullable<Slot['reading']> }) {
  const messages = useMessages()
  const words = messages.reading({ fileName: reading.fileName })
  return (
    <>
      <strong className={styles.zoneTitle}>
        <bdi>{words}</bdi>
      </strong>
      <progress className={kit.progress} value={reading.share} max={1} aria-label={words} />
    </>
  )
}
