import type { StateRecord } from '../../src/journal/tables/records'
import {
  hasSaid,
  isHarmless,
  isOfSame,
  isRefused,
  nameStanding,
  printOf,
  QUIET_MS,
  type Standing,
} from './facts'
import type { LawContext } from './lawContext'
import type { Call } from './oms'
import type { Page } from './page'
import type { LogEntry } from '../../src/domain/record/logEntry'

/** One row of a transaction, and who wrote it. */
export interface RowChange {
  readonly page: Page
  readonly ref: string
  readonly before: StateRecord | undefined
  readonly after: StateRecord
  readonly log: readonly LogEntry[]
}

type Expect = (law: string, isRight: boolean) => void

/** A refusal is a row's verdict only where each of its calls was refused, or is proven to have done nothing. */
function mayFail(calls: readonly Call[]): boolean {
  return calls.some((call) => hasSaid(call, 'failed')) && calls.every(isHarmless)
}

function createExpect(laws: LawContext, { ref, before, after }: RowChange): Expect {
  const said = () =>
    laws
      .callsOf(ref)
      .map(({ key, heard, late, isProvenOpen }) =>
        [key.slice(-6), heard ?? 'nothing', late ?? '', isProvenOpen ? 'proven open' : ''].join(' ').trim(),
      )
      .join('; ')
  return (law, isRight) =>
    laws.expect(
      isRight,
      law,
      () => `${ref} ${nameStanding(before)} → ${nameStanding(after)}, its calls: ${said()}`,
    )
}

/** Checks I3, I5, I6, I15 and their consequences for one row of a transaction. */
export function checkStep(laws: LawContext, change: RowChange): void {
  const { page, ref, before, after } = change
  const { facts } = laws
  const [from, to] = [nameStanding(before), nameStanding(after)]
  const expect = createExpect(laws, change)
  // A note on a row that is out or settled does not change its state.
  if (after.known) facts.ever.add(`${ref} ${after.known.status}`)
  if (from === to && before?.key === after.key && before.runId === after.runId) return
  if (to === 'sending') checkIntent(laws, change, from, expect)
  else if (from === 'sending') checkEnd(laws, change, to, expect)
  else if (from === 'unknown') checkResolved(laws, change, to, expect)
  // The row is known, or open on a person's word. The server's own late answer wins.
  else checkSaidLate(laws, ref, isOfPerson(before) ? 'unknown' : from, to, expect)
  if (to === 'sending') facts.sending.set(ref, { page })
  else if (from !== to) facts.settledBy.set(ref, page)
  if (from === 'sending') facts.settledBeside.delete(ref)
  else if (to !== 'sending') facts.settledBeside.add(ref)
  facts.ever.add(`${ref} ${to}`)
}

function checkIntent(
  { facts }: LawContext,
  { page, ref, before, after }: RowChange,
  from: Standing,
  expect: Expect,
) {
  expect('I3', from === 'pending' || from === 'failed' || (from === 'unknown' && page.gesture === 'again'))
  if (from === 'failed') expect('I3', before?.runId !== after.runId)
  if (!before) return
  // A request that was unknown once keeps its key for ever. A refused request gets a new key.
  const keepsKey = from !== 'failed' || facts.ever.has(`${ref} unknown`)
  expect('I5', (before.key === after.key) === keepsKey)
}

/** A late 401 or 429 settles nothing: the screen does not take it for proof that the server did nothing. */
const isRefusedInWords = (call: Call) => hasSaid(call, 'failed') || call.heard === 'not-processed'

/** A request that was being sent has ended, or returns to its state before. */
function checkEnd(
  laws: LawContext,
  { ref, before, after, log }: RowChange,
  to: Standing,
  expect: Expect,
): void {
  const calls = laws.callsOf(ref)
  const call = laws.facts.sending.get(ref)?.call
  const isUnsent = call === undefined || call.heard === 'not-processed'
  if (isUnsent && to === nameStanding(before?.before)) return
  const isRecovery = log.some(({ news }) => news.type === 'outcome' && news.source === 'recovery')
  if (to === 'succeeded')
    expect(
      'I6',
      calls.some((one) => hasSaid(one, 'succeeded')),
    )
  else if (to === 'failed') expect('I15', mayFail(calls))
  else if (to === 'pending') expect('I3', isUnsent)
  else if (isRecovery) {
    // Only the run of a closed page, or of a page that could not write, is interrupted.
    const isCut = !calls.some((one) => laws.world.oms.isWaitedFor(one)) || !laws.world.settings.hasLocks
    expect('I13', isCut)
  } else {
    const isInterrupted = typeof after.standing === 'object' && after.standing.status === 'unknown'
    expect('unsent', call !== undefined || !isInterrupted)
    // A refused repeat says nothing about the call before, unless the record has a refusal of that call as well.
    const isKnown = !laws.facts.lostWrites.has(ref)
    // A closed page may have sent a call that never arrived: nobody can tell.
    const isDoubtful = before?.calls?.some(({ id, refusal }) => !refusal && !laws.isAlive(id)) === true
    // Without Web Locks a page that has lost its run cannot write that its call was not processed.
    const isUnheard = isDoubtful || !laws.world.settings.hasLocks
    const isShielded =
      isUnheard ||
      calls.some((one) => one !== call && !(isRefusedInWords(one) && isKnown && !one.page.isGone))
    expect('I6', call?.heard !== 'succeeded' && (call?.heard !== 'failed' || isShielded))
  }
}

function checkResolved(laws: LawContext, change: RowChange, to: Standing, expect: Expect): void {
  const { page, ref, after, log } = change
  const { oms } = laws.world
  const [id = '', position = ''] = ref.split(' ')
  // The screen may have dropped the run by then. Its calls still name the sub-order.
  const shown = printOf(page.store.getState().runs.byId[id]?.requests.at(Number(position)))
  const print = laws.callsOf(ref)[0]?.print ?? shown
  if (to === 'pending') {
    const by = log.flatMap(({ news }) => (news.type === 'reopened' ? [news.verdict.by] : []))[0]
    checkReopened(laws, page, print, by === 'person', expect)
    return
  }
  const isSeen =
    typeof after.standing === 'object' && after.standing.status === 'succeeded' && after.standing.verdict
  if (isSeen) expect('I6', oms.isCancelled(print))
  else checkSaidLate(laws, ref, 'unknown', to, expect)
}

/** A read may find a sub-order open only once no call of it can arrive. A person's look may be overtaken. */
function checkReopened(
  { world }: LawContext,
  page: Page,
  print: string,
  isPerson: boolean,
  expect: Expect,
): void {
  const { oms, time } = world
  const calls = oms.calls.filter((other) => other.user === page.user && isOfSame(other, print))
  const isQuiet = ({ isUnderWay, at }: Call) => !isUnderWay && time.now() - at >= QUIET_MS
  // A read is right even where another user has cancelled the sub-order since.
  // A call that the server has refused can do nothing later.
  const isTrusted = (call: Call) => isRefused(call) || (isQuiet(call) && !oms.isOut(call) && !call.hasEffect)
  expect('quiet', isPerson || calls.every(isTrusted))
  for (const call of calls) {
    call.isFoundOpen = true
    call.isProvenOpen ||= isQuiet(call)
  }
}

/** Whether the state is a person's verdict, which holds until an answer of the server. */
function isOfPerson(state: StateRecord | undefined): boolean {
  const { standing } = state ?? {}
  return typeof standing === 'object' && standing.status === 'succeeded' && standing.verdict?.by === 'person'
}

/** Checks an answer of the server that comes after its row was settled or known. */
function checkSaidLate(laws: LawContext, ref: string, from: Standing, to: Standing, expect: Expect): void {
  const calls = laws.callsOf(ref)
  if (to === 'succeeded')
    expect('I6', from !== 'succeeded' && calls.some((call) => hasSaid(call, 'succeeded')))
  else expect(to === 'failed' ? 'I15' : 'I3', to === 'failed' && from !== 'succeeded' && mayFail(calls))
}
