import { damage, pickRole } from '../damage'
import { cellOf } from '../editSheet'
import type { Planter } from '../plantedSheet'

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

/** Characters that Excel and clipboards add around an ID without a loss. */
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

/** Texts instead of a value, or around it. */
export const fillerPlanters: readonly Planter[] = [
  fillerId,
  fillerSku,
  fillerElsewhere,
  badQuantity,
  escapedReturn,
  dressing,
]
