import type { HiddenTaker } from '../cautions/hiddenTaker'
import type { NoteTaker } from '../row/noteTaker'

/** Observers of the sound rows during the check. */
export interface Lookers {
  readonly notes: NoteTaker
  readonly hidden: HiddenTaker
}
