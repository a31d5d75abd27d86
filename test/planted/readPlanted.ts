import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { ReadChoice, ReadQuestion, ReadResult } from '../../src/domain/sheet/sheetReading'
import { readAndCheck } from '../../src/reading/readAndCheck'
import type { PlantedCell, PlantedLine, PlantedSheet } from './plantedSheet'
import { writeSheet } from './writeSheet'
import type { ColumnMap, SheetKind } from '../../src/domain/sheet/columnMeaning'

/** How a question was answered before the sheet was read. */
export interface Reading {
  readonly answered: 'nothing' | 'as prefilled' | 'as a person points'
  readonly read: ReadResult
}

/** Nobody is asked more often. */
const MOST_QUESTIONS = 4

type Answer = (question: ReadQuestion) => ReadChoice | undefined

/** A yes to whatever the screen has filled in; undefined where something is left to choose. */
const sayYes: Answer = (question) => {
  if (question.type !== 'columns') return undefined
  const { needed, columns, headerRow, looksHeaderless, preview } = question
  // The user answers "These are IDs": with a single column there is no choice.
  const isBare =
    looksHeaderless &&
    needed.length === 1 &&
    preview.every(({ cells }) => cells.slice(1).join('').trim() === '')
  const known = isBare ? { subOrderId: 0 } : columns
  if (needed.some((meaning) => known[meaning] === undefined)) return undefined
  return { header: { row: looksHeaderless ? null : headerRow, columns: known as ColumnMap } }
}

/** The columns that a person would choose, in the row that the screen takes for the header. */
function pointAt({ roles: usual, names, lines: all, tab, readAs, layout }: PlantedSheet): Answer {
  const isOwnName = ({ text }: PlantedCell) => text === names[usual.indexOf('id')]
  const readIdText = ({ cells, roles = usual }: PlantedLine) => cells[roles.indexOf('id')]?.text ?? ''
  return (question) => {
    if (question.type !== 'columns' || tab !== readAs || layout !== 'table') return undefined
    const offered = all[question.headerRow - 1]
    const roles = offered?.roles ?? usual
    // No row of the list shows an ID, and another table is offered: there is nothing to point at.
    const isForeign = offered?.part === 'heading' && !offered.roles && !offered.cells.some(isOwnName)
    if (isForeign && all.every((line) => line.part !== 'data' || readIdText(line) === '')) return undefined
    const subOrderId = roles.indexOf('id')
    const lines = { skuId: roles.indexOf('sku'), quantity: roles.indexOf('quantity') }
    const columns: ColumnMap = tab === 'sub-orders' ? { subOrderId } : { subOrderId, ...lines }
    return { header: { row: question.looksHeaderless ? null : question.headerRow, columns } }
  }
}

/** Answers questions until the sheet is read or refused, or no answer is known. */
async function readWith(
  file: File,
  kind: SheetKind,
  answer: Answer,
  choices: readonly ReadChoice[] = [],
): Promise<ReadResult> {
  const limits = { kind, maxRows: 100_000, maxBytes: 10_000_000 }
  const choice: ReadChoice = Object.assign({}, ...choices)
  const request = choices.length > 0 ? { ...limits, choice } : limits
  const read = await readAndCheck(file, request, neverYield, () => undefined)
  const question = 'question' in read ? read.question : undefined
  const next = question && choices.length < MOST_QUESTIONS ? answer(question) : undefined
  return next ? readWith(file, kind, answer, [...choices, next]) : read
}

/** Reads a sheet as the screen does: at first as it comes, and again with each answer that somebody may give. */
export async function readPlanted(sheet: PlantedSheet): Promise<readonly Reading[]> {
  const name = sheet.form.type === 'text' ? 'orders.csv' : 'orders.xlsx'
  const file = new File([writeSheet(sheet) as BlobPart], name)
  const read = await readWith(file, sheet.readAs, () => undefined)
  const readings: Reading[] = [{ answered: 'nothing', read }]
  if (!('question' in read)) return readings
  const answers = [
    ['as prefilled', sayYes],
    ['as a person points', pointAt(sheet)],
  ] as const
  for (const [answered, answer] of answers)
    readings.push({ answered, read: await readWith(file, sheet.readAs, answer) })
  return readings
}
