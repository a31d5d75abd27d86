import { useId, useState } from 'react'
import { isBlank, showText } from '../../domain/ids/cleanText'
import type { ColumnQuestion, HeadingOffer } from '../../domain/sheet/sheetReading'
import { ColumnForm } from './ColumnForm'
import * as styles from './intake.module.css'
import * as kit from '../kit/kit.module.css'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** Characters; enough to know a row by. */
const LONGEST_ROW = 80

function showRow({ preview: [first] }: HeadingOffer): string {
  const shown = (first?.cells ?? []).filter((cell) => !isBlank(cell)).join(', ')
  return showText(shown).slice(0, LONGEST_ROW)
}

/** Several rows may head the table: the likely one is filled in, and each brings its own columns along. */
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
          className={`${kit.field} ${styles.select}`}
          value={row}
          onChange={({ target }) => setRow(Number(target.value))}
        >
          {offers.map((one) => (
            <option key={one.headerRow} value={one.headerRow}>
              {words.rowAt({ row: String(one.headerRow), found: showRow(one) })}
            </option>
          ))}
        </select>
      </div>
      <ColumnForm key={row} kind={kind} question={{ ...likely, ...offer }} />
    </>
  )
}
