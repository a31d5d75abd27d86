import type { CancellationRequest } from './cancellation'
import type { HiddenTaker } from './hiddenTaker'
import type { NoteTaker } from './noteTaker'
import type { CheckedSheet } from './checkedSheet'

/** What checking a sheet fills in; each row ends as one issue or in one request. */
export interface Verdicts extends Pick<CheckedSheet, 'issues' | 'requestOfRow'> {
  readonly requests: readonly CancellationRequest[]
}

/** Who looks at the sound rows while they are checked. */
export interface Lookers {
  readonly notes: NoteTaker
  readonly hidden: HiddenTaker
}
