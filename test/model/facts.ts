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

/** Whether a call conflicts with this print: it asked for the same, or for the whole sub-order. */
export const isOfSame = (other: Call, print: string): boolean =>
  other.print === print || other.print === `whole ${print.split(' ')[1] ?? ''}`

/** Whether the call got this verdict, in time or late. */
export const hasSaid = (call: Call, verdict: 'succeeded' | 'failed' | 'not-processed'): boolean =>
  call.heard === verdict || call.late === verdict

/** The server itself said that this call did nothing. */
export const isRefused = (call: Call): boolean => hasSaid(call, 'failed') || hasSaid(call, 'not-processed')

/** Whether the call had no effect, and never will. */
export const isHarmless = (call: Call): boolean => isRefused(call) || call.isProvenOpen

/** Facts of the past that the laws need later, by `ref`: `run position`. */
export class Facts {
  /** `ref status`: everything that was ever on record. */
  readonly ever = new Set<string>()
  /** The last intent on record: its page, and the call that went out for it. */
  readonly sending = new Map<string, { readonly page: Page; call?: Call }>()
  /** The page that settled the row last. */
  readonly settledBy = new Map<string, Page>()
  /** Rows that were settled beside the run: by a late answer, a read or a person. */
  readonly settledBeside = new Set<string>()
  /** Rows of which a write has failed. */
  readonly lostWrites = new Set<string>()
  /** Runs that a person has closed. */
  readonly closed = new Set<string>()
  /** The rows that a person included after these calls, with the knowledge of each call at that time. */
  readonly consents = new Map<string, Map<Call, 'done' | 'doubt'>>()
}
