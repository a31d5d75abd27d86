import { bySequence, byTest, type Mutant } from './mutant'

const JUDGE = 'src/journal/judgeRow.ts'
const LEDGER = 'src/journal/keepLedger.ts'

/** What the calls of a row come to, and what a person has allowed. */
export const rowMutants: readonly Mutant[] = [
  {
    name: 'a tick for one row lets the whole run through',
    file: 'src/journal/findRefusal.ts',
    find: 'const included = context.included.get(row.position)',
    replace: `if (context.included.size > 0) return isStillOut(row, context) ? 'still-out' : undefined
  const included = undefined`,
    caughtBy: bySequence(
      'a tick for sub-orders of one run includes none that another run cancels afterwards',
    ),
  },
  {
    name: 'consent to a doubt covers what became of it',
    file: LEDGER,
    find: 'return others !== undefined && !isSameEarlier(others, included)',
    replace: 'return others !== undefined && others.id !== included?.id',
    caughtBy: byTest(
      'test/journal/ledger.test.ts',
      'in memory › an earlier run › in doubt, which a person has included, makes the request skipped once it has cancelled it',
    ),
  },
  {
    name: 'a late answer is dropped after the word of a person',
    file: JUDGE,
    find: 'if (isSucceeded(standing) && !standing.verdict) return state',
    replace: "if (state.standing !== 'sending' && standing?.status !== 'unknown') return state",
    caughtBy: bySequence('the late answer wins over a person who said that it was not cancelled'),
  },
  {
    name: 'a late answer is dropped while the repeat is out',
    file: JUDGE,
    find: 'return { ...state, known: outcome }',
    replace: 'return state',
    caughtBy: bySequence('the late answer to the first call is kept while its repeat is out'),
  },
  {
    name: 'what came while the repeat was out is forgotten with its end',
    file: JUDGE,
    find: `const id = state.call ?? ''
  if (state.known) return succeed(state, state.known)`,
    replace: "const id = state.call ?? ''",
    caughtBy: bySequence('the late answer to the first call is kept while its repeat is out'),
  },
  {
    name: 'a late refusal settles what another call may have done',
    file: JUDGE,
    find: "if (outcome.status === 'failed' && isOpen && !calls.some(mayHaveActed))",
    replace: "if (outcome.status === 'failed' && isOpen)",
    caughtBy: bySequence('a late refusal settles nothing that another call may have done'),
  },
  {
    name: 'a refusal of a repeat is a verdict',
    file: JUDGE,
    find: 'if (!earlier.some(mayHaveActed)) return fail(state, failure)',
    replace: 'if (earlier.length >= 0) return fail(state, failure)',
    caughtBy: bySequence('a refusal of a repeat is no verdict on the first call'),
  },
  {
    name: 'what was unknown gets a new key when it is retried',
    file: JUDGE,
    find: 'return state.wasUnknown === true || callsOf(state).length > 0 || outcomeOf',
    replace: 'return outcomeOf',
    caughtBy: bySequence('a request that was unknown keeps its key when it is retried'),
  },
  {
    name: 'a status read overrules what the server has said',
    file: 'src/journal/resolveRequests.ts',
    find: "if (!state || outcomeOf(state)?.status !== 'unknown') throw",
    replace: 'if (!state) throw',
    caughtBy: byTest(
      'test/journal/resolve.test.ts',
      'in memory › nothing is resolved › by a person once the server has spoken',
    ),
  },
  {
    name: 'a doubt that a person includes is not taken over',
    file: LEDGER,
    find: "else tx.put('ledger', print, { ...own, over: others })",
    replace: "else tx.put('ledger', print, own)",
    caughtBy: byTest(
      'test/journal/ledger.test.ts',
      'in memory › an earlier run › stays in doubt where the call of a later run was proven not processed',
    ),
  },
  {
    name: 'what was chosen is forgotten on Continue after a crash',
    file: 'src/journal/takeOwnership.ts',
    find: 'hasPicks: isNew ? picks !== null : record.hasPicks',
    replace: 'hasPicks: isNew && picks !== null',
    caughtBy: byTest(
      'test/store/chosen.test.ts',
      'rows that an earlier run has dealt with stay left out over two crashes, and every other row is sent once',
    ),
  },
  {
    name: 'what is owed is kept after a refusal',
    file: 'src/journal/hearCalls.ts',
    find: `NOTHING_OWED
  context.owed.delete(id)
  for (const late`,
    replace: `NOTHING_OWED
  for (const late`,
    caughtBy: byTest(
      'test/journal/steps.test.ts',
      'in memory › a step that could not be written › is made up for once, also where another tab has taken the run meanwhile',
    ),
  },
]
