import type { Random } from '../fuzz/random'
import type { PlantedCell, PlantedLine, PlantedSheet, Role } from './plantedSheet'

export const cellOf = (text: string, more: Omit<PlantedCell, 'text'> = {}): PlantedCell => ({ text, ...more })

export const cellsOf = (...texts: readonly string[]): readonly PlantedCell[] =>
  texts.map((text) => cellOf(text))

export const titleOf = (...texts: readonly string[]): PlantedLine => ({
  part: 'title',
  cells: cellsOf(...texts),
  leave: 'never',
})

export const belowOf = (...texts: readonly string[]): PlantedLine => ({
  part: 'below',
  cells: cellsOf(...texts),
  leave: 'never',
})

export const isBlankLine = ({ cells }: PlantedLine): boolean => cells.every(({ text }) => text.trim() === '')

/** Rows that nothing has been done to, by their place. */
export function findSound({ lines }: PlantedSheet): readonly number[] {
  return lines.flatMap(({ part, leave, truth }, at) =>
    part === 'data' && leave === 'send' && truth ? [at] : [],
  )
}

/** Picks an item; undefined: there is none. */
export function pickSound(
  sheet: PlantedSheet,
  random: Random,
  isMeant: (line: PlantedLine) => boolean = () => true,
): number | undefined {
  const found = findSound(sheet).filter((at) => isMeant(sheet.lines[at] as PlantedLine))
  return found.length === 0 ? undefined : found[random.below(found.length)]
}

export function withLine(sheet: PlantedSheet, at: number, line: PlantedLine): PlantedSheet {
  return { ...sheet, lines: sheet.lines.with(at, line) }
}

/** The cell in a column of a row. */
export function readCell(sheet: PlantedSheet, at: number, role: Role): PlantedCell {
  const line = sheet.lines[at]
  return line?.cells[(line.roles ?? sheet.roles).indexOf(role)] ?? cellOf('')
}

/** Replaces a cell of a row; `more` replaces other properties of the row. */
export function withCell(
  sheet: PlantedSheet,
  at: number,
  role: Role,
  cell: PlantedCell,
  more: Partial<PlantedLine> = {},
): PlantedSheet {
  const line = sheet.lines[at] as PlantedLine
  const cells = line.cells.with((line.roles ?? sheet.roles).indexOf(role), cell)
  return withLine(sheet, at, { ...line, cells, ...more })
}

export function putLines(sheet: PlantedSheet, at: number, ...lines: readonly PlantedLine[]): PlantedSheet {
  return { ...sheet, lines: sheet.lines.toSpliced(at, 0, ...lines) }
}

export const addLines = (sheet: PlantedSheet, ...lines: readonly PlantedLine[]): PlantedSheet =>
  putLines(sheet, sheet.lines.length, ...lines)

/** How many rows speak of this sub-order. */
export const countLinesOf = ({ lines }: PlantedSheet, id: string): number =>
  lines.filter(({ truth }) => truth?.id === id).length
