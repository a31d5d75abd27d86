import type { Breathe } from '../../domain/time/breathe'
import type { SheetLimits } from './sheetRecord'

export interface PartLimits extends SheetLimits {
  readonly maxInflatedBytes: number
}

export interface OpenOptions {
  readonly limits: PartLimits
  readonly breathe: Breathe
}
