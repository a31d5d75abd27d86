import * as kit from '../kit/kit.module.css'
import type { IssueGroups } from '../../texts/groupIssues'
import { useMessages } from '../frame/useMessages'
import type { IssueChoice } from './useIssueChoice'

interface IssueFilterProps {
  readonly groups: IssueGroups
  /** Rows that were edited or removed. */
  readonly edited: number
  readonly choice: IssueChoice
  onChoose(choice: IssueChoice): void
}

/** The kinds of issues with their counts, each of them a filter. */
export function IssueFilter({ groups, edited, choice, onChoose }: IssueFilterProps) {
  const { issues, edit, number } = useMessages()
  const kinds = [...groups.counts]
  const chips: (readonly [IssueChoice, string, number])[] = [
    ...(groups.total > 0 ? [['all', issues.all, groups.total] as const] : []),
    ...kinds.map(([kind, count]) => [kind, issues.kinds[kind], count] as const),
    ...(edited > 0 ? [['edited', edit.group, edited] as const] : []),
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
