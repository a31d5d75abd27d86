import { createAction } from '@reduxjs/toolkit'
import type { RequestList } from '../../domain/run/requestList'
import type { Cancellation, RunEvent } from '../../domain/run/run'

/** Why a run could not begin, although the user asked for it. */
export type StartRefusal =
  | 'other-tab'
  | 'still-out'
  | 'storage'
  | 'newer'
  | 'changed'
  | 'needs-consent'
  | 'too-many'

export interface Check {
  readonly id: string
  readonly done: number
  readonly total: number
  /** Some calls may still be delivered: their sub-orders are looked up again once that is impossible. */
  readonly isWaiting: boolean
}

export const requestsPlanned = createAction<{ id: string; requests: RequestList }>('runs/requestsPlanned')
export const runStarted = createAction<{
  id: string
  runId: string
  picks: readonly number[] | null
  at: number
  epoch: number
}>('runs/runStarted')
export const runContinued = createAction<{ id: string; at: number; epoch: number; done?: number }>(
  'runs/runContinued',
)
export const stopAsked = createAction<{ id: string }>('runs/stopAsked')
export const eventsHappened = createAction<{ id: string; events: readonly RunEvent[]; at: number }>(
  'runs/eventsHappened',
)
export const cancellationForgotten = createAction<{ id: string }>('runs/cancellationForgotten')
/** As the journal knows it. */
export const cancellationRestored = createAction<{ id: string; cancellation: Cancellation }>(
  'runs/cancellationRestored',
)
export const startAsked = createAction<{ id: string }>('runs/startAsked')
export const startRefused = createAction<{ id: string; why: StartRefusal }>('runs/startRefused')
/** Nothing is left to send: there is no run, and nothing to say about it. */
export const startDropped = createAction('runs/startDropped')
export const earlierFound = createAction<{ id: string; skipped: Cancellation['skipped'] }>(
  'runs/earlierFound',
)
export const earlierIncluded = createAction<{ id: string; isIncluded: boolean }>('runs/earlierIncluded')
export const recoveryChanged = createAction<{ id: string; isAwaited: boolean }>('runs/recoveryChanged')
export const observationChanged = createAction<{ id: string | null }>('runs/observationChanged')
export const waitingChanged = createAction<{ isWaiting: boolean }>('runs/waitingChanged')
export const checkMoved = createAction<Check | null>('runs/checkMoved')
