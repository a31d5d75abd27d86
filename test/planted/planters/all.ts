import type { Planter } from '../plantedSheet'
import { cellPlanters } from './cells'
import { fillerPlanters } from './fillers'
import { headingPlanters } from './headings'
import { linePlanters } from './lines'
import { rowPlanters } from './rows'
import { sumPlanters } from './sums'
import { tablePlanters } from './tables'
import { wholePlanters } from './wholes'
import { workbookPlanters } from './workbooks'

/** All kinds of damage. Damage of the whole file comes last, because it changes the form of all cells. */
export const planters: readonly Planter[] = [
  ...headingPlanters,
  ...tablePlanters,
  ...cellPlanters,
  ...fillerPlanters,
  ...linePlanters,
  ...sumPlanters,
  ...rowPlanters,
  ...workbookPlanters,
  ...wholePlanters,
]
