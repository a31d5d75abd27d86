import { useId } from 'react'
import { showText } from '../../domain/ids/cleanText'
import type { ColumnQuestion } from '../../domain/sheet/sheetReading'
import { countColumns, writeLetters } from './columnNames'
import { Icon } from '../kit/Icon'
import * as kit from '../kit/kit.module.css'
import * as styles from './intake.module.css'
import { useMessages } from '../frame/useMessages'
import type { ColumnMeaning, SheetKind } from '../../domain/sheet/columnMeaning'

const boxClass = `${kit.scrollBox} ${styles.previewBox}`

/** Enough to tell columns apart; a sheet may have 16,384. */
const MOST_COLUMNS = 40

interface PreviewTableProps {
  readonly kind: SheetKind
  readonly question: ColumnQuestion
  /** Meanings of the chosen columns. */
  readonly chosen: ReadonlyMap<number, readonly ColumnMeaning[]>
  readonly isHeaderless: boolean
}

/** @param names of the meanings that the column was chosen for */
function ColumnHead({ column, names }: { column: number; names: readonly string[] }) {
  return (
    <th scope="col" data-chosen={names.length > 0}>
      <span className={styles.previewLetters}>{writeLetters(column)}</span>
      {names.length > 0 && (
        <span className={styles.previewMeaning}>
          <Icon name="check" /> {names.join(', ')}
        </span>
      )}
    </th>
  )
}

/** The first rows of the file, as a spreadsheet shows them, with the chosen columns marked. */
export function PreviewTable({ kind, question, chosen, isHeaderless }: PreviewTableProps) {
  const messages = useMessages()
  const words = messages.question
  const nameOf = (meaning: ColumnMeaning) => messages.edit.columnNames[kind][meaning]
  const hintId = useId()
  const width = countColumns(question)
  const first = Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, column) => column)
  const further = [...chosen.keys()].filter((column) => column >= MOST_COLUMNS).sort((a, b) => a - b)
  const columns = [...first, ...further]
  const hidden = width - columns.length
  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard can scroll it */}
      <div className={boxClass} role="group" aria-label={words.preview} tabIndex={0}>
        <table className={styles.preview} aria-label={words.preview}>
          <thead>
            <tr>
              <th scope="col" className={styles.previewRow}>
                {words.row}
              </th>
              {columns.map((column) => (
                <ColumnHead key={column} column={column} names={(chosen.get(column) ?? []).map(nameOf)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {question.preview.map(({ row, cells }, index) => (
              <tr key={row} data-header={index === 0 && !isHeaderless}>
                <th scope="row" className={styles.previewRow}>
                  {row}
                  {index === 0 && !isHeaderless && <span className={kit.srOnly}> {words.header}</span>}
                </th>
                {columns.map((column) => (
                  <td key={column} data-chosen={chosen.has(column)} title={showText(cells[column] ?? '')}>
                    <bdi>{showText(cells[column] ?? '').slice(0, 200)}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && (
        <p id={hintId} className={kit.quiet}>
          {words.more({ n: hidden })}
        </p>
      )}
    </div>
  )
}
