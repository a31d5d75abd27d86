import { createRandom, type Random } from '../fuzz/random'
import { nameColumn } from '../support/workbook'
import { drawForm } from './drawForm'
import { drawHeader } from './drawHeader'
import { cellOf, cellsOf, titleOf } from './editSheet'
import type { PlantedCell, PlantedLine, PlantedSheet, Role, Truth } from './plantedSheet'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

const pad = (number: number, length: number) => String(number).padStart(length, '0')

/** Each numbers the sub-orders of a file, none of them ending as a rounded number does. */
const idShapes: readonly [(at: number) => string, ...((at: number) => string)[]] = [
  (at) => String(1_253_231_242 + at * 10),
  (at) => `OD1234567890${pad(12_345_677 + at * 10, 8)}`,
  (at) => `SO-2026-${pad(12 + at, 5)}`,
  (at) => `00${pad(1_234_567 + at * 10, 8)}`,
  (at) => `2102195680298${pad(95_041 + at * 10, 5)}_${1 + (at % 3)}`,
  (at) => `12532312420${pad(10_017 + at * 10, 5)}`,
  (at) => `FN${pad(9_871 + at * 10, 8)}-A1`,
  // A month in front makes no date of it.
  (at) => `JUN-26${pad(12 + at, 5)}`,
]

const skuShapes: readonly [(at: number) => string, ...((at: number) => string)[]] = [
  (at) => `AB-${pad(112 + at, 4)}`,
  (at) => String(8_647_326_934 + at),
  (at) => `SKU ${12 + at}/7 red`,
  (at) => `TSHIRT_${101 + at}_XL`,
  (at) => `${['MARBLE', 'JANE', 'DECOR', 'SEPIA'][at % 4]}-${1 + Math.floor(at / 4)}`,
]

const cities = ['Pune', 'Agra', 'Navi Mumbai', 'Köln', 'São Paulo', 'Kochi'] as const

type Fill = (at: number, random: Random) => PlantedCell

const fills: Readonly<Record<Exclude<Role, 'id' | 'sku' | 'quantity'>, Fill>> = {
  // The first two have letters beyond ASCII: else Windows-1252 would be UTF-8.
  city: (at, random) => cellOf(at < 2 ? (cities[3 + at] ?? '') : random.pick(cities)),
  date: (at) => {
    const day = 1 + (at % 28)
    return cellOf(`2026-11-${pad(day, 2)}`, { written: { value: 46_326 + day, format: 'yyyy-mm-dd' } })
  },
  phone: (at, random) => cellOf(`${random.below(4) === 0 ? '+91 ' : ''}${9_820_012_345 + at * 17}`),
  channel: (at) => cellOf(String(4_040_404_041 + at * 3)),
  amount: (at, random) => cellOf(random.below(3) === 0 ? `1,${pad(199 + at, 3)}.00` : String(499 + at)),
  name: (at, random) => cellOf(`${random.pick(['Asha', 'Ravi', 'Meera'])} ${'KLM'[at % 3]}.`),
  item: (at, random) =>
    cellOf(random.pick(['Box', 'Plain set', 'Tube, blue', `Size ${at}`, 'Pipe 20"', '"Super" box'])),
  // Quoted lines that have as many commas as a row.
  address: (at, random) =>
    cellOf(random.below(2) === 0 ? `Flat ${at}, MG Road\nPune, 411001` : `${at}, Park Street`),
  state: (_, random) => cellOf(random.pick(['PACKED', 'CREATED', 'ON HOLD'])),
}

/** How often each sub-order comes, over so many rows; of whole sub-orders once each. */
function shareRows(rows: number, random: Random, isWhole: boolean): readonly number[] {
  const owners: number[] = []
  for (let owner = 0; owners.length < rows; owner += 1) {
    const lines = isWhole || random.below(5) < 2 ? 1 : 2 + random.below(2)
    for (let line = 0; line < lines && owners.length < rows; line += 1) owners.push(owner)
  }
  return owners
}

const isPlainNumber = (text: string) => /^[1-9]\d{0,14}$/.test(text)

/** A workbook holds numbers as numbers, or all cells as texts; formats add leading zeros. */
function writeAs(cell: PlantedCell, isNumeric: boolean): PlantedCell {
  if (cell.written !== undefined || !isNumeric) return cell
  if (isPlainNumber(cell.text)) return { ...cell, written: Number(cell.text) }
  if (!/^0\d{1,14}$/.test(cell.text)) return cell
  return { ...cell, written: { value: Number(cell.text), format: '0'.repeat(cell.text.length) } }
}

/**
 * A good sheet, the same for the same seed.
 *
 * @param rows how many the list has; with fewer, those that are left are the same
 */
export function drawSheet(seed: number, rows: number): PlantedSheet {
  const random = createRandom(seed)
  const tab = random.pick<SheetKind>(['sub-orders', 'line-items'])
  const createId = random.pick(idShapes)
  const createSku = random.pick(skuShapes)
  const { roles, names } = drawHeader(tab, random)
  const drawn = drawForm(roles, random)
  const isNumeric = random.below(2) === 0
  const titles = drawTitles(random)
  const form = mergeTitle(drawn, titles, roles.length)
  const owners = shareRows(rows, createRandom(seed + 1), tab === 'sub-orders')
  const lines = owners.map((owner, at): PlantedLine => {
    const own = createRandom(seed * 1009 + at)
    const quantity = 1 + own.below(4)
    const truth: Truth =
      tab === 'sub-orders' ? { id: createId(owner) } : { id: createId(owner), sku: createSku(at), quantity }
    const cells = roles.map((role): PlantedCell => {
      if (role === 'id') return writeAs(cellOf(truth.id), isNumeric)
      if (role === 'sku') return writeAs(cellOf(createSku(at)), isNumeric)
      if (role === 'quantity') return cellOf(String(quantity), { written: quantity })
      return writeAs(fills[role](at, own), isNumeric)
    })
    return { part: 'data', cells, truth, leave: 'send' }
  })
  const header: PlantedLine = { part: 'header', cells: cellsOf(...names), leave: 'never' }
  return {
    tab,
    readAs: tab,
    roles,
    names,
    lines: [...titles, header, ...lines],
    form,
    layout: 'table',
    isLoose: false,
    edits: [],
  }
}

function drawTitles(random: Random): readonly PlantedLine[] {
  if (random.below(4) > 0) return []
  const title = random.pick(['Open sub-orders', 'Export of 24.11.2026', 'Table 1', '# open, by city'])
  return random.below(2) === 0 ? [titleOf(title)] : [titleOf(title), titleOf('')]
}

/** Merges the title over the whole table, as people do. */
function mergeTitle(form: PlantedSheet['form'], titles: readonly PlantedLine[], width: number) {
  if (form.type === 'text' || titles.length === 0 || width < 2) return form
  return { ...form, merged: [`A1:${nameColumn(width - 1)}1`] }
}
