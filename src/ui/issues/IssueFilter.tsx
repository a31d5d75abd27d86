import type { IssueGroups, IssueKind } from '../../texts/groupIssues'
import * as kit from '../kit/kit.module.css'
import { useMessages } from '../frame/useMessages'

/** What the list shows: all issues, those of one kind, or what was edited and dropped. */
export type IssueChoice = IssueKind | 'all' | 'edited'

interface IssueFilterProps {
  readonly groups: IssueGroups
  readonly edited: number
  readonly choice: IssueChoice
  onChoose(choice: IssueChoice): void
}

/** The kinds of issues with their counts, each of them a filter. */
export function IssueFilter({ groups, edited, choice, onChoose }: IssueFilterProps) {
  const { issues, mend, number } = useMessages()
  const kinds = [...groups.counts]
  const chips: (readonly [IssueChoice, string, number])[] = [
    ...(groups.total > 0 ? [['all', issues.all, groups.total] as const] : []),
    ...kinds.map(([kind, count]) => [kind, issues.kinds[kind], count] as const),
    ...(edited > 0 ? [['edited', mend.group, edited] as const] : []),
  ]
  return (
    <div role="group" aria-label={issues.filter} className={kit.chips}>
      {chips.map(([chip, label, count]) => (
        <button
          key={chip}
          type="button"
          className={kit.chip}
          aria-pressed={choice === chip}
          onClick={() => onChoose(chip)}
        >
          <span>{label}</span> <span className={kit.chipCount}>{number(count)}</span>
        </button>
      ))}
    </div>
  )
}
