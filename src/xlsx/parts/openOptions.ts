import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import type { SheetLimits } from './sheetRecord'

export interface PartLimits extends SheetLimits {
  readonly maxInflatedBytes: number
}

export interface OpenOptions {
  readonly limits: PartLimits
  readonly yieldIfDue: YieldIfDue
}
