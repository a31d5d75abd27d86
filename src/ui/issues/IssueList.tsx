import { type RefObject, useRef } from 'react'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import { useMessages } from '../frame/useMessages'
import * as kit from '../kit/kit.module.css'
import { BulkActions } from './BulkActions'
import { EditContext, type EditTools } from './EditContext'
import { EditedTable } from './EditedTable'
import { IssueFilter } from './IssueFilter'
import { IssueTable } from './IssueTable'
import * as styles from './issues.module.css'
import type { RowKey } from './rowKeys'
import { useGrowOnly } from './useGrowOnly'
import { useIssueChoice } from './useIssueChoice'
import { useRowActions } from './useRowActions'
import { useRowEditor } from './useRowEditor'
import { useStickyFocus } from './useStickyFocus'
import { describeVerdict } from './verdict'

interface IssueListProps {
  /** Of the sheet. */
  readonly id: string
  readonly checked: CheckedSheet
  /** Before the first run; afterwards the rows can only be read. */
  readonly canEdit: boolean
  /** An edit is being applied. */
  readonly isBusy: boolean
  readonly title: RefObject<HTMLSpanElement | null>
}

/** The list with its filter and its actions. It keeps its greatest height, however many rows are left. */
export function IssueList({ id, checked, canEdit, isBusy, title }: IssueListProps) {
  const messages = useMessages()
  const { kind, rows } = checked.sheet
  const box = useRef<HTMLDivElement>(null)
  const focusTitle = () => title.current?.focus()
  const { groups, edited, choice, shown, choose } = useIssueChoice(checked)
  const { positions } = shown
  const list = { name: choice === 'edited' ? 'edited' : 'issues', rows, positions }
  const { put, handleFocus, handleBlur } = useStickyFocus(box, list, focusTitle)
  const editor = useRowEditor({ id, checked, positions, box, onPlace: put })
  const actions = useRowActions(kind, id)
  useGrowOnly(box)
  const then = (act: (key: RowKey) => void) => (key: RowKey) => {
    act(key)
    put(key, 'first')
  }
  const { remove, split, undo } = actions
  const tools: EditTools = { kind, editor, remove: then(remove), split: then(split), undo: then(undo) }
  return (
    <EditContext value={canEdit ? tools : null}>
      <div className={styles.issueTools}>
        <IssueFilter {...{ groups, edited, choice }} onChoose={choose} />
        {canEdit && (
          <BulkActions {...{ kind, groups, edited, choice, actions, isBusy }} onDone={focusTitle} />
        )}
      </div>
      <div
        ref={box}
        className={styles.issueList}
        aria-busy={isBusy}
        onFocus={handleFocus}
        onBlur={handleBlur}
      >
        {choice === 'edited' ? (
          <EditedTable {...{ checked, canEdit, positions }} />
        ) : (
          <IssueTable {...{ checked, canEdit, shown }} />
        )}
      </div>
      {/* Regions come before their texts. With a single region, each closed field would speak the last action again. */}
      <p className={kit.srOnly} aria-live="polite">
        {editor.verdict && describeVerdict(editor.verdict, kind, messages)}
      </p>
      <p className={kit.srOnly} aria-live="polite">
        {actions.done}
      </p>
    </EditContext>
  )
}
