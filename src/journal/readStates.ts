import { isOut } from '../domain/run/call'
import type { Outcome } from '../domain/run/outcome'
import { cut } from '../domain/lists/cut'
import { createTally, recount, type Tally } from '../domain/run/tally'
import type { YieldIfDue } from '../domain/time/yieldIfDue'
import { callsOf, outcomeOf } from './judgeRow'
import { CHUNK_LENGTH, readChunks } from './plan/planChunks'
import { unpackState } from './tables/packState'
import type { StateRecord } from './tables/records'
import type { Tables } from './tables/tables'

/** States of one range; the browser clones them into the page in some milliseconds. */
const STATES_AT_ONCE = 5000
const BLOCKS_AT_ONCE = STATES_AT_ONCE / CHUNK_LENGTH
/** A range of its own costs about as much as reading so many states. */
const RANGE_COST = 20
const GAPS_AT_ONCE = 50

/** Positions from the first up to, but without, the second. */
type Span = readonly [from: number, to: number]

/** Finds the positions that are not known. A gap passes over a few known ones. */
function findGaps(isKnown: Uint8Array): Span[] {
  const gaps: Span[] = []
  let from = isKnown.indexOf(0)
  let to = from
  for (let next = from; next >= 0; next = isKnown.indexOf(0, to)) {
    if (next - to > RANGE_COST || next - from >= STATES_AT_ONCE) {
      gaps.push([from, to])
      from = next
    }
    to = next + 1
  }
  return to > from ? [...gaps, [from, to]] : gaps
}

/** The states of a run's requests, by position. */
interface States {
  readonly outcomes: Map<number, Outcome>
  readonly callsOut: Map<number, readonly string[]>
  /** Counted from the states themselves: the count in the run's record may be wrong. */
  tally: Tally
}

function addState(states: States, state: StateRecord): void {
  const { position } = state
  const out = callsOf(state).filter(isOut)
  if (out.length > 0)
    states.callsOut.set(
      position,
      out.map(({ id }) => id),
    )
  const outcome = outcomeOf(state) ?? state.known ?? outcomeOf(state.before)
  if (!outcome) return
  states.outcomes.set(position, outcome)
  states.tally = recount(states.tally, undefined, outcome)
}

/** Reads the states of a run: from the blocks of cancelled requests, then all that is in no block. */
export async function readStates(
  tables: Tables,
  id: string,
  total: number,
  yieldIfDue: YieldIfDue,
): Promise<States> {
  const states: States = { outcomes: new Map(), callsOut: new Map(), tally: createTally(total) }
  const isKnown = new Uint8Array(total)
  const add = (state: StateRecord) => {
    // A gap passes over states that a block holds, too.
    if (isKnown[state.position] === 0) addState(states, state)
    isKnown[state.position] = 1
  }
  for (let block = 0; block * CHUNK_LENGTH < total; block += BLOCKS_AT_ONCE) {
    for (const chunk of await readChunks(tables, [id, 'settled', block], BLOCKS_AT_ONCE)) {
      if (chunk.part === 'settled') for (const packed of chunk.states) add(unpackState(packed))
    }
    await yieldIfDue()
  }
  for (const [, gaps] of cut(findGaps(isKnown), GAPS_AT_ONCE)) {
    const lists = await tables.read(['state'], (tx) =>
      Promise.all(gaps.map(([from, to]) => tx.getAll('state', { lower: [id, from], upper: [id, to] }))),
    )
    for (const list of lists) {
      for (const state of list) add(state)
      await yieldIfDue()
    }
  }
  return states
}
