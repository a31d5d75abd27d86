import { Button } from 'antd'
import { memo, type RefObject, useMemo, useRef, useState } from 'react'
import { downloadIssues } from '../../store/run/downloadThunks'
import { findEditedRows } from '../../store/sheet/findEditedRows'
import { useAppDispatch } from '../../store/hooks'
import { BulkActions } from './BulkActions'
import { groupIssues, pickIssues } from '../../texts/groupIssues'
import { Icon } from '../kit/Icon'
import { type IssueChoice, IssueFilter } from './IssueFilter'
import { IssueTable } from './IssueTable'
import { EditContext, type EditTools } from './EditContext'
import { EditedTable } from './EditedTable'
import { Notice } from '../kit/Notice'
import type { RowKey } from './rowKeys'
import * as styles from '../screen.module.css'
import { useStickyFocus } from './useStickyFocus'
import { findIssueRows, useRowActions } from './useRowActions'
import { useRowEditor } from './useRowEditor'
import { useMessages } from '../frame/useMessages'
import { useGrowOnly } from './useGrowOnly'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import { useReportWords } from '../frame/useReportWords'

interface IssuesPanelProps {
  readonly id: string
  readonly checked: CheckedSheet
  readonly hasStarted: boolean
  /** Before the first run; afterwards the rows can only be read. */
  readonly canEdit: boolean
  /** An edit is being applied. */
  readonly isBusy: boolean
}

/** A kind of which none is left gives way to the others. */
function useIssueChoice(checked: CheckedSheet) {
  const [wanted, setWanted] = useState<IssueChoice>('all')
  const { issues, sheet } = checked
  const groups = groupIssues(issues)
  const edited = useMemo(() => findEditedRows(sheet.rows), [sheet.rows])
  const isThere =
    wanted === 'all' ? groups.total > 0 : wanted === 'edited' ? edited.length > 0 : groups.counts.has(wanted)
  const choice: IssueChoice = isThere ? wanted : groups.total > 0 ? 'all' : 'edited'
  const shown = useMemo(() => {
    if (choice === 'edited') return { positions: edited, places: edited }
    const places = pickIssues(issues, choice)
    return { places, positions: findIssueRows(checked, places) }
  }, [checked, issues, choice, edited])
  return { groups, edited, choice, shown, choose: setWanted }
}

interface IssueListProps extends IssuesPanelProps {
  readonly title: RefObject<HTMLSpanElement | null>
}

/** The list with its filter and its actions; as high as it once was, however many rows are left. */
function IssueList({ id, checked, canEdit, isBusy, title }: IssueListProps) {
  const messages = useMessages()
  const { kind, rows } = checked.sheet
  const box = useRef<HTMLDivElement>(null)
  const { groups, edited, choice, shown, choose } = useIssueChoice(checked)
  const { positions } = shown
  const list = { name: choice === 'edited' ? 'edited' : 'issues', rows, positions }
  const { put, handleFocus, handleBlur } = useStickyFocus(box, list, () => title.current?.focus())
  const editor = useRowEditor({ id, checked, positions, box, onPlace: put })
  const actions = useRowActions(kind, id)
  useGrowOnly(box)
  const then = (act: (key: RowKey) => void) => (key: RowKey) => {
    act(key)
    put(key, 'first')
  }
  const tools: EditTools = {
    kind,
    editor,
    drop: then(actions.drop),
    split: then(actions.split),
    undo: then(actions.undo),
  }
  const changeAll = (type: 'remove' | 'split') => {
    const [onlyKind] = groups.counts.keys()
    const chosen = choice === 'all' ? onlyKind : choice
    if (chosen !== undefined && chosen !== 'edited') actions.changeAll(type, chosen)
    title.current?.focus()
  }
  const verdict =
    editor.verdict === null
      ? ''
      : editor.verdict === 'good'
        ? messages.mend.good[kind]
        : messages.describeIssue(editor.verdict)
  return (
    <EditContext value={canEdit ? tools : null}>
      <div className={styles.issueTools}>
        <IssueFilter groups={groups} edited={edited.length} choice={choice} onChoose={choose} />
        {canEdit && (
          <BulkActions
            {...{ kind, groups, choice, isBusy, done: actions.done, edited: edited.length }}
            onDrop={() => changeAll('remove')}
            onSplit={() => changeAll('split')}
            onFill={() => {
              actions.fillDown()
              title.current?.focus()
            }}
            onUndoAll={() => {
              actions.undoAll()
              title.current?.focus()
            }}
            onUndo={() => {
              actions.undoDone()
              title.current?.focus()
            }}
          />
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
      {/* There before their texts, or nothing is spoken; two, or what was done is spoken again by each field that is left. */}
      <p className={styles.srOnly} aria-live="polite">
        {verdict}
      </p>
      <p className={styles.srOnly} aria-live="polite">
        {actions.done}
      </p>
    </EditContext>
  )
}

/** The rows that cannot be sent: which, why, and what to do; before the run they are edited here. */
export const IssuesPanel = memo(function IssuesPanel(props: IssuesPanelProps) {
  const { checked, hasStarted } = props
  const messages = useMessages()
  const reportWords = useReportWords()
  const dispatch = useAppDispatch()
  const title = useRef<HTMLSpanElement>(null)
  // Once the run is on, the rows that are sent are what one looks at.
  const [choice, setChoice] = useState<{ isOpen: boolean; hasStarted: boolean } | null>(null)
  const isOpen = choice?.hasStarted === hasStarted ? choice.isOpen : !hasStarted
  const { kind } = checked.sheet
  const { total, dropped } = groupIssues(checked.issues)
  const { issues } = messages
  const isDone = total === 0 && !hasStarted
  const heading = hasStarted
    ? issues.titleStarted(total + dropped)
    : isDone
      ? issues.titleMended
      : issues.title(total)
  return (
    <section className={styles.issues} aria-label={issues.table} data-done={isDone}>
      <Notice
        tone={isDone ? 'info' : 'warning'}
        title={
          <span ref={title} tabIndex={-1} className={styles.panelTitle}>
            {heading}
          </span>
        }
        actions={
          <>
            <Button aria-expanded={isOpen} onClick={() => setChoice({ isOpen: !isOpen, hasStarted })}>
              {isOpen ? issues.hide : issues.show}
            </Button>
            <Button
              icon={<Icon name="download" />}
              disabled={checked.issues.length === 0}
              onClick={() => void dispatch(downloadIssues(kind, reportWords))}
            >
              {issues.download}
            </Button>
          </>
        }
      >
        <p>{hasStarted ? issues.textStarted : isDone ? issues.textMended : issues.text}</p>
      </Notice>
      {isOpen && <IssueList {...props} title={title} />}
    </section>
  )
})
