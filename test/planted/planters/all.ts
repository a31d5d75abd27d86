import type { Planter } from '../plantedSheet'
import { cellPlanters } from './cells'
import { headingPlanters } from './headings'
import { rowPlanters } from './rows'
import { wholePlanters } from './wholes'
import { workbookPlanters } from './workbooks'

/** Every kind of damage; those of the whole file stand last, since they lay down what the others have made. */
export const planters: readonly Planter[] = [
  ...headingPlanters,
  ...cellPlanters,
  ...rowPlanters,
  ...workbookPlanters,
  ...wholePlanters,
]
