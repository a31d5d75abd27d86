import { useMemo, useState } from 'react'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import { findEditedRows } from '../../store/sheet/findEditedRows'
import { groupIssues, type IssueGroups, type IssueKind, pickIssues } from '../../texts/groupIssues'
import { findIssueRows } from './useRowActions'

/** Filter of the list: all issues, those of one kind, or the rows that were edited and removed. */
export type IssueChoice = IssueKind | 'all' | 'edited'

function hasRows(choice: IssueChoice, groups: IssueGroups, edited: number): boolean {
  if (choice === 'edited') return edited > 0
  return choice === 'all' ? groups.total > 0 : groups.counts.has(choice)
}

/** A choice that has no rows left gives way to the other ones. */
function settleChoice(wanted: IssueChoice, groups: IssueGroups, edited: number): IssueChoice {
  if (hasRows(wanted, groups, edited)) return wanted
  return groups.total > 0 ? 'all' : 'edited'
}

/** The kind that an action on all shown rows is about: of a single kind, `all` means that kind. */
export function findChosenKind(
  choice: IssueChoice,
  { counts }: IssueGroups,
): Exclude<IssueChoice, 'all'> | undefined {
  if (choice !== 'all') return choice
  const [onlyKind] = counts.size === 1 ? counts.keys() : []
  return onlyKind
}

export function useIssueChoice(checked: CheckedSheet) {
  const [wanted, setWanted] = useState<IssueChoice>('all')
  const { issues, sheet } = checked
  const groups = groupIssues(issues)
  const edited = useMemo(() => findEditedRows(sheet.rows), [sheet.rows])
  const choice = settleChoice(wanted, groups, edited.length)
  const shown = useMemo(() => {
    if (choice === 'edited') return { positions: edited, places: edited }
    const places = pickIssues(issues, choice)
    return { places, positions: findIssueRows(checked, places) }
  }, [checked, issues, choice, edited])
  return { groups, edited: edited.length, choice, shown, choose: setWanted }
}
