import { type RequestList, requestAt } from '../domain/run/requestList'
import type { EarlierRun } from '../domain/run/earlierRun'
import { readDay } from './countDays'
import { printsOf } from './fingerprint'
import type { Printed, RowContext } from './runRow'
import type { Tables, Tx } from './tables/tables'
import type { Owed } from './takeOwnership'

export interface JournalServices {
  readonly tables: Tables
  /** Milliseconds since 1970. */
  wallNow(): number
  /** Names this page among all that share the journal. */
  readonly page: string
}

/** The services of a journal, and the runs that this page knows. */
export interface JournalContext extends JournalServices {
  readonly plans: Map<string, RequestList>
  /** By run: the facts that this page knows and could not write. */
  readonly owed: Map<string, Owed>
  /** By run: the requests that a person includes, as last written. */
  readonly included: Map<string, ReadonlyMap<number, EarlierRun>>
  print(id: string, position: number): Printed
  /** Names the next call of this page. */
  nameCall(): string
}

export const NOTHING_OWED: Owed = { heard: [] }

export function createJournalContext(services: JournalServices): JournalContext {
  const plans = new Map<string, RequestList>()
  let calls = 0
  return {
    ...services,
    plans,
    owed: new Map(),
    included: new Map(),
    print: (id, position) => {
      const request = requestAt(plans.get(id) ?? [], position)
      if (!request) throw new Error(`run ${id} has no request at ${position}`)
      return { request, prints: printsOf(request) }
    },
    nameCall: () => {
      calls += 1
      return `${services.page}.${calls}`
    },
  }
}

/** @returns the context for writing to a run outside of a stint */
export async function readRowContext(tx: Tx, id: string, context: JournalContext): Promise<RowContext> {
  return {
    id,
    at: context.wallNow(),
    day: await readDay(tx),
    print: (position) => context.print(id, position),
  }
}
