import { readColumn } from '../parts/reference'

/** A cell of which more may come. */
export interface OpenCell {
  /** From 0. */
  readonly column: number
  readonly row: number
  type: string
  readonly style: string
  /** Its own text where it has one, whatever stands beside that; else its value. */
  value: string
  formula: string
  isFormula: boolean
  /** Two values stand in it, and nobody knows which one counts. */
  isTwofold: boolean
  /** Where a text belongs that comes now. */
  target: 'value' | 'formula' | undefined
  hasValue: boolean
  /** It has a text of its own, and so many parts of it are no runs. */
  hasText: boolean
  texts: number
}

/** @param next where it stands if it has no name */
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
  // The text counts, also where the value stands before it.
  if (cell.hasValue) cell.value = ''
  cell.hasText = true
}

/** Begins a piece of a cell's own text. */
export function openText(cell: OpenCell, isRun: boolean): void {
  cell.texts += isRun ? 0 : 1
  // Programs differ in whether they join the two or take one.
  if (cell.texts > 1) cell.isTwofold = true
}

/** Ends a cell: all its parts are there. */
export function closeCell(cell: OpenCell): void {
  if (!cell.hasText) return
  if (cell.hasValue && cell.type.toLowerCase() !== 'inlinestr') cell.isTwofold = true
  cell.type = 'inlineStr'
}
