import { Button } from 'antd'
import type { WorksheetQuestion } from '../../domain/sheet/sheetReading'
import { useAppDispatch, useAppSelector } from '../../store/hooks'
import { selectSlot } from '../../store/selectors'
import { answerQuestion } from '../../store/sheet/answerQuestion'
import { Icon } from '../kit/Icon'
import * as styles from './intake.module.css'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** Asks which of several worksheets to read. */
export function WorksheetChoice({ kind, question }: { kind: SheetKind; question: WorksheetQuestion }) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const fileName = useAppSelector((state) => selectSlot(state, kind).refused?.fileName ?? '')
  const { names } = question
  return (
    <>
      <p>
        <bdi>{messages.question.worksheetText({ fileName, n: names.length })}</bdi>
      </p>
      <ul className={styles.worksheets}>
        {names.map((name) => (
          <li key={name}>
            <Button
              icon={<Icon name="file" />}
              onClick={() => void dispatch(answerQuestion(kind, { worksheet: name }))}
            >
              <bdi>{name}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
