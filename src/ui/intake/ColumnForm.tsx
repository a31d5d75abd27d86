import { Button } from 'antd'
import { useId, useState } from 'react'
import type { ColumnQuestion } from '../../domain/sheet/sheetReading'
import { useAppDispatch } from '../../store/hooks'
import { answerQuestion } from '../../store/sheet/answerQuestion'
import { countColumns, nameColumn } from './columnNames'
import type { Messages } from '../../texts/messages'
import { PreviewTable } from './PreviewTable'
import * as styles from './intake.module.css'
import * as kit from '../kit/kit.module.css'
import { Checkbox } from '../kit/Checkbox'
import { useMessages } from '../frame/useMessages'
import type { ColumnMap, ColumnMeaning, SheetKind } from '../../domain/sheet/columnMeaning'

/** Nobody looks through a longer list; a sheet may have 16,384 columns. */
const MOST_OPTIONS = 500

type Choice = Partial<Record<ColumnMeaning, number>>

function groupByColumn(choice: Choice, needed: readonly ColumnMeaning[]) {
  const columns = new Map<number, ColumnMeaning[]>()
  for (const meaning of needed) {
    const column = choice[meaning]
    if (column !== undefined) columns.set(column, [...(columns.get(column) ?? []), meaning])
  }
  return columns
}

/** Says what the choice lacks; undefined: it is complete. */
function findFault(choice: Choice, kind: SheetKind, { needed }: ColumnQuestion, messages: Messages) {
  const name = (meaning: ColumnMeaning) => messages.edit.columnNames[kind][meaning]
  const missing = needed.filter((meaning) => choice[meaning] === undefined)
  if (missing.length > 0) return messages.question.missing({ names: messages.and(missing.map(name)) })
  const shared = [...groupByColumn(choice, needed).values()].find((meanings) => meanings.length > 1)
  return shared && messages.question.shared({ names: messages.and(shared.map(name)) })
}

function toColumnMap({ subOrderId, skuId, quantity }: Choice): ColumnMap {
  return {
    subOrderId: subOrderId ?? -1,
    ...(skuId !== undefined && { skuId }),
    ...(quantity !== undefined && { quantity }),
  }
}

interface ColumnSelectProps {
  readonly label: string
  readonly names: readonly string[]
  readonly value: number | undefined
  onChange(column: number | undefined): void
}

function ColumnSelect({ label, names, value, onChange }: ColumnSelectProps) {
  const { question } = useMessages()
  const id = useId()
  return (
    <div className={styles.columnField}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={`${kit.field} ${styles.choice}`}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
      >
        <option value="">{question.choose}</option>
        {names.map((name, column) => (
          // oxlint-disable-next-line react/no-array-index-key -- a column has no other name than its place
          <option key={column} value={column}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Asks for the column of each meaning, beside the first rows of the file. */
export function ColumnForm({ kind, question }: { kind: SheetKind; question: ColumnQuestion }) {
  const messages = useMessages()
  const words = messages.question
  const dispatch = useAppDispatch()
  const [choice, setChoice] = useState<Choice>(question.columns)
  const [isHeaderless, setIsHeaderless] = useState(question.looksHeaderless)
  const faultId = useId()
  const fault = findFault(choice, kind, question, messages)
  const { needed, headerRow } = question
  const names = Array.from({ length: Math.min(countColumns(question), MOST_OPTIONS) }, (_, column) =>
    nameColumn(question, column, isHeaderless, messages),
  )
  function read(): void {
    const header = { row: isHeaderless ? null : headerRow, columns: toColumnMap(choice) }
    void dispatch(answerQuestion(kind, { header }))
  }
  return (
    <>
      <div className={styles.columnFields}>
        {needed.map((meaning) => (
          <ColumnSelect
            key={meaning}
            label={words.column({ name: messages.edit.columnNames[kind][meaning] })}
            names={names}
            value={choice[meaning]}
            onChange={(column) =>
              setChoice(({ [meaning]: _, ...others }) =>
                column === undefined ? others : { ...others, [meaning]: column },
              )
            }
          />
        ))}
      </div>
      <Checkbox isOn={isHeaderless} onChange={setIsHeaderless}>
        {words.isData}
      </Checkbox>
      <PreviewTable {...{ kind, question, isHeaderless }} chosen={groupByColumn(choice, needed)} />
      <div className={styles.questionEnd}>
        <Button
          type="primary"
          size="large"
          data-agree
          disabled={fault !== undefined}
          aria-describedby={faultId}
          onClick={read}
        >
          {words.read}
        </Button>
        <span
          id={faultId}
          aria-live="polite"
          className={styles.questionFault}
          data-fault={fault !== undefined}
        >
          {fault ?? (isHeaderless ? '' : words.remembered)}
        </span>
      </div>
    </>
  )
}
