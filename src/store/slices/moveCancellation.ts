import { isAnyOf } from '@reduxjs/toolkit'
import { applyEvents } from '../../domain/run/applyEvents'
import { askToStop, beginRun, resumeRun } from '../../domain/run/beginRun'
import type { Cancellation } from '../../domain/run/run'
import { includesAll } from '../../domain/run/findSkippingRun'
import {
  earlierFound,
  earlierIncluded,
  eventsHappened,
  recoveryChanged,
  runContinued,
  runStarted,
  stopAsked,
} from './runActions'

const runActions = [
  runStarted,
  runContinued,
  stopAsked,
  eventsHappened,
  earlierFound,
  earlierIncluded,
  recoveryChanged,
] as const

/** Whether an action changes one cancellation that is in the store. */
export const isRunAction = isAnyOf(...runActions)
type RunAction = ReturnType<(typeof runActions)[number]>

const NONE_INCLUDED: Cancellation['included'] = new Map()

/** A cancellation after an action about it. */
export function moveCancellation(cancellation: Cancellation, action: RunAction): Cancellation {
  if (runStarted.match(action)) {
    const { runId, picks, at, epoch } = action.payload
    return { ...beginRun(cancellation, { id: runId, picks, at }), epoch }
  }
  if (eventsHappened.match(action)) {
    return applyEvents(cancellation, action.payload.events, action.payload.at)
  }
  if (runContinued.match(action)) {
    const { at, epoch, done } = action.payload
    return { ...resumeRun(cancellation, at, done), epoch }
  }
  if (earlierFound.match(action)) {
    const { skipped } = action.payload
    const { included } = cancellation
    // Keep one map if both are equal: comparing them at each change costs tens of milliseconds over 100,000 entries.
    const isIncluded = skipped.size === included.size && includesAll({ skipped, included })
    return { ...cancellation, skipped: isIncluded ? included : skipped }
  }
  if (earlierIncluded.match(action)) {
    // Consent covers the rows named now, as they are known now, and nothing that other runs do afterwards.
    return { ...cancellation, included: action.payload.isIncluded ? cancellation.skipped : NONE_INCLUDED }
  }
  if (recoveryChanged.match(action)) {
    if (cancellation.run?.phase !== 'paused') return cancellation
    const { resumesItself: _, ...run } = cancellation.run
    return { ...cancellation, run: action.payload.isAwaited ? { ...run, resumesItself: true } : run }
  }
  return askToStop(cancellation)
}
