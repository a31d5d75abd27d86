import type { Outcome } from '../../src/domain/run/outcome'
import type { Tally } from '../../src/domain/run/tally'

/** Counts from scratch: a tally that is carried along must be equal. */
export function countOutcomes(outcomes: readonly (Outcome | undefined)[]): Tally {
  const count = (matches: (outcome: Outcome | undefined) => boolean) => outcomes.filter(matches).length
  const countHow = (how: 'cancelled' | 'already-cancelled') =>
    count((outcome) => outcome?.status === 'succeeded' && outcome.how === how)
  return {
    total: outcomes.length,
    cancelled: countHow('cancelled'),
    alreadyCancelled: countHow('already-cancelled'),
    failed: count((outcome) => outcome?.status === 'failed'),
    unknown: count((outcome) => outcome?.status === 'unknown'),
    notSent: count((outcome) => outcome === undefined),
  }
}
