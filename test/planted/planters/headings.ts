import type { Random } from '../../fuzz/random'
import { addLines, belowOf, pickSound, putLines, titleOf } from '../editSheet'
import type { Planter } from '../plantedSheet'

const idNames = ['Sub Order ID', 'Increff Sub Order ID', 'sub_order_id'] as const

/** A title row with the name of the column. */
const titleNamesColumn: Planter = {
  name: 'a title row that names the column',
  plant: (sheet, random) => {
    const name = random.pick(idNames)
    const title = random.pick([
      ['Report', name],
      ['Sorted by', name],
      [name, 'Contains: 12532'],
      [name],
      [`List of ${name}`],
      ['Group', name, 'ascending'],
      [`${name}:`, 'all'],
    ])
    return putLines(sheet, 0, titleOf(...title))
  },
}

const labels: readonly (readonly string[])[] = [
  ['Report', 'Open sub-orders'],
  ['Sorted by', 'Sub Order ID'],
  ['From', '2026-11-01'],
  ['To', '30-11-2026'],
  ['Printed by', 'user7'],
  ['Page', '1'],
  ['Account ID', '4444'],
  ['Date/Time Generated', '24/11/2026 11:13'],
  ['Sub Order ID', 'Contains: 12532'],
  ['SKU ID', 'any'],
  ['Warehouse', 'BLR-2'],
  ['Rows', '2'],
]

const drawLabels = (random: Random) => labels.filter(() => random.below(3) === 0)

const labelsAbove: Planter = {
  name: 'labels and filters above the header',
  plant: (sheet, random) => {
    const drawn = drawLabels(random)
    const lines = (drawn.length > 0 ? drawn : labels.slice(1, 3)).map((texts) => titleOf(...texts))
    return putLines(sheet, 0, ...lines, ...(random.below(2) === 0 ? [titleOf('')] : []))
  },
}

const labelsBelow: Planter = {
  name: 'labels below the list',
  plant: (sheet, random) => {
    const drawn = drawLabels(random).filter(([label]) => !label?.endsWith(' ID'))
    const lines = (drawn.length > 0 ? drawn : labels.slice(4, 6)).map((texts) => belowOf(...texts))
    return addLines(sheet, ...(random.below(2) === 0 ? [belowOf('')] : []), ...lines)
  },
}

const groupHeadings: Planter = {
  name: 'a heading over the headings',
  keeps: true,
  plant: (sheet, random) => {
    const at = sheet.lines.findIndex(({ part }) => part === 'header')
    const groups = sheet.roles.map((_, place) => (place === 0 ? random.pick(['Order', 'Details']) : ''))
    return putLines(sheet, at, titleOf(...groups))
  },
}

const ruleBelow: Planter = {
  name: 'a rule below the header',
  keeps: true,
  plant: (sheet, random) => {
    const at = sheet.lines.findIndex(({ part }) => part === 'header')
    const rule = random.pick(['------------', '====', '---'])
    return putLines(sheet, at + 1, belowOf(...sheet.roles.map(() => rule)))
  },
}

const blankRows: Planter = {
  name: 'blank rows in between',
  keeps: true,
  plant: (sheet, random) => {
    const at = pickSound(sheet, random)
    const blanks = sheet.roles.map(() => random.pick(['', ' ']))
    return at === undefined ? undefined : putLines(sheet, at, belowOf(''), belowOf(...blanks))
  },
}

/** Tables, titles and headers. */
export const headingPlanters: readonly Planter[] = [
  titleNamesColumn,
  labelsAbove,
  labelsBelow,
  groupHeadings,
  ruleBelow,
  blankRows,
]
