import type { Random } from '../../fuzz/random'
import {
  cellOf,
  countLinesOf,
  type PlantedCell,
  type PlantedLine,
  type PlantedSheet,
  type Planter,
  pickSound,
  readCell,
  type Role,
  withCell,
} from '../plantedSheet'

/** Nothing of the row tells which sub-order it was: a person cannot say so either. */
const LOST: Partial<PlantedLine> = { leave: 'never' }

/** Damages one cell of one row. An ID is damaged where its sub-order has no other line: what holds together is known by it. */
function damage(
  sheet: PlantedSheet,
  random: Random,
  role: Role,
  create: (text: string) => PlantedCell | undefined,
  leave: 'look' | 'never' | 'send' = 'never',
): PlantedSheet | undefined {
  if (!sheet.roles.includes(role)) return undefined
  const at = pickSound(
    sheet,
    random,
    ({ truth }) => role !== 'id' || leave === 'send' || countLinesOf(sheet, truth?.id ?? '') === 1,
  )
  if (at === undefined) return undefined
  const cell = create(readCell(sheet, at, role).text)
  if (!cell) return undefined
  const { truth } = sheet.lines[at] as PlantedLine
  if (leave === 'send') return withCell(sheet, at, role, cell)
  // What the cell says now is what would be sent of it.
  if (leave === 'look' && truth)
    return withCell(sheet, at, role, cell, { leave, truth: { ...truth, [role]: cell.text } })
  if (role !== 'id') return withCell(sheet, at, role, cell, LOST)
  const { truth: _, ...rest } = sheet.lines[at] as PlantedLine
  return withCell({ ...sheet, lines: sheet.lines.with(at, rest) }, at, role, cell, LOST)
}

const pickRole = ({ roles }: PlantedSheet, random: Random): Role =>
  roles.includes('sku') && random.below(2) === 0 ? 'sku' : 'id'

const scientificCell: Planter = {
  name: 'a scientific cell',
  plant: (sheet, random) => {
    const texts = ['1.25323E+09', '1,25323E+09', '1.2E+17', '2.1e+17', '5E+12', '1.25323E9']
    const numbers = [1_253_230_000, 2.1e17, 5e12, 1_253_000_000] as const
    return damage(sheet, random, pickRole(sheet, random), () => {
      if (sheet.form.type === 'text') return cellOf(texts[random.below(texts.length)] ?? '')
      const value = random.pick(numbers)
      const text = value.toExponential(3).replace('e', 'E')
      return cellOf(text, { written: { value, raw: text, format: random.pick(['0.00E+00', '0.E+00']) } })
    })
  },
}

const dateOfId: Planter = {
  name: 'a date made of an ID',
  plant: (sheet, random) => {
    if (sheet.form.type === 'workbook')
      return damage(sheet, random, 'id', () => {
        const format = random.pick(['yyyy-mm-dd', 'd-mmm', 'mmm-yy', 'dd/mm/yyyy'])
        return cellOf('46143', { written: { value: 46_143, format } })
      })
    const text = random.pick(['12-Jan', '2-Sep', '01-May', '1-Mrz', '2-Mai', '5-Oct-26', 'Jan-12'])
    return damage(sheet, random, 'id', () => cellOf(text), 'look')
  },
}

const dateOfSku: Planter = {
  name: 'a date made of a SKU',
  plant: (sheet, random) => {
    if (sheet.form.type === 'workbook')
      return damage(sheet, random, 'sku', () =>
        cellOf('46143', { written: { value: 46_143, format: random.pick(['yyyy-mm-dd', 'd-mmm']) } }),
      )
    const text = random.pick(['12-Jan', '2-Sep', '1-May'])
    return damage(sheet, random, 'sku', () => cellOf(text), 'look')
  },
}

const roundedId: Planter = {
  name: 'an ID of 16 digits that was rounded',
  plant: (sheet, random) => {
    const text = random.pick(['1253231242000010', '125323124200000000', '1253231242123400'])
    if (sheet.form.type === 'workbook')
      return damage(sheet, random, 'id', () => cellOf(text, { written: Number(text) }))
    return damage(sheet, random, 'id', () => cellOf(text), 'look')
  },
}

const FILLERS = ['NULL', '\\N', 'nan', 'None', '#N/A', '(null)', 'undefined', '-', 'n/a'] as const

const fillerId: Planter = {
  name: 'a filler for an ID',
  plant: (sheet, random) => damage(sheet, random, 'id', () => cellOf(random.pick(FILLERS))),
}

const fillerSku: Planter = {
  name: 'a filler for a SKU',
  plant: (sheet, random) => {
    const text = random.pick(FILLERS)
    return damage(sheet, random, 'sku', () => cellOf(text), 'look')
  },
}

const fillerElsewhere: Planter = {
  name: 'a filler in a column that does not count',
  keeps: true,
  plant: (sheet, random) => {
    const extra = sheet.roles.filter((role) => role !== 'id' && role !== 'sku' && role !== 'quantity')
    const role = extra[random.below(extra.length)]
    return role && damage(sheet, random, role, () => cellOf(random.pick(FILLERS)), 'send')
  },
}

const badQuantity: Planter = {
  name: 'a quantity that is none',
  plant: (sheet, random) => {
    const texts = ['1.5', '1,000', '1.000', '0', '-1', '2 pcs', 'two', '', '1/2'] as const
    return damage(sheet, random, 'quantity', () => cellOf(random.pick(texts)))
  },
}

const escapedReturn: Planter = {
  name: 'an escaped carriage return left in',
  plant: (sheet, random) =>
    damage(sheet, random, pickRole(sheet, random), (text) => cellOf(`${text}_x000D_`), 'send'),
}

const decimals: Planter = {
  name: 'decimals that a format hides',
  plant: (sheet, random) => {
    if (sheet.form.type === 'text') return undefined
    const written = { value: 1_253_231_242.4, format: '0' }
    return damage(sheet, random, pickRole(sheet, random), () => cellOf('1253231242', { written }))
  },
}

/** What Excel and clipboards put around an ID; nothing is lost. */
const dressing: Planter = {
  name: 'marks and dressings around an ID',
  keeps: true,
  plant: (sheet, random) =>
    damage(
      sheet,
      random,
      'id',
      (text) => {
        const dressed = [
          `\u00a0${text}`,
          `${text}  `,
          `  ${text}`,
          ...(/^\d+$/.test(text) ? [`'${text}`] : []),
        ]
        if (sheet.form.type === 'text' && sheet.form.encoding !== 'windows-1252')
          dressed.push(`\u200b${text}`, `${text}\ufeff`)
        return cellOf(dressed[random.below(dressed.length)] ?? text)
      },
      'send',
    ),
}

/** What one cell holds. */
export const cellPlanters: readonly Planter[] = [
  scientificCell,
  dateOfId,
  dateOfSku,
  roundedId,
  fillerId,
  fillerSku,
  fillerElsewhere,
  badQuantity,
  escapedReturn,
  decimals,
  dressing,
]
