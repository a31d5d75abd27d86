import type { HiddenTaker } from './hiddenTaker'
import type { NoteTaker } from './noteTaker'

/** Who looks at the sound rows while they are checked. */
export interface Lookers {
  readonly notes: NoteTaker
  readonly hidden: HiddenTaker
}
