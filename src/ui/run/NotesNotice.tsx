import { Button } from 'antd'
import { useAppDispatch } from '../../store/hooks'
import { askColumnsAgain } from '../../store/sheet/answerQuestion'
import * as kit from '../kit/kit.module.css'
import * as styles from './run.module.css'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { SheetNote } from '../../domain/sheet/sheetNote'
import { describeNote } from '../../texts/describeNote'

interface NotesNoticeProps {
  readonly kind: SheetKind
  readonly notes: readonly SheetNote[]
  /** The file cannot be read again at the moment. */
  readonly isLocked: boolean
}

/** Changes that reading made to the text of a file. */
export function NotesNotice({ kind, notes, isLocked }: NotesNoticeProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const isChosen = notes.some(({ code }) => code === 'REMEMBERED_COLUMNS' || code === 'REMEMBERED_WHOLE')
  const isQuiet = notes.every(({ code }) => code === 'WINDOWS_1252')
  const describe = (note: SheetNote) => describeNote(note, messages)
  return (
    <>
      {/* Only the encoding was unusual: the user may want to know, but need not act. */}
      {isQuiet && <p className={styles.quietNote}>{notes.map(describe)}</p>}
      {!isQuiet && (
        <div role="note" aria-label={messages.notes.name} className={`${kit.bar} ${styles.sheetNotes}`}>
          <ul>
            {notes.map((note) => (
              <li key={note.code}>
                <bdi>{describe(note)}</bdi>
              </li>
            ))}
          </ul>
          {isChosen && (
            <Button disabled={isLocked} onClick={() => void dispatch(askColumnsAgain(kind))}>
              {messages.notes.chooseAgain}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
