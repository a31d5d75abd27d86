import type { Random } from '../../fuzz/random'
import { addLines, belowOf, cellsOf, pickSound, putLines } from '../editSheet'
import type { PlantedLine, PlantedSheet, Planter, Role } from '../plantedSheet'

type Heads = readonly (readonly string[])[]

const knownHeads: Heads = [
  ['SKU ID', 'Stock'],
  ['SKU', 'Qty on hand'],
  ['Order ID', 'Amount'],
  ['Phone', 'Customer Name'],
  ['Channel Order ID', 'Status'],
  ['Product ID', 'Warehouse'],
]

const otherHeads: Heads = [
  ['Artikel', 'Bestand'],
  ['Producto', 'Existencias'],
  ['Item', 'Left'],
  ['Vendor', 'Code'],
]

/** Another list below: as wide as it has to be for its numbers to stand in the column of the IDs. */
function putTable(sheet: PlantedSheet, random: Random, heads: Heads): PlantedSheet {
  const place = sheet.roles.indexOf('id')
  const width = random.below(2) === 0 ? sheet.roles.length : Math.max(2, place + 1)
  const [first = '', second = ''] = heads[random.below(heads.length)] ?? []
  const beside = place === 0 ? 1 : 0
  const fillTo = (text: string, at: number) => {
    if (at === place) return first
    return at === beside ? second : text
  }
  const columns = Array.from({ length: width }, (_, at) => at)
  const header = columns.map((at) => fillTo(`Column ${'ABCDEFGHIJKLMN'[at]}`, at))
  const rows = Array.from({ length: 1 + random.below(3) }, (_, row) =>
    belowOf(...columns.map((at) => (at === place ? String(8_647_326_931 + row) : String(3 + row)))),
  )
  const heading: PlantedLine = { part: 'heading', cells: cellsOf(...header), leave: 'never' }
  return addLines(sheet, ...(random.below(3) > 0 ? [belowOf('')] : []), heading, ...rows)
}

const secondTable: Planter = {
  name: 'a second table below',
  plant: (sheet, random) => putTable(sheet, random, knownHeads),
}

const foreignTable: Planter = {
  name: 'a second table below, in other words',
  plant: (sheet, random) => putTable(sheet, random, otherHeads),
}

const headingOf = ({ names, roles }: PlantedSheet, order: readonly Role[]): PlantedLine => ({
  part: 'heading',
  ...(order !== roles && { roles: order }),
  cells: cellsOf(...order.map((role) => names[roles.indexOf(role)] ?? '')),
  leave: 'never',
})

const repeatedHeader: Planter = {
  name: 'the header once more',
  keeps: true,
  plant: (sheet, random) => {
    const at = pickSound(sheet, random)
    if (at === undefined) return undefined
    return putLines(sheet, at, headingOf(sheet, sheet.lines[at]?.roles ?? sheet.roles))
  },
}

/** From some row on the columns stand in another order, below a header that says so. */
const joinedFile: Planter = {
  name: 'a joined file with its columns in another order',
  plant: (sheet, random) => {
    const { roles, lines } = sheet
    const from = pickSound(sheet, random, (line) => line.roles === undefined)
    if (roles.length < 2 || from === undefined) return undefined
    const shift = 1 + random.below(roles.length - 1)
    const turn = <Item>(items: readonly Item[]) => [...items.slice(shift), ...items.slice(0, shift)]
    const order = turn(roles)
    const isMeant = ({ part, cells, roles: own }: PlantedLine) =>
      (part === 'data' || part === 'heading') && own === undefined && cells.length === roles.length
    const turned = lines.map((line, at) =>
      at >= from && isMeant(line) ? { ...line, cells: turn(line.cells), roles: order } : line,
    )
    return putLines({ ...sheet, lines: turned }, from, headingOf(sheet, order))
  },
}

/** Other tables, and headers below the first. */
export const tablePlanters: readonly Planter[] = [secondTable, foreignTable, repeatedHeader, joinedFile]
