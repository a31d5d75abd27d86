import { Button } from 'antd'
import { canDropAll, type IssueGroups } from '../../texts/groupIssues'
import type { IssueChoice } from './IssueFilter'
import * as kit from '../kit/kit.module.css'
import * as styles from './issues.module.css'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

interface BulkActionsProps {
  readonly kind: SheetKind
  readonly groups: IssueGroups
  readonly edited: number
  readonly choice: IssueChoice
  /** What was done last, and can be taken back. */
  readonly done: string | null
  readonly isBusy: boolean
  onDrop(): void
  onSplit(): void
  onFill(): void
  onUndoAll(): void
  onUndo(): void
}

/** One action for all rows of the chosen kind, with what it does said; and the way back from what was done last. */
export function BulkActions(props: BulkActionsProps) {
  const { kind, groups, edited, choice, done, isBusy, onDrop, onSplit, onFill, onUndoAll, onUndo } = props
  const { mend } = useMessages()
  // Of a single kind, "all" is the same.
  const [onlyKind] = groups.counts.size === 1 ? groups.counts.keys() : []
  const chosen = choice === 'all' ? onlyKind : choice
  function renderAction() {
    if (chosen === 'edited')
      return (
        <>
          <Button onClick={onUndoAll}>{mend.undoAll(edited)}</Button>
          <span className={kit.quiet}>{mend.undoAllText}</span>
        </>
      )
    const below = groups.counts.get('id-above') ?? 0
    if (below > 0 && (choice === 'all' || choice === 'id-above'))
      return (
        <>
          <Button onClick={onFill}>{mend.fillAll(below)}</Button>
          {chosen === 'id-above' && <Button onClick={onDrop}>{mend.dropAll(chosen, below)}</Button>}
          <span className={kit.quiet}>{mend.fillAllText}</span>
        </>
      )
    if (chosen === undefined || !canDropAll(chosen)) {
      const isOpen = chosen === undefined && groups.counts.size > 1
      return isOpen && done === null && <span className={kit.quiet}>{mend.choose}</span>
    }
    const count = groups.counts.get(chosen) ?? 0
    const canSplit = chosen === 'several-ids' && kind === 'sub-orders'
    return (
      <>
        {canSplit && <Button onClick={onSplit}>{mend.splitAll(count)}</Button>}
        <Button onClick={onDrop}>{mend.dropAll(chosen, count)}</Button>
        <span className={kit.quiet}>{canSplit ? mend.splitAllText : mend.dropAllText(chosen, kind)}</span>
      </>
    )
  }
  return (
    <div className={styles.bulk}>
      <div className={styles.bulkAction}>{renderAction()}</div>
      <div className={styles.bulkDone}>
        {isBusy ? (
          <span className={kit.late}>{mend.busy}</span>
        ) : (
          done !== null && (
            <>
              <span>{done}</span>
              <button type="button" className={kit.textLink} onClick={onUndo}>
                {mend.undo}
              </button>
            </>
          )
        )}
      </div>
    </div>
  )
}
