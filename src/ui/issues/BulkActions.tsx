import { Button } from 'antd'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import { canRemoveAll, type IssueGroups, type IssueKind } from '../../texts/groupIssues'
import { useMessages } from '../frame/useMessages'
import * as kit from '../kit/kit.module.css'
import * as styles from './issues.module.css'
import { findChosenKind, type IssueChoice } from './useIssueChoice'
import type { RowActions } from './useRowActions'
import { describeRemoval, nameRemoval } from '../../texts/describeRemoval'

interface BulkActionsProps {
  readonly kind: SheetKind
  readonly groups: IssueGroups
  /** Rows that were edited or removed. */
  readonly edited: number
  readonly choice: IssueChoice
  readonly actions: RowActions
  readonly isBusy: boolean
  /** The pressed button may be gone. */
  onDone(): void
}

function UndoAll({ edited, actions, onDone }: BulkActionsProps) {
  const { edit } = useMessages()
  function undoAll(): void {
    actions.undoAll()
    onDone()
  }
  return (
    <>
      <Button onClick={undoAll}>{edit.undoAll({ n: edited })}</Button>
      <span className={kit.quiet}>{edit.undoAllText}</span>
    </>
  )
}

interface OfKindProps extends BulkActionsProps {
  readonly issueKind: IssueKind
}

function RemoveAll({ groups, issueKind, actions, onDone }: OfKindProps) {
  const messages = useMessages()
  function removeAll(): void {
    actions.changeAll('remove', issueKind)
    onDone()
  }
  return (
    <Button onClick={removeAll}>{nameRemoval(issueKind, groups.counts.get(issueKind) ?? 0, messages)}</Button>
  )
}

/** Gives rows without an ID the ID above them; `issueKind` only where they are the only rows shown. */
function FillAll({ issueKind, ...props }: BulkActionsProps & { issueKind: IssueKind | undefined }) {
  const { edit } = useMessages()
  const { groups, actions, onDone } = props
  function fillAll(): void {
    actions.fillDown()
    onDone()
  }
  return (
    <>
      <Button onClick={fillAll}>{edit.fillAll({ n: groups.counts.get('id-above') ?? 0 })}</Button>
      {issueKind === 'id-above' && <RemoveAll {...props} issueKind={issueKind} />}
      <span className={kit.quiet}>{edit.fillAllText}</span>
    </>
  )
}

function SplitOrRemoveAll(props: OfKindProps) {
  const messages = useMessages()
  const { edit } = messages
  const { kind, groups, issueKind, actions, onDone } = props
  const canSplit = issueKind === 'several-ids' && kind === 'sub-orders'
  function splitAll(): void {
    actions.changeAll('split', issueKind)
    onDone()
  }
  return (
    <>
      {canSplit && (
        <Button onClick={splitAll}>{edit.splitAll({ n: groups.counts.get(issueKind) ?? 0 })}</Button>
      )}
      <RemoveAll {...props} />
      <span className={kit.quiet}>
        {canSplit ? edit.splitAllText : describeRemoval(issueKind, kind, messages)}
      </span>
    </>
  )
}

/** The action for all rows of the chosen kind, with an explanation. */
function KindAction(props: BulkActionsProps) {
  const { edit } = useMessages()
  const { groups, choice, actions } = props
  const chosen = findChosenKind(choice, groups)
  if (chosen === 'edited') return <UndoAll {...props} />
  const canFill = groups.counts.has('id-above') && (choice === 'all' || choice === 'id-above')
  if (canFill) return <FillAll {...props} issueKind={chosen} />
  if (chosen !== undefined && canRemoveAll(chosen)) return <SplitOrRemoveAll {...props} issueKind={chosen} />
  const isOpen = chosen === undefined && groups.counts.size > 1
  return isOpen && actions.done === null && <span className={kit.quiet}>{edit.choose}</span>
}

function LastAction({ actions, onDone }: BulkActionsProps) {
  const { edit } = useMessages()
  function undo(): void {
    actions.undoDone()
    onDone()
  }
  return (
    <>
      <span>{actions.done}</span>
      <button type="button" className={kit.textLink} onClick={undo}>
        {edit.undo}
      </button>
    </>
  )
}

/** Actions on all shown rows, and the way back from the last action. */
export function BulkActions(props: BulkActionsProps) {
  const { edit } = useMessages()
  const { actions, isBusy } = props
  return (
    <div className={styles.bulk}>
      <div className={styles.bulkAction}>
        <KindAction {...props} />
      </div>
      <div className={styles.bulkDone}>
        {isBusy && <span className={kit.late}>{edit.busy}</span>}
        {!isBusy && actions.done !== null && <LastAction {...props} />}
      </div>
    </div>
  )
}
