import { cellOf, cellsOf, findSound, pickSound, putLines, withLine } from '../editSheet'
import type { PlantedLine, Planter } from '../plantedSheet'

const isOwn = (role: string) => role === 'id' || role === 'sku' || role === 'quantity'

/** Cells at the end that hold nothing are left out, as Excel and Outlook write it; in some rows they hold something. */
const shortRows: Planter = {
  name: 'rows without their blank cells at the end',
  keeps: true,
  plant: (sheet, random) => {
    const own = sheet.roles.findLastIndex(isOwn)
    if (own === sheet.roles.length - 1 || sheet.form.type !== 'text') return undefined
    const width = own + 1 + random.below(sheet.roles.length - own - 1)
    const places = findSound(sheet).filter((at, index) => !sheet.lines[at]?.roles && index % 3 < 2)
    return places.reduce((one, at) => {
      const line = one.lines[at] as PlantedLine
      const kept = line.cells.slice(0, width)
      const blanks = random.below(2) === 0 ? [] : line.cells.slice(width).map(() => cellOf(''))
      return withLine(one, at, { ...line, cells: [...kept, ...blanks] })
    }, sheet)
  },
}

/** A delimiter in a text that should have been quoted. */
const cellTooMany: Planter = {
  name: 'a cell too many',
  plant: (sheet, random) => {
    // A blank cell at the end, or one that is left out, would take the cell that is too many, and nothing would
    // show that there is one.
    const isFull = ({ cells, roles = sheet.roles }: PlantedLine) =>
      cells.length >= roles.length && cells.at(-1)?.text !== ''
    const at = pickSound(sheet, random, isFull)
    const line = at === undefined ? undefined : sheet.lines[at]
    if (at === undefined || !line) return undefined
    const order = line.roles ?? sheet.roles
    const texts = order.flatMap((role, place) => (isOwn(role) ? [] : [place]))
    const place = texts[random.below(texts.length)] ?? order.length - 1
    const extra = cellOf(random.pick(['MH', '4040404099', '2 red', '7']))
    return withLine(sheet, at, { ...line, cells: line.cells.toSpliced(place + 1, 0, extra) })
  },
}

const duplicatedRow: Planter = {
  name: 'a row twice',
  plant: (sheet, random) => {
    const at = pickSound(sheet, random)
    const line = at === undefined ? undefined : sheet.lines[at]
    if (at === undefined || !line) return undefined
    const again: PlantedLine = { ...line, leave: 'never' }
    // The first of two equal sub-orders counts; of two equal lines, none.
    return putLines(sheet, at + 1, again)
  },
}

const trailingDelimiter: Planter = {
  name: 'a header that ends with a delimiter',
  keeps: true,
  plant: (sheet) => {
    if (sheet.form.type !== 'text') return undefined
    const at = sheet.lines.findIndex(({ part }) => part === 'header')
    const line = sheet.lines[at] as PlantedLine
    return withLine(sheet, at, { ...line, cells: [...line.cells, ...cellsOf('')] })
  },
}

/** Damage of rows and their cells. */
export const rowPlanters: readonly Planter[] = [shortRows, cellTooMany, duplicatedRow, trailingDelimiter]
