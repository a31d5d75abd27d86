import { bySequence, byTest, type Mutant } from './mutant'

const FORGET = 'src/journal/forgetOld.ts'
const LEDGER_TESTS = 'test/journal/ledger.test.ts'

/** What is forgotten too early, and what is not put right after a page that went away. */
export const keepingMutants: readonly Mutant[] = [
  {
    name: 'a run ages by the clock on the wall',
    file: FORGET,
    find: 'if (!isOldRun(record, today)) continue',
    replace: `const isOver = record.phase === 'finished' && record.tally.unknown === 0
      if (!isOver || wallNow - record.startedAt < KEEP_RUN_DAYS * 86_400_000) continue`,
    caughtBy: bySequence('a run that was finished a moment ago is kept when the clock is set by eight days'),
  },
  {
    name: 'the ledger ages by the clock on the wall',
    file: FORGET,
    find: 'const isOld = createOldEntryCheck(new Set(keys), today)',
    replace: `const isOld: OldEntryCheck = (entry) =>
    entry !== undefined && wallNow - entry.at >= KEEP_LEDGER_DAYS * 86_400_000`,
    caughtBy: bySequence(
      'a sub-order that was just cancelled is not forgotten when the clock is set by a month',
    ),
  },
  {
    name: 'days of use are counted by how far the clock was set',
    file: 'src/journal/countDays.ts',
    find: 'return isOver ? day + 1 : day',
    replace: 'return isOver ? day + Math.floor(Math.min(1e9, wallNow - since) / DAY_MS) : day',
    caughtBy: byTest(
      LEDGER_TESTS,
      'in memory › an old record › is not forgotten by a clock that is set 31 days forward, and back',
    ),
  },
  {
    name: 'a run that is held is forgotten',
    file: FORGET,
    find: "return phase === 'finished' && tally.unknown === 0 &&",
    replace: "return phase !== 'running' && tally.unknown === 0 &&",
    caughtBy: byTest(LEDGER_TESTS, 'in memory › an old record › stays where the run is running or paused'),
  },
  {
    name: 'a run with something unknown is forgotten',
    file: FORGET,
    find: "return phase === 'finished' && tally.unknown === 0 &&",
    replace: "return phase === 'finished' &&",
    caughtBy: byTest(
      LEDGER_TESTS,
      'in memory › an old record › stays where the run has an unknown request, and so does its doubt',
    ),
  },
  {
    name: 'what this page has left on its way is not recovered when it takes the run',
    file: 'src/journal/takeOwnership.ts',
    find: 'const found = await interruptSending(draft, stint)',
    replace: 'const found = new Map<number, Outcome>()',
    caughtBy: byTest(
      'test/journal/recovery.test.ts',
      'in memory › recovery › happens when a run is taken that a fault has left with a call in flight',
    ),
  },
  {
    name: 'other runs that were cut off are not recovered before a call',
    file: 'src/journal/takeOwnership.ts',
    find: '    await recoverOthers(tx, id, at)\n',
    replace: '',
    caughtBy: bySequence('nothing is sent before a run that was cut off is recovered on record'),
  },
  {
    name: 'a recovery that failed is not tried again',
    file: 'src/store/record/restoreRuns.ts',
    find: "if (end === 'failed') void dispatch(recoverLater(stop))",
    replace: 'void recoverLater',
    caughtBy: byTest(
      'test/store/comeBack.test.ts',
      'a page that comes after a crash › recovers it later where the storage does not write at first',
    ),
  },
  {
    name: 'a recovery that failed is taken for one that found nothing',
    file: 'src/journal/createJournal.ts',
    find: 'recover: () => recoverRuns(tables, wallNow()).catch(() => undefined)',
    replace: 'recover: () => recoverRuns(tables, wallNow()).catch(() => [])',
    caughtBy: byTest(
      'test/journal/recovery.test.ts',
      'in memory › recovery › says where it cannot be written, and works the next time',
    ),
  },
  {
    name: 'lines beyond a gap are noted as told with a step',
    file: 'src/journal/stepRun.ts',
    find: 'step.sent !== undefined && step.sent.from <= record.told + 1',
    replace: 'step.sent !== undefined',
    caughtBy: byTest(
      'test/journal/recovery.test.ts',
      'in memory › the pending entries of the log › stay pending where only later lines were sent',
    ),
  },
  {
    name: 'lines beyond a gap are told as if there were none',
    file: 'src/store/record/sendLog.ts',
    find: 'return first === before.to + 1 ? { ...before, to } : before',
    replace: 'return { ...before, to }',
    caughtBy: byTest(
      'test/store/sendLog.test.ts',
      'lines that follow a gap are sent, and not noted as sent: the lines in the gap perhaps never were',
    ),
  },
]
