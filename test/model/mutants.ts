/** A bug that is planted to see whether a test catches it. */
export interface Mutant {
  readonly name: string
  readonly file: string
  /** Stands exactly once in the file. */
  readonly find: string
  readonly replace: string
  /** The laws of which at least one must be named by the failing model, or the name of a test elsewhere. */
  readonly caughtBy: { readonly laws: readonly string[] } | { readonly file: string; readonly test: string }
}

const caughtBy = (...laws: string[]) => ({ laws })

export const mutants: readonly Mutant[] = [
  {
    name: 'no compare-and-set',
    file: 'src/journal/stepRun.ts',
    find: 'if (!maySend(state, context)) {',
    replace: 'if (!maySend(state, context) && context.epoch < 0) {',
    caughtBy: caughtBy('I3', 'I4'),
  },
  {
    name: 'no fence',
    file: 'src/journal/stepRun.ts',
    find: "if (record.epoch !== epoch) throw new Refused('fenced')",
    replace: '',
    caughtBy: {
      file: 'test/journal/steps.test.ts',
      test: 'in memory › the fence › refuses whoever held the run before, whatever the step, and nothing is written',
    },
  },
  {
    name: 'send before the write completes',
    file: 'src/run/runRequests.ts',
    find: 'const intent = yield* record({ next: { position, key: deriveIdempotencyKey(work.id, index) } })',
    replace: `const early = { position, key: deriveIdempotencyKey(work.id, index) }
    const intent = [{ key: early.key }, 'passed' as const][Number(requests.length < 0)]
    void recorder.write({ next: early, done: index })`,
    caughtBy: caughtBy('I2'),
  },
  {
    name: 'retry on time-out',
    file: 'src/api/cancelSubOrder.ts',
    find: "resolve({ kind: 'settled', outcome, trouble: 'server', late })",
    replace: "void late; resolve({ kind: 'not-processed', why: 'rate-limited', retryAfterMs: 0 })",
    caughtBy: caughtBy('I3', 'I4'),
  },
  {
    name: 'a key per attempt',
    file: 'src/journal/stepRun.ts',
    find: 'const usedKey = isSame ? state.key : key',
    replace: 'const usedKey = isSame ? key.replace(/^./, String(context.epoch % 10)) : key',
    caughtBy: caughtBy('I5'),
  },
  {
    name: 'counts from memory',
    file: 'src/journal/loadRun.ts',
    find: 'tally = recount(tally, undefined, outcome)',
    replace: 'tally = { ...record.tally, total: tally.total }',
    caughtBy: caughtBy('I8'),
  },
  {
    name: 'recover twice',
    file: 'src/journal/recoverRuns.ts',
    find: "if (record.phase === 'running' || record.phase === 'stopping')",
    replace: "if (record.phase !== 'finished')",
    caughtBy: caughtBy('I12'),
  },
  {
    name: 'render before commit',
    file: 'src/run/runRequests.ts',
    find: 'const settled = heard && {',
    replace: 'if (heard) yield heard\n    const settled = heard && {',
    caughtBy: caughtBy('I6'),
  },
  {
    name: 'resume by itself after reload',
    file: 'src/store/journalThunks.ts',
    find: 'dispatch(placeRun(id, saved))',
    replace: `dispatch(placeRun(id, saved))
    const later: typeof import('./runThunks') = require('./runThunks')
    void dispatch(later.continueRun(id))`,
    caughtBy: caughtBy('I11'),
  },
  {
    name: 'interrupted becomes pending',
    file: 'src/journal/recoverRuns.ts',
    find: '{ ...sent, standing: INTERRUPTED }',
    replace: "{ ...sent, standing: 'pending' }",
    caughtBy: caughtBy('I3', 'I4', 'I7'),
  },
  {
    name: 'interrupted becomes failed',
    file: 'src/journal/recoverRuns.ts',
    find: "{ status: 'unknown', reason: { why: 'interrupted' } }",
    replace: "{ status: 'failed', failure: { code: '', message: '', httpStatus: 0 } }",
    caughtBy: caughtBy('I15', 'I7'),
  },
  {
    name: 'ledger ignored',
    file: 'src/journal/keepLedger.ts',
    find: 'return entry !== undefined && entry.id !== record.id && !record.includesEarlier',
    replace: 'return entry !== undefined && record.epoch < 0',
    caughtBy: caughtBy('I4'),
  },
  {
    name: 'ledger not written',
    file: 'src/journal/keepLedger.ts',
    find: 'const isOwn = entry === undefined || entry.id === record.id',
    replace: 'const isOwn = entry === undefined || entry.id === record.id\n  if (isOwn) return',
    caughtBy: caughtBy('I4'),
  },
  {
    name: 'unknown in the error CSV',
    file: 'src/store/downloadThunks.ts',
    find: "if (status === 'sending') return 'not-sent'",
    replace: "if (status === 'sending') return 'not-sent'\n  if (status === 'unknown') return 'failed'",
    caughtBy: caughtBy('I9'),
  },
  {
    name: 'abort on stop',
    file: 'src/run/runRequests.ts',
    find: 'const attempt = await cancelSubOrder(request, intent.key)',
    replace: `const attempt = await Promise.race([
      cancelSubOrder(request, intent.key),
      new Promise<Attempt>((resolve) => {
        stop.addEventListener('abort', () => resolve({ kind: 'not-processed', why: 'session' }))
      }),
    ])`,
    caughtBy: caughtBy('I3'),
  },
  {
    name: 'the answer is not waited for at stop',
    file: 'src/run/runRequests.ts',
    find: 'const attempt = await cancelSubOrder(request, intent.key)',
    replace: `const attempt = await Promise.race([
      cancelSubOrder(request, intent.key),
      new Promise<Attempt>((resolve) => {
        const outcome = { status: 'unknown', reason: { why: 'no-answer' } } as const
        stop.addEventListener('abort', () => resolve({ kind: 'settled', outcome }))
      }),
    ])`,
    caughtBy: caughtBy('I1', 'I6', 'wait'),
  },
  {
    name: '401 turns a row red',
    file: 'src/api/readOutcome.ts',
    find: "if (status === 401) return { kind: 'not-processed', why: 'session' }",
    replace: 'if (status === 401) return refuse(readFailure(answer, readSaid(content)))',
    caughtBy: caughtBy('I15'),
  },
  {
    name: 'send after a failed write',
    file: 'src/run/runRequests.ts',
    find: 'if (!isPassed || !written.ok) return written.ok ? written : undefined',
    replace: 'if (!isPassed || !written.ok) return written.ok ? written : step.next',
    caughtBy: caughtBy('I2', 'I10', 'I14'),
  },
  {
    name: 'status read believed before quiescence',
    file: 'src/store/checkUnknown.ts',
    find: 'trustsOpen: false',
    replace: 'trustsOpen: true',
    caughtBy: caughtBy('quiet'),
  },
  {
    name: 'quiet too soon',
    file: 'src/run/quietTimes.ts',
    find: '?? clock.now()) + quietMs',
    replace: '?? clock.now()) + quietMs / 4',
    caughtBy: caughtBy('quiet'),
  },
  {
    name: 'a late answer overrules what is known',
    file: 'src/journal/resolveRequests.ts',
    find: "if (!state || before?.status !== 'unknown') throw new Refused('not-pending')",
    replace: "if (!state) throw new Refused('not-pending')",
    caughtBy: caughtBy('I3'),
  },
  {
    name: 'no lock',
    file: 'src/store/goOn.ts',
    find: 'await services.runLock.take(LOCK_PATIENCE_MS)',
    replace: 'await Promise.resolve(() => LOCK_PATIENCE_MS)',
    caughtBy: caughtBy('I1', 'I13'),
  },
  {
    name: 'a run read anew hides the one that goes on',
    file: 'src/store/journalThunks.ts',
    find: `if (activeId === id || isAhead(byId[id], saved)) return 'shown'
    // Something was settled meanwhile, or it was opened by another way: what was read may lack what came since.
    if (byId[id] && byId[id] !== before) return dispatch(openRun(id))`,
    replace: 'if (isAhead(byId[id], saved) && before && activeId) return openRun(id) as never',
    caughtBy: {
      file: 'test/model/traces.test.ts',
      test: 'a run that is being read anew stays the one that goes on',
    },
  },
  {
    name: 'a comeback after storage trouble',
    file: 'src/store/goOn.ts',
    find: 'if (why === undefined) await dispatch(awaitComeback(id, stop))',
    replace: 'await dispatch(awaitComeback(id, stop))',
    caughtBy: caughtBy('I14'),
  },
]
