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

/** Every kind of damage; those of the whole file stand last, since they lay down what the others have made. */
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
