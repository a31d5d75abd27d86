import { useEffect, useRef } from 'react'
import { isBlank } from '../../domain/ids/cleanText'
import type { ColumnQuestion, ReadQuestion } from '../../domain/sheet/sheetReading'
import { BareListQuestion } from './BareListQuestion'
import { ColumnForm } from './ColumnForm'
import { HeadingForm } from './HeadingForm'
import { mayTakeFocus } from '../focus/pageFocus'
import * as kit from '../kit/kit.module.css'
import * as styles from './intake.module.css'
import { useMessages } from '../frame/useMessages'
import { WholeQuestion } from './WholeQuestion'
import { WorksheetChoice } from './WorksheetChoice'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

interface QuestionPanelProps {
  readonly kind: SheetKind
  readonly question: ReadQuestion
  /** Two columns claim the same meaning; false: a column is missing. */
  readonly isDoubled: boolean
}

/** Whether the file is a single column of IDs: there is nothing to choose. */
function isBareList(kind: SheetKind, { looksHeaderless, preview, doubt }: ColumnQuestion): boolean {
  return (
    kind === 'sub-orders' &&
    doubt === undefined &&
    looksHeaderless &&
    preview.every(({ cells }) => cells.slice(1).every(isBlank))
  )
}

/** Asks the question that the user must answer before a file can be read. Takes the focus when it appears. */
export function QuestionPanel({ kind, question, isDoubled }: QuestionPanelProps) {
  const messages = useMessages()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!mayTakeFocus(title.current)) return
    // The form is filled in: one key agrees.
    const agrees = question.type === 'columns' && question.doubt === 'heading'
    const button = agrees
      ? title.current?.parentElement?.querySelector<HTMLElement>('[data-agree]:enabled')
      : null
    ;(button ?? title.current)?.focus()
  }, [question])
  function describe() {
    const words = messages.question
    if (question.type === 'worksheet')
      return { text: words.worksheetTitle[kind], form: <WorksheetChoice kind={kind} question={question} /> }
    if (question.type === 'whole') return { text: words.wholeTitle, form: <WholeQuestion kind={kind} /> }
    if (isBareList(kind, question))
      return { text: words.bareTitle, form: <BareListQuestion kind={kind} question={question} /> }
    // Another file is another question: choices for the file before do not hold.
    const key = `${question.signature} ${question.headerRow}`
    const Form = question.offers ? HeadingForm : ColumnForm
    const cause = isDoubled ? 'doubled' : 'missing'
    return {
      text: words.columnsTitle[question.doubt === 'heading' ? 'heading' : cause],
      form: <Form key={key} kind={kind} question={question} />,
    }
  }
  const { text, form } = describe()
  return (
    <section className={`${kit.card} ${styles.questionCard}`} aria-label={text}>
      <h2 ref={title} tabIndex={-1} className={styles.questionTitle}>
        {text}
      </h2>
      {form}
    </section>
  )
}
