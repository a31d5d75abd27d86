import { Button } from 'antd'
import { useId } from 'react'
import {
  type Caution,
  type CautionCode,
  type CautionDecision,
  countCautionRows,
  isOpen,
} from '../../domain/sheet/caution'
import { useAppDispatch } from '../../store/hooks'
import { queueEdit } from '../../store/sheet/queueEdit'
import { CautionTable } from './CautionTable'
import type { Messages } from '../../texts/messages'
import { Notice } from '../kit/Notice'
import * as styles from './cautions.module.css'
import { useMessages } from '../frame/useMessages'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

interface CautionGroupProps {
  readonly id: string
  readonly code: CautionCode
  /** The cautions of this kind, by decision. */
  readonly cautions: readonly Caution[]
  readonly checked: CheckedSheet
  readonly canDecide: boolean
  readonly isBusy: boolean
}

/** How many rows are sent, are left out, and still need a decision. */
function describeState(cautions: readonly Caution[], { cautions: words }: Messages): string {
  const counts = { open: 0, send: 0, 'leave-out': 0, leftAlready: 0 }
  for (const { decision, positions, open } of cautions) {
    if (decision) counts[decision] += positions.length
    else {
      counts.open += open
      counts.leftAlready += positions.length - open
    }
  }
  const names = ['open', 'send', 'leave-out', 'leftAlready'] as const
  const said = names.flatMap((name) => (counts[name] > 0 ? [words.state[name]({ n: counts[name] })] : []))
  return said.join(' · ')
}

/** The decision about all rows of a kind; undefined: there is none, or the rows have different decisions. */
function findDecision(cautions: readonly Caution[]): CautionDecision | undefined {
  const [first, ...others] = cautions
  return others.length === 0 ? first?.decision : undefined
}

/** One kind of oddness: its description, the decision so far, two buttons to decide, and the rows. */
export function CautionGroup({ id, code, cautions, checked, canDecide, isBusy }: CautionGroupProps) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const titleId = useId()
  const { cautions: words } = messages
  const { kind } = checked.sheet
  const isAsking = canDecide && cautions.some(isOpen)
  const total = countCautionRows(cautions)
  const title = words.title[code]({ n: total })
  const decisions = [
    ['send', code === 'HIDDEN_ROW' ? words.cancelToo : words.send],
    ['leave-out', words.leaveOut],
  ] as const
  // The decision is about the rows as they are at its turn: a field that this very click left may have changed a row.
  const decide = (decision: CautionDecision) =>
    void dispatch(queueEdit(kind, id, (now) => ({ type: 'decide', code, decision, cautions: now.cautions })))
  const buttons = (
    <span role="group" aria-labelledby={titleId} className={styles.decisions}>
      {decisions.map(([decision, label]) => (
        <Button
          key={decision}
          className={styles.decision ?? ''}
          aria-pressed={findDecision(cautions) === decision}
          onClick={() => decide(decision)}
        >
          {label}
        </Button>
      ))}
    </span>
  )
  return (
    <section className={styles.caution} data-open={isAsking} aria-labelledby={titleId} aria-busy={isBusy}>
      <Notice
        tone={isAsking ? 'warning' : 'info'}
        title={<span id={titleId}>{title}</span>}
        actions={canDecide && buttons}
      >
        <p>{words.text[code]}</p>
        <p className={styles.cautionState} aria-live="polite">
          {describeState(cautions, messages)}
        </p>
      </Notice>
      {canDecide && <CautionTable {...{ title, cautions, checked }} />}
    </section>
  )
}
