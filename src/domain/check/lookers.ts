import type { HiddenTaker } from '../cautions/hiddenTaker'
import type { NoteTaker } from '../row/noteTaker'

/** Who looks at the sound rows while they are checked. */
export interface Lookers {
  readonly notes: NoteTaker
  readonly hidden: HiddenTaker
}
