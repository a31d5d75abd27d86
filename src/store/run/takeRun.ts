import type { Journal } from '../../domain/record/journal'
import type { RunPlan } from '../../domain/record/runEntry'
import type { Stint, Taken } from '../../domain/record/stint'
import { type Cancellation, pickAt } from '../../domain/run/run'
import { catchUp, openRun } from '../record/openRun'
import { findLoadedSheet } from '../selectors'
import type { Services } from '../services'
import { findEarlierRuns } from '../sheet/findEarlierRuns'
import type { StartRefusal } from '../slices/runActions'
import type { RootState, Thunk } from '../store'

/** The stint that the user asks for, chosen when the run is about to be taken. */
export type ChooseStint = (cancellation: Cancellation) => Stint

/** Why a stint ended before its first call. */
export type NotStarted =
  | { readonly kind: 'nothing-to-send' }
  | { readonly kind: 'refused'; readonly why: StartRefusal }

type Ownership = Extract<Taken, { ok: true }>
type TakeFailure = Extract<Taken, { ok: false }>['why']
type Taking = NotStarted | { readonly kind: 'taken'; readonly stint: Stint; readonly taken: Ownership }

const START_REFUSAL_OF: Record<TakeFailure, StartRefusal> = {
  fenced: 'changed',
  'not-pending': 'changed',
  settled: 'changed',
  'still-out': 'still-out',
  'done-elsewhere': 'changed',
  storage: 'storage',
}

function refuse(id: string, why: TakeFailure): Thunk<Promise<NotStarted>> {
  return async (dispatch) => {
    // Another tab has continued the run: the user sees what that tab did before anything else is sent.
    if (why === 'fenced') await dispatch(openRun(id))
    return { kind: 'refused', why: START_REFUSAL_OF[why] }
  }
}

function describePlan(state: RootState, { host }: Services, id: string): RunPlan {
  const requests = state.runs.byId[id]?.requests ?? []
  const sheet = findLoadedSheet(state, id)
  const shared = { id, requests, by: host.readUserName() }
  if (!sheet) {
    const fileName = requests.at(0)?.subOrderId ?? ''
    return { ...shared, kind: 'single', fileName, fileHash: '', checked: null }
  }
  const { checked, fileHash } = sheet
  return { ...shared, kind: checked.sheet.kind, fileName: checked.sheet.fileName, fileHash, checked }
}

/** Looks up once more which requests earlier runs have dealt with, now that no other tab can send. */
function lookForEarlier(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState) => {
    const { epoch, run } = getState().runs.byId[id] ?? {}
    if (epoch === null || run?.pausedBy === 'done-elsewhere') await dispatch(findEarlierRuns(id))
  }
}

/** Whether each remaining request has a call that may still be answered: then none of them is sent. */
function isAllOut(id: string, { picks, done, total, repeatsUnknown }: Stint, { calls }: Services): boolean {
  if (repeatsUnknown || done === total) return false
  for (let index = done; index < total; index += 1) {
    if (calls.deliveryDeadline(id, pickAt({ picks }, index)) !== Number.POSITIVE_INFINITY) return false
  }
  return true
}

/** Writes the run into the journal and makes this tab its owner. */
export function takeRun(id: string, journal: Journal, choose: ChooseStint): Thunk<Promise<Taking>> {
  return async (dispatch, getState, services) => {
    await dispatch(catchUp(id))
    await dispatch(lookForEarlier(id))
    const cancellation = getState().runs.byId[id]
    const stint = cancellation && choose(cancellation)
    if (!cancellation || !stint || stint.total === 0) return { kind: 'nothing-to-send' }
    if (isAllOut(id, stint, services)) return dispatch(refuse(id, 'still-out'))
    if (cancellation.epoch === null) {
      const plan = describePlan(getState(), services, id)
      const created = await journal.create(plan, services.createYieldIfDue())
      if (!created.ok) return dispatch(refuse(id, created.why))
    }
    const { included, epoch } = cancellation
    const kept = epoch === null && included.size === 0 ? undefined : await journal.include(id, included)
    if (kept && !kept.ok) return dispatch(refuse(id, kept.why))
    const alivePages = await services.record.pages.enter()
    const line = services.record.shownLines.get(id) ?? 0
    const taken = await journal.take({ id, epoch: epoch ?? 0, line, included, alivePages, ...stint })
    return taken.ok ? { kind: 'taken', stint, taken } : dispatch(refuse(id, taken.why))
  }
}
