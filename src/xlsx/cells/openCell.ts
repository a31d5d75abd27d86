import { readColumn } from '../parts/reference'

/** A cell that is not read to its end. */
export interface OpenCell {
  /** From 0. */
  readonly column: number
  readonly row: number
  type: string
  readonly style: string
  /** The text inside the cell if there is one, or else its value. */
  value: string
  formula: string
  isFormula: boolean
  /** The cell holds two values, and nobody knows which of them counts. */
  isTwofold: boolean
  /** The field that takes the next text. */
  target: 'value' | 'formula' | undefined
  hasValue: boolean
  /** The cell holds a text of its own. */
  hasText: boolean
  /** Parts of that text that are no runs. */
  texts: number
}

/** @param next the column of a cell without a reference */
export function openCell(
  { r, t = 'n', s = '' }: Readonly<Record<string, string>>,
  row: number,
  next: number,
): OpenCell {
  return {
    column: r === undefined ? next : readColumn(r, row, next),
    row,
    type: t,
    style: s,
    value: '',
    formula: '',
    isFormula: false,
    isTwofold: false,
    target: undefined,
    hasValue: false,
    hasText: false,
    texts: 0,
  }
}

/** Begins a part of a cell: its value, its own text or its formula. */
export function openPart(cell: OpenCell, name: 'v' | 'is' | 'f'): void {
  if (name === 'f') {
    cell.isFormula = true
    cell.target = 'formula'
    return
  }
  cell.target = 'value'
  if (name === 'v') openValue(cell)
  else openOwnText(cell)
}

function openValue(cell: OpenCell): void {
  if (cell.hasValue) cell.value += ' '
  cell.isTwofold ||= cell.hasValue
  cell.hasValue = true
  if (cell.hasText) cell.target = undefined
}

function openOwnText(cell: OpenCell): void {
  cell.isTwofold ||= cell.hasText
  // The text counts, even if a value stands before it.
  if (cell.hasValue) cell.value = ''
  cell.hasText = true
}

/** Begins a part of a cell's own text. */
export function openText(cell: OpenCell, isRun: boolean): void {
  cell.texts += isRun ? 0 : 1
  // Programs differ in whether they join the two or take one.
  if (cell.texts > 1) cell.isTwofold = true
}

/** Ends a cell. */
export function closeCell(cell: OpenCell): void {
  if (!cell.hasText) return
  if (cell.hasValue && cell.type.toLowerCase() !== 'inlinestr') cell.isTwofold = true
  cell.type = 'inlineStr'
}
