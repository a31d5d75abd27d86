import { damage, pickRole } from '../damage'
import { cellOf } from '../editSheet'
import type { Planter } from '../plantedSheet'

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
    const texts = ['1253231242000010', '125323124200000000', '1253231242123400']
    // Among IDs of the same length it may end in 0 by chance.
    const lengths = new Set(sheet.lines.map(({ truth }) => truth?.id.length))
    const unlike = texts.filter(({ length }) => !lengths.has(length))
    const text = unlike[random.below(unlike.length)]
    if (text === undefined) return undefined
    if (sheet.form.type === 'workbook')
      return damage(sheet, random, 'id', () => cellOf(text, { written: Number(text) }))
    return damage(sheet, random, 'id', () => cellOf(text), 'look')
  },
}

const decimals: Planter = {
  name: 'decimals that a format hides',
  plant: (sheet, random) => {
    if (sheet.form.type === 'text') return undefined
    const written = { value: 1_253_231_242.4, format: '0' }
    return damage(sheet, random, pickRole(sheet, random), () => cellOf('1253231242', { written }))
  },
}

/** Damage of a single cell. */
export const cellPlanters: readonly Planter[] = [scientificCell, dateOfId, dateOfSku, roundedId, decimals]
