import { useId, useState } from 'react'
import { isBlank, showText } from '../../domain/ids/cleanText'
import type { ColumnQuestion, HeadingOffer } from '../../domain/sheet/sheetReading'
import { ColumnForm } from './ColumnForm'
import * as styles from './intake.module.css'
import * as kit from '../kit/kit.module.css'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** Characters; enough to recognise a row. */
const LONGEST_ROW = 80

function showRow({ preview: [first] }: HeadingOffer): string {
  const shown = (first?.cells ?? []).filter((cell) => !isBlank(cell)).join(', ')
  return showText(shown).slice(0, LONGEST_ROW)
}

/** Asks which of several rows is the header. The likely row is filled in, and each row brings its own columns. */
export function HeadingForm({ kind, question }: { kind: SheetKind; question: ColumnQuestion }) {
  const { offers = [], ...likely } = question
  const { question: words } = useMessages()
  const [row, setRow] = useState(question.headerRow)
  const id = useId()
  const offer = row === likely.headerRow ? likely : offers.find(({ headerRow }) => headerRow === row)
  return (
    <>
      <div className={styles.columnField}>
        <label htmlFor={id}>{words.heading}</label>
        <select
          id={id}
          className={`${kit.field} ${styles.choice}`}
          value={row}
          onChange={({ target }) => setRow(Number(target.value))}
        >
          {offers.map((offered) => (
            <option key={offered.headerRow} value={offered.headerRow}>
              {words.rowAt({ row: String(offered.headerRow), found: showRow(offered) })}
            </option>
          ))}
        </select>
      </div>
      <ColumnForm key={row} kind={kind} question={{ ...likely, ...offer }} />
    </>
  )
}
