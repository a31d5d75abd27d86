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

/** All of a row's calls were refused, or proven to have done nothing: only then is a refusal the row's verdict. */
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

/** I3, I5, I6, I15 and what follows from them, for one row of a transaction. */
export function checkStep(laws: LawContext, change: RowChange): void {
  const { page, ref, before, after } = change
  const { facts } = laws
  const [from, to] = [nameStanding(before), nameStanding(after)]
  const expect = createExpect(laws, change)
  // Something is noted of a row that is out, or settled: it is what it was.
  if (after.known) facts.ever.add(`${ref} ${after.known.status}`)
  if (from === to && before?.key === after.key && before.runId === after.runId) return
  if (to === 'sending') checkIntent(laws, change, from, expect)
  else if (from === 'sending') checkEnd(laws, change, to, expect)
  else if (from === 'unknown') checkResolved(laws, change, to, expect)
  // Known, or taken for open on somebody's word: the server's own answer comes late, and wins.
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
  // What nobody was sure of once is one request for ever; what was refused is asked anew.
  const keepsKey = from !== 'failed' || facts.ever.has(`${ref} unknown`)
  expect('I5', (before.key === after.key) === keepsKey)
}

/** A late 401 or 429 leaves its request to a look: the screen does not take it for proof that nothing was done. */
const isRefusedInWords = (call: Call) => hasSaid(call, 'failed') || call.heard === 'not-processed'

/** What was sent has ended, or goes back to what it was. */
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
    // Only a page that is gone can have been interrupted, or one that could not write.
    const isCut = !calls.some((one) => laws.world.oms.isWaitedFor(one)) || !laws.world.settings.hasLocks
    expect('I13', isCut)
  } else {
    const isInterrupted = typeof after.standing === 'object' && after.standing.status === 'unknown'
    expect('unsent', call !== undefined || !isInterrupted)
    // A refusal of a repeat says nothing of the call before it, unless it is on record that this was refused.
    const isKnown = !laws.facts.lostWrites.has(ref)
    // A page that is gone may have sent what never arrived: nobody can tell.
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
  // The screen may have let go of the run by then: what was sent for it says what it asks.
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

/** Found open: by a read, only when nothing of it can arrive any more; by a person, whose look may be overtaken. */
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
  // What another user has cancelled since it was read is no fault of the read.
  // A call of which the server has said that it did nothing can do nothing later.
  const isTrusted = (call: Call) => isRefused(call) || (isQuiet(call) && !oms.isOut(call) && !call.hasEffect)
  expect('quiet', isPerson || calls.every(isTrusted))
  for (const call of calls) {
    call.isFoundOpen = true
    call.isProvenOpen ||= isQuiet(call)
  }
}

/** What a person has said holds until the server speaks. */
function isOfPerson(state: StateRecord | undefined): boolean {
  const { standing } = state ?? {}
  return typeof standing === 'object' && standing.status === 'succeeded' && standing.verdict?.by === 'person'
}

/** The server's own words, whenever they come. */
function checkSaidLate(laws: LawContext, ref: string, from: Standing, to: Standing, expect: Expect): void {
  const calls = laws.callsOf(ref)
  if (to === 'succeeded')
    expect('I6', from !== 'succeeded' && calls.some((call) => hasSaid(call, 'succeeded')))
  else expect(to === 'failed' ? 'I15' : 'I3', to === 'failed' && from !== 'succeeded' && mayFail(calls))
}
