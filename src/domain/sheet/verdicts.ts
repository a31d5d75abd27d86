import type { CancellationRequest } from '../run/cancellation'
import type { CheckedSheet } from './checkedSheet'

/** What checking a sheet fills in; each row ends as one issue or in one request. */
export interface Verdicts extends Pick<CheckedSheet, 'issues' | 'requestOfRow'> {
  readonly requests: readonly CancellationRequest[]
}
