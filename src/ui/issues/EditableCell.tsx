import { useLayoutEffect, useRef } from 'react'
import { Icon, type IconName } from '../kit/Icon'
import type { EditTools } from './EditContext'
import type { RowKey } from './rowKeys'
import * as styles from './issues.module.css'
import * as kit from '../kit/kit.module.css'
import { useMessages } from '../frame/useMessages'
import type { ColumnMeaning } from '../../domain/sheet/columnMeaning'

interface EditableCellProps {
  readonly tools: EditTools
  readonly row: number
  readonly rowKey: RowKey
  readonly meaning: ColumnMeaning
  /** Text while nobody edits the cell. */
  readonly text: string
  /** The row is not sent because of this cell. */
  readonly isBlamed: boolean
  /** Element with the advice, or with the verdict on the typed text. */
  readonly adviceId: string
}

const marks: Record<'good' | 'bad', IconName> = { good: 'check', bad: 'warning' }

/** The open field. The list keeps its text, so that the field may go out of sight and come back. */
function OpenField({ tools, row, rowKey, meaning, isBlamed, adviceId }: EditableCellProps) {
  const { edit } = useMessages()
  const { editor, kind } = tools
  const { editing, isCellGood, caretRef } = editor
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const field = input.current
    if (!field) return
    // Its row may have been rendered anew, or come back into sight. A user who is elsewhere by now keeps the focus
    // there.
    const { activeElement } = document
    if (activeElement && activeElement !== document.body && !activeElement.matches('[data-cell]')) return
    field.focus({ preventScroll: caretRef.current !== null })
    if (caretRef.current) {
      field.setSelectionRange(...caretRef.current)
      return
    }
    field.select()
    // The verdict on the text stands in the same row.
    field.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }, [caretRef])
  const isGood = isCellGood ?? !isBlamed
  const mark = isGood ? 'good' : 'bad'
  return (
    <span className={styles.editField} data-verdict={isCellGood === null ? undefined : mark}>
      <Icon name={isCellGood === null ? 'edit' : marks[mark]} />
      <input
        ref={input}
        type="text"
        className={`${kit.field} ${styles.editInput}`}
        data-cell={`${rowKey}/${meaning}`}
        aria-label={edit.cell({ column: edit.columnNames[kind][meaning], row: String(row) })}
        aria-invalid={!isGood}
        aria-describedby={adviceId}
        value={editing?.text ?? ''}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => editor.type(event.target.value)}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
          caretRef.current = [selectionStart ?? 0, selectionEnd ?? 0]
        }}
        onKeyDown={(event) => {
          // An input method's own Enter is not meant for the field.
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') editor.enter()
          else if (event.key === 'Escape') editor.discard()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
        onBlur={({ currentTarget }) => {
          // Another window has the focus, perhaps to look up the ID: the field stays open.
          if (document.activeElement !== currentTarget) editor.leave()
        }}
      />
    </span>
  )
}

/** The copied text; undefined for no text and for more than one cell. */
function readSingleCell(copied: string): string | undefined {
  const text = copied.trim()
  return text === '' || /[\t\r\n]/.test(text) ? undefined : text
}

/** A cell that can be edited. It shows text until the user presses it. */
export function EditableCell(props: EditableCellProps) {
  const { tools, row, rowKey, meaning, text, isBlamed, adviceId } = props
  const { edit } = useMessages()
  const { editing, open, openWith } = tools.editor
  const named = { column: edit.columnNames[tools.kind][meaning], row: String(row) }
  if (editing?.key === rowKey && editing.meaning === meaning) return <OpenField {...props} />
  return (
    <button
      type="button"
      className={styles.editCell}
      data-cell={`${rowKey}/${meaning}`}
      data-blamed={isBlamed}
      data-blank={edit.blank}
      title={text}
      aria-label={text === '' ? edit.openBlank(named) : edit.open({ ...named, text })}
      aria-describedby={isBlamed ? adviceId : undefined}
      onClick={() => open(rowKey, meaning)}
      onPaste={(event) => {
        const pasted = readSingleCell(event.clipboardData.getData('text/plain'))
        if (pasted === undefined) return
        event.preventDefault()
        openWith(rowKey, meaning, pasted)
      }}
    >
      {isBlamed && <Icon name="warning" />}
      <bdi className={styles.editText}>{text}</bdi>
    </button>
  )
}
