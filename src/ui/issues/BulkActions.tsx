import { Button } from 'antd'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import { canDropAll, type IssueGroups, type IssueKind } from '../../texts/groupIssues'
import { useMessages } from '../frame/useMessages'
import * as kit from '../kit/kit.module.css'
import * as styles from './issues.module.css'
import { findChosenKind, type IssueChoice } from './useIssueChoice'
import type { RowActions } from './useRowActions'
import { describeRemoval, nameRemoval } from '../../texts/describeRemoval'

interface BulkActionsProps {
  readonly kind: SheetKind
  readonly groups: IssueGroups
  /** Rows that were edited or dropped. */
  readonly edited: number
  readonly choice: IssueChoice
  readonly actions: RowActions
  readonly isBusy: boolean
  /** The pressed button may be gone. */
  onDone(): void
}

function UndoAll({ edited, actions, onDone }: BulkActionsProps) {
  const { mend } = useMessages()
  function undoAll(): void {
    actions.undoAll()
    onDone()
  }
  return (
    <>
      <Button onClick={undoAll}>{mend.undoAll({ n: edited })}</Button>
      <span className={kit.quiet}>{mend.undoAllText}</span>
    </>
  )
}

interface OfKindProps extends BulkActionsProps {
  readonly issueKind: IssueKind
}

function DropAll({ groups, issueKind, actions, onDone }: OfKindProps) {
  const messages = useMessages()
  function dropAll(): void {
    actions.changeAll('remove', issueKind)
    onDone()
  }
  return (
    <Button onClick={dropAll}>{nameRemoval(issueKind, groups.counts.get(issueKind) ?? 0, messages)}</Button>
  )
}

/** Gives rows without an ID the ID above them; `issueKind` only where they are the only rows shown. */
function FillAll({ issueKind, ...props }: BulkActionsProps & { issueKind: IssueKind | undefined }) {
  const { mend } = useMessages()
  const { groups, actions, onDone } = props
  function fillAll(): void {
    actions.fillDown()
    onDone()
  }
  return (
    <>
      <Button onClick={fillAll}>{mend.fillAll({ n: groups.counts.get('id-above') ?? 0 })}</Button>
      {issueKind === 'id-above' && <DropAll {...props} issueKind={issueKind} />}
      <span className={kit.quiet}>{mend.fillAllText}</span>
    </>
  )
}

function SplitOrDropAll(props: OfKindProps) {
  const messages = useMessages()
  const { mend } = messages
  const { kind, groups, issueKind, actions, onDone } = props
  const canSplit = issueKind === 'several-ids' && kind === 'sub-orders'
  function splitAll(): void {
    actions.changeAll('split', issueKind)
    onDone()
  }
  return (
    <>
      {canSplit && (
        <Button onClick={splitAll}>{mend.splitAll({ n: groups.counts.get(issueKind) ?? 0 })}</Button>
      )}
      <DropAll {...props} />
      <span className={kit.quiet}>
        {canSplit ? mend.splitAllText : describeRemoval(issueKind, kind, messages)}
      </span>
    </>
  )
}

/** The action for all rows of the chosen kind, with an explanation. */
function KindAction(props: BulkActionsProps) {
  const { mend } = useMessages()
  const { groups, choice, actions } = props
  const chosen = findChosenKind(choice, groups)
  if (chosen === 'edited') return <UndoAll {...props} />
  const canFill = groups.counts.has('id-above') && (choice === 'all' || choice === 'id-above')
  if (canFill) return <FillAll {...props} issueKind={chosen} />
  if (chosen !== undefined && canDropAll(chosen)) return <SplitOrDropAll {...props} issueKind={chosen} />
  const isOpen = chosen === undefined && groups.counts.size > 1
  return isOpen && actions.done === null && <span className={kit.quiet}>{mend.choose}</span>
}

function LastAction({ actions, onDone }: BulkActionsProps) {
  const { mend } = useMessages()
  function undo(): void {
    actions.undoDone()
    onDone()
  }
  return (
    <>
      <span>{actions.done}</span>
      <button type="button" className={kit.textLink} onClick={undo}>
        {mend.undo}
      </button>
    </>
  )
}

/** Actions on all shown rows, and the way back from the last action. */
export function BulkActions(props: BulkActionsProps) {
  const { mend } = useMessages()
  const { actions, isBusy } = props
  return (
    <div className={styles.bulk}>
      <div className={styles.bulkAction}>
        <KindAction {...props} />
      </div>
      <div className={styles.bulkDone}>
        {isBusy && <span className={kit.late}>{mend.busy}</span>}
        {!isBusy && actions.done !== null && <LastAction {...props} />}
      </div>
    </div>
  )
}
