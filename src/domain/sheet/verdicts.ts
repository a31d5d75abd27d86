import type { CancellationRequest } from '../run/cancellation'
import type { CheckedSheet } from './checkedSheet'

/** The verdicts of a check: each row has one issue, or belongs to one request. */
export interface Verdicts extends Pick<CheckedSheet, 'issues' | 'requestOfRow'> {
  readonly requests: readonly CancellationRequest[]
}
