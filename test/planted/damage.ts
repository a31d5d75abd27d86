import type { Random } from '../fuzz/random'
import { countLinesOf, pickSound, readCell, withCell } from './editSheet'
import type { PlantedCell, PlantedLine, PlantedSheet, Role } from './plantedSheet'

/** Nothing of the row tells which sub-order it was: a person cannot say so either. */
const LOST: Partial<PlantedLine> = { leave: 'never' }

/**
 * Damages one cell of one row. An ID is damaged where its sub-order has no other line: what holds together is known
 * by it.
 */
export function damage(
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
  // The damaged cell would be sent as it stands now.
  if (leave === 'look' && truth)
    return withCell(sheet, at, role, cell, { leave, truth: { ...truth, [role]: cell.text } })
  if (role !== 'id') return withCell(sheet, at, role, cell, LOST)
  const { truth: _, ...rest } = sheet.lines[at] as PlantedLine
  return withCell({ ...sheet, lines: sheet.lines.with(at, rest) }, at, role, cell, LOST)
}

/** In line items the SKU is damaged as often as the ID. */
export const pickRole = ({ roles }: PlantedSheet, random: Random): Role =>
  roles.includes('sku') && random.below(2) === 0 ? 'sku' : 'id'
