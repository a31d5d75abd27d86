import type { Random } from '../../fuzz/random'
import { belowOf, cellsOf, findSound, putLines } from '../editSheet'
import type { PlantedLine, PlantedSheet, Planter } from '../plantedSheet'

/** The sound rows that end a group; the last sound row always does. */
function drawEnds(sheet: PlantedSheet, random: Random): readonly number[] {
  const sound = findSound(sheet).filter((at) => !sheet.lines[at]?.roles)
  return sound.filter((_, index) => index === sound.length - 1 || random.below(4) === 0)
}

/** The number of rows between two places with a value in the column of IDs. */
const countData = ({ lines }: PlantedSheet, from: number, to: number): number =>
  lines.slice(from, to).filter(({ part }) => part === 'data').length

/** The line that a spreadsheet writes below a group of rows: name and word, and the count in the column of IDs. */
function writeCount({ roles, tab }: PlantedSheet, words: string, count: number): PlantedLine {
  const place = roles.findIndex((role) => role !== 'id' && role !== 'quantity' && role !== 'sku')
  const texts = roles.map((role, at) => {
    if (role === 'id') return String(count)
    if (role === 'sku') return words
    if (role === 'quantity') return tab === 'line-items' ? String(count) : ''
    return at === place ? words : ''
  })
  return belowOf(...texts)
}

/** Counts below the groups of a list, and a count below the list. */
const counts: Planter = {
  name: 'counts below groups of rows',
  keeps: true,
  plant: (sheet, random) => {
    const ends = drawEnds(sheet, random)
    const begin = sheet.lines.findIndex(({ part }) => part === 'data')
    if (ends.length === 0) return undefined
    const isNamed = sheet.tab === 'line-items' || random.below(3) > 0
    const word = random.pick(['Count', 'Anzahl', 'Total', 'Conteggio'])
    const nameGroup = (name: string) => (isNamed ? `${name} ${word}` : '')
    const all = writeCount(sheet, nameGroup('Grand'), countData(sheet, begin, sheet.lines.length))
    const added = ends.map((at, index) => {
      const from = index === 0 ? begin : (ends[index - 1] ?? 0) + 1
      return [
        at,
        writeCount(sheet, nameGroup(`Group ${'ABCDEFGHIJ'[index % 10]}`), countData(sheet, from, at + 1)),
      ] as const
    })
    const grouped = added.toReversed().reduce((one, [at, line]) => putLines(one, at + 1, line), sheet)
    return putLines(grouped, (ends.at(-1) ?? 0) + 1 + ends.length, all)
  },
}

/** Page totals between lines, with nothing in the place of an ID. */
const pageTotals: Planter = {
  name: 'page totals in between',
  keeps: true,
  plant: (sheet, random) => {
    const sound = findSound(sheet).filter((at) => !sheet.lines[at]?.roles)
    const at = sound[random.below(Math.max(1, sound.length))]
    if (sheet.tab !== 'line-items' || at === undefined) return undefined
    const words = random.pick(['Page total', 'Carried forward', 'c/f', 'b/f', 'Subtotal', 'Zwischensumme'])
    const sum = sheet.lines.slice(0, at + 1).reduce((before, { truth }) => before + (truth?.quantity ?? 0), 0)
    const texts: Partial<Record<string, string>> = { sku: words, quantity: String(sum) }
    const cells = sheet.roles.map((role) => texts[role] ?? '')
    return putLines(sheet, at + 1, { part: 'below', cells: cellsOf(...cells), leave: 'never' })
  },
}

/** A summary of a column above or below the list, in its columns. */
const summary: Planter = {
  name: 'a summary in the columns of the list',
  plant: (sheet, random) => {
    const place = sheet.roles.findIndex((role) => role === 'city' || role === 'state')
    const rows = countData(sheet, 0, sheet.lines.length)
    if (sheet.tab === 'line-items' || place < 0 || rows < 2) return undefined
    const first = 1 + random.below(rows - 1)
    const written = [first, rows - first].map((count, at) =>
      belowOf(
        ...sheet.roles.map((role, column) => {
          if (role === 'id') return String(count)
          return column === place ? (['PACKED', 'OPEN'][at] ?? '') : ''
        }),
      ),
    )
    const header = sheet.lines.findIndex(({ part }) => part === 'header')
    const own = sheet.lines[header] as PlantedLine
    const heading: PlantedLine = { ...own, part: 'heading' }
    return random.below(2) === 0
      ? putLines(sheet, header + 1, ...written, belowOf(''), heading)
      : putLines(sheet, sheet.lines.length, belowOf(''), ...written)
  },
}

/** Lines that add up or count others. */
export const sumPlanters: readonly Planter[] = [counts, pageTotals, summary]
