import type { Tally } from '../domain/run/tally'
import type { Messages } from './messages'

/** Counts of the outcomes; zeros are left out. */
export function describeTally(tally: Tally, { counts }: Messages): string {
  return (['cancelled', 'alreadyCancelled', 'failed', 'unknown'] as const)
    .filter((outcome) => tally[outcome] !== 0)
    .map((outcome) => counts[outcome]({ n: tally[outcome] }))
    .join(' · ')
}

/** Counts of a past run: the outcomes, and the requests that were not sent. */
export function describePastTally(tally: Tally, messages: Messages): string {
  const left = tally.notSent > 0 ? messages.counts.notSent({ n: tally.notSent }) : ''
  return [describeTally(tally, messages), left].filter(Boolean).join(' · ')
}
