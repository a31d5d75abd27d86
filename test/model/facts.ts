import type { CancellationRequest } from '../../src/domain/run/cancellation'
import type { Outcome } from '../../src/domain/run/outcome'
import type { StateRecord } from '../../src/journal/tables/records'
import type { Call } from './oms'
import type { Page } from './page'

/** How long a call may still be delivered. */
export const QUIET_MS = 180_000

export type Standing = 'pending' | 'sending' | Outcome['status']

export function nameStanding(state: StateRecord | undefined): Standing {
  const standing = state?.standing ?? 'pending'
  return typeof standing === 'object' ? standing.status : standing
}

export function printOf(request: CancellationRequest | undefined): string {
  if (!request) return ''
  if (request.kind === 'whole') return `whole ${request.subOrderId}`
  return ['lines', request.subOrderId, ...request.lineItems.map(({ skuId }) => skuId)].join(' ')
}

/** Whether a call stands against another one of this print: it asked the same, or all of it. */
export const isOfSame = (other: Call, print: string): boolean =>
  other.print === print || other.print === `whole ${print.split(' ')[1] ?? ''}`

/** In time or late. */
export const hasSaid = (call: Call, verdict: 'succeeded' | 'failed' | 'not-processed'): boolean =>
  call.heard === verdict || call.late === verdict

/** The server itself said that this call did nothing. */
export const isRefused = (call: Call): boolean => hasSaid(call, 'failed') || hasSaid(call, 'not-processed')

/** Nothing can have come of it, nor ever will. */
export const isHarmless = (call: Call): boolean => isRefused(call) || call.isProvenOpen

/** What has happened, as far as the laws must know it later. By `ref`: `run position`. */
export class Facts {
  /** `ref status`: everything that was ever on record. */
  readonly ever = new Set<string>()
  /** The intent on record last: who wrote it, and the call that went out for it. */
  readonly sending = new Map<string, { readonly page: Page; call?: Call }>()
  /** Who settled it last. */
  readonly settledBy = new Map<string, Page>()
  /** Settled by what came beside the run: a late answer, a read, a person. */
  readonly settledBeside = new Set<string>()
  /** A write of it has failed, with whatever was to be kept of it. */
  readonly lostWrites = new Set<string>()
  /** Runs that a person has closed. */
  readonly closed = new Set<string>()
  /** What a person allowed to be sent after these calls, by what was known of them then. */
  readonly consents = new Map<string, Map<Call, 'done' | 'doubt'>>()
}
