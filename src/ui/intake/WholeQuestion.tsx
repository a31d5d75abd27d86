import { Button } from 'antd'
import { useAppDispatch } from '../../store/hooks'
import { answerQuestion } from '../../store/sheet/answerQuestion'
import * as styles from './intake.module.css'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** Asks whether a file of line items shall be read as whole sub-orders all the same. */
export function WholeQuestion({ kind }: { kind: SheetKind }) {
  const { question } = useMessages()
  const dispatch = useAppDispatch()
  return (
    <>
      <p>{question.wholeText}</p>
      <div className={styles.questionEnd}>
        <Button size="large" onClick={() => void dispatch(answerQuestion(kind, { isWhole: true }))}>
          {question.whole}
        </Button>
      </div>
    </>
  )
}
