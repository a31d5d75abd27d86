import { Button } from 'antd'
import { useState } from 'react'
import { showFileName } from '../../domain/ids/cleanText'
import type { WorksheetQuestion } from '../../domain/sheet/sheetReading'
import { readChosen } from '../../store/sheet/chosenFiles'
import { useAppDispatch } from '../../store/hooks'
import { answerQuestion } from '../../store/sheet/sheetThunks'
import { Icon } from '../kit/Icon'
import * as styles from './intake.module.css'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** Several worksheets hold something: the one that is pressed is read. */
export function WorksheetChoice({ kind, question }: { kind: SheetKind; question: WorksheetQuestion }) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const [fileName] = useState(() => showFileName(dispatch(readChosen(kind))?.file.name ?? ''))
  const { names } = question
  return (
    <>
      <p>
        <bdi>{messages.question.worksheetText(fileName, names.length)}</bdi>
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
