import { byLaws, bySequence, byTest, type Mutant } from './mutant'

/** How calls go out, stop, and come back after a crash. */
export const loopMutants: readonly Mutant[] = [
  {
    name: 'no compare-and-set',
    file: 'src/journal/stepRun.ts',
    find: 'if (why) throw new Refused(why)',
    replace: 'if (why && context.epoch < 0) throw new Refused(why)',
    caughtBy: byLaws('I3', 'I4'),
  },
  {
    name: 'no fence',
    file: 'src/journal/runRow.ts',
    find: "if (record.epoch !== epoch) throw new Refused('fenced')",
    replace: '',
    caughtBy: byTest(
      'test/journal/steps.test.ts',
      'in memory › the fence › refuses whoever held the run before, whatever the step, and nothing is written',
    ),
  },
  {
    name: 'send before the write completes',
    file: 'src/run/runRequests.ts',
    find: 'const intent = yield* record({ next: { position, key: deriveIdempotencyKey(work.id, index) } })',
    replace: `const early = { position, key: deriveIdempotencyKey(work.id, index) }
    const intent = [{ key: early.key, call: 'early' }, 'passed' as const][Number(requests.length < 0)]
    void recorder.write({ next: early, done: index })`,
    caughtBy: byLaws('I2'),
  },
  {
    name: 'retry on time-out',
    file: 'src/api/cancelSubOrder.ts',
    find: "return { kind: 'settled', outcome, trouble: 'server', late }",
    replace: "void late; return { kind: 'not-processed', why: 'rate-limited', retryAfterMs: 0 }",
    caughtBy: byLaws('I3', 'I4'),
  },
  {
    name: 'a key per attempt',
    file: 'src/journal/stepRun.ts',
    find: 'const key = state && keepsKey(state) ? state.key : newKey',
    replace: 'const key = newKey.replace(/^./, String(context.epoch % 10))',
    caughtBy: byLaws('I5'),
  },
  {
    name: 'counts from memory',
    file: 'src/journal/loadRun.ts',
    find: 'tally,\n      run: readRun(record, picks)',
    replace: 'tally: record.tally,\n      run: readRun(record, picks)',
    caughtBy: byLaws('I8'),
  },
  {
    name: 'recover twice',
    file: 'src/journal/recoverRuns.ts',
    find: 'if (isCutOff(record)) log.push(...(await recoverRun(tx, record, at)))',
    replace: `const phase = record.phase === 'paused' ? 'running' : record.phase
      if (phase !== 'finished') log.push(...(await recoverRun(tx, { ...record, phase }, at)))`,
    caughtBy: byLaws('I12'),
  },
  {
    name: 'render before commit',
    file: 'src/run/runRequests.ts',
    find: 'const settled = heard && {',
    replace: 'if (heard) yield heard.event\n    const settled = heard && {',
    caughtBy: byLaws('I6'),
  },
  {
    name: 'resume by itself after reload',
    file: 'src/store/record/openRun.ts',
    find: 'dispatch(placeRun(id, saved))',
    replace: `dispatch(placeRun(id, saved))
    const later: typeof import('../run/runThunks') = require('../run/runThunks')
    void dispatch(later.continueRun(id))`,
    caughtBy: byLaws('I11'),
  },
  {
    name: 'interrupted becomes pending',
    file: 'src/journal/recoverRuns.ts',
    find: 'const state = endCall(row.state, INTERRUPTED, true)',
    replace: "const state = { ...row.state, standing: 'pending' } as const",
    caughtBy: byLaws('I3', 'I4', 'I7'),
  },
  {
    name: 'interrupted becomes failed',
    file: 'src/journal/judgeRow.ts',
    find: "{ status: 'unknown', reason: { why: 'interrupted' } }",
    replace: "{ status: 'failed', failure: { code: '', message: '', httpStatus: 0 } }",
    caughtBy: byLaws('I15', 'I7'),
  },
  {
    name: 'ledger ignored',
    file: 'src/journal/keepLedger.ts',
    find: 'return others !== undefined && !isSameEarlier(others, included)',
    replace: "return others !== undefined && id === ''",
    caughtBy: byLaws('I4'),
  },
  {
    name: 'ledger not written',
    file: 'src/journal/keepLedger.ts',
    find: 'const others = findOthers(entry, writer.id)',
    replace: 'const others = findOthers(entry, writer.id)\n  if (own) return',
    caughtBy: byLaws('I4'),
  },
  {
    name: 'unknown in the error CSV',
    file: 'src/store/run/downloadThunks.ts',
    find: "if (status === 'sending') return 'not-sent'",
    replace: "if (status === 'sending') return 'not-sent'\n  if (status === 'unknown') return 'failed'",
    caughtBy: byLaws('I9'),
  },
  {
    name: 'abort on stop',
    file: 'src/run/runRequests.ts',
    find: 'const attempt = await cancelSubOrder(request, key)',
    replace: `const attempt = await Promise.race([
      cancelSubOrder(request, key),
      new Promise<Attempt>((resolve) => {
        stop.addEventListener('abort', () => resolve({ kind: 'not-processed', why: 'session' }))
      }),
    ])`,
    caughtBy: byLaws('I3'),
  },
  {
    name: 'the answer is not waited for at stop',
    file: 'src/run/runRequests.ts',
    find: 'const attempt = await cancelSubOrder(request, key)',
    replace: `const attempt = await Promise.race([
      cancelSubOrder(request, key),
      new Promise<Attempt>((resolve) => {
        const outcome = { status: 'unknown', reason: { why: 'no-answer' } } as const
        stop.addEventListener('abort', () => resolve({ kind: 'settled', outcome }))
      }),
    ])`,
    caughtBy: byLaws('I1', 'I6', 'wait'),
  },
  {
    name: '401 turns a row red',
    file: 'src/api/readOutcome.ts',
    find: "if (status === 401) return { kind: 'not-processed', why: 'session' }",
    replace: 'if (status === 401) return refuse(answer, readServerMessage(content))',
    caughtBy: byLaws('I15'),
  },
  {
    name: 'send after a failed write',
    file: 'src/run/runRequests.ts',
    find: 'if (!isPassed || !written.ok) return written.ok ? written : undefined',
    replace:
      "if (!isPassed || !written.ok) return written.ok ? written : step.next && { ...step.next, call: 'x' }",
    caughtBy: byLaws('I2', 'I10', 'I14'),
  },
  {
    name: 'status read believed before quiescence',
    file: 'src/store/run/checkUnknown.ts',
    find: 'trustsOpen: false',
    replace: 'trustsOpen: true',
    caughtBy: byLaws('quiet'),
  },
  {
    name: 'quiet too soon',
    file: 'src/run/deliveryDeadlines.ts',
    find: 'request.since + quietMs',
    replace: 'request.since + quietMs / 4',
    caughtBy: byLaws('quiet'),
  },
  {
    name: 'a late answer overrules what is known',
    file: 'src/journal/judgeRow.ts',
    find: "&& standing?.status !== 'failed' && !isServersWord(standing)",
    replace: '',
    caughtBy: byTest(
      'test/journal/resolve.test.ts',
      'in memory › a late answer › refused loses against a read that found it cancelled',
    ),
  },
  {
    name: 'no lock',
    file: 'src/store/run/startStint.ts',
    find: 'await services.record.runLock.take(LOCK_PATIENCE_MS)',
    replace: 'await Promise.resolve(() => LOCK_PATIENCE_MS)',
    caughtBy: byLaws('I1', 'I13'),
  },
  {
    name: 'a run read anew hides the one that goes on',
    file: 'src/store/record/openRun.ts',
    find: `if (activeId === id || isAhead(byId[id], saved, journal.isOwed(id))) return 'shown'
      // Another tab, or a settled request here, has changed the run since the read began: the copy may lack that.
      if (load.isStale || (byId[id] && byId[id] !== before)) continue`,
    replace: "if (isAhead(byId[id], saved, journal.isOwed(id)) && before && activeId) return 'shown'",
    caughtBy: bySequence('a run that is read again stays the active run'),
  },
  {
    name: 'a run that resumes by itself after storage trouble',
    file: 'src/store/run/startStint.ts',
    find: "if (end.kind !== 'ran') return dispatch(reloadKept(id))",
    replace: `if (end.kind !== 'ran') {
      await dispatch(reloadKept(id))
      const write = async () => ({ ok: false, why: 'storage' }) as const
      const epoch = getState().runs.byId[id]?.epoch ?? 0
      return dispatch(awaitRecovery(id, { kind: 'ran', recorder: { write }, epoch }, stop))
    }`,
    caughtBy: byLaws('I14', 'rest'),
  },
]
