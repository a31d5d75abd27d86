import { Button } from 'antd'
import type { ColumnQuestion } from '../../domain/sheet/sheetReading'
import { useAppDispatch } from '../../store/hooks'
import { answerQuestion } from '../../store/sheet/answerQuestion'
import { PreviewTable } from './PreviewTable'
import * as styles from './intake.module.css'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

const ONLY_COLUMN = new Map([[0, ['subOrderId'] as const]])

/** Asks about a list of IDs without a header: are all cells IDs, or is the first one a header? */
export function BareListQuestion({ kind, question }: { kind: SheetKind; question: ColumnQuestion }) {
  const messages = useMessages()
  const words = messages.question
  const dispatch = useAppDispatch()
  const answer = (row: number | null) =>
    void dispatch(answerQuestion(kind, { header: { row, columns: { subOrderId: 0 } } }))
  return (
    <>
      <p>{words.bareText}</p>
      <PreviewTable {...{ kind, question, isHeaderless: true }} chosen={ONLY_COLUMN} />
      <div className={styles.questionEnd}>
        <Button type="primary" size="large" onClick={() => answer(null)}>
          {words.bareRead({ name: messages.edit.columnNames[kind].subOrderId })}
        </Button>
        <Button size="large" onClick={() => answer(question.headerRow)}>
          {words.bareHeader}
        </Button>
      </div>
    </>
  )
}
