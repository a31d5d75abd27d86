import { bySequence, byTest, type Mutant } from './mutant'

const DEADLINES = 'src/run/deliveryDeadlines.ts'
const HEARING = 'test/tabs/tabListener.test.ts'
const PAGES = 'src/browser/pages.ts'

/** What one tab does not know of another's, or takes from it though it should not. */
export const tabMutants: readonly Mutant[] = [
  {
    name: 'what is out is known in the memory of its own page alone',
    file: 'src/run/runRequests.ts',
    find: 'isOut: heard.event.late !== undefined',
    replace: 'isOut: false',
    caughtBy: bySequence(
      'an open sub-order whose call is out in another tab stays unknown, however old the call is',
    ),
  },
  {
    name: 'what another page has out is not read from the record',
    file: 'src/store/record/openRun.ts',
    find: 'if (page === pages.own) return []',
    replace: 'if (page !== undefined) return []',
    caughtBy: bySequence(
      'an open sub-order whose call is out in another tab stays unknown, however old the call is',
    ),
  },
  {
    name: 'a call is out no more once the screen gives it up',
    file: 'src/store/run/eventSink.ts',
    find: 'services.calls.trackLateCall(id, position, { id: late.call, ended: late.outcome })',
    replace: 'services.calls.trackLateCall(id, position, { id: late.call, ended: Promise.resolve() })',
    caughtBy: byTest(
      'test/store/unknown.test.ts',
      'Check unknown › leaves sub-orders unknown whose calls are still out, also after the second look, and says so',
    ),
  },
  {
    name: 'what is out closes nothing',
    file: 'src/journal/findRefusal.ts',
    find: "return isStillOut(row, context) ? 'still-out' : undefined",
    replace: "return isStillOut(row, context) && context.epoch < 0 ? 'still-out' : undefined",
    caughtBy: byTest(
      'test/journal/resolve.test.ts',
      'in memory › a call that is out › keeps its request closed in every tab while its page lives, whatever a person says',
    ),
  },
  {
    name: 'no other page is known to live when a run is taken',
    file: 'src/journal/takeOwnership.ts',
    find: 'owner === page || alivePages?.has(owner) === true',
    replace: 'owner === page',
    caughtBy: byTest(
      'test/journal/resolve.test.ts',
      'in memory › a call that is out › keeps its request closed in every tab while its page lives, whatever a person says',
    ),
  },
  {
    name: 'nobody asks which pages live before a run is taken',
    file: 'src/store/run/takeRun.ts',
    find: 'const alivePages = await services.record.pages.enter()',
    replace: 'const alivePages = new Set<string>()',
    caughtBy: byTest(
      'test/store/comeBack.test.ts',
      'two tabs › the second skips requests whose calls are out in the first, and sends the rest',
    ),
  },
  {
    name: 'a page that sends does not say that it lives',
    file: PAGES,
    find: 'entered ??= holdOwn()',
    replace: 'entered ??= Promise.resolve()',
    caughtBy: byTest('test/tabs/pages.test.ts', 'with locks › a page knows the open pages that have entered'),
  },
  {
    name: 'a page is taken for gone at once',
    file: PAGES,
    find: "untilGone: (page) => locks.request(prefix + page, { mode: 'shared' }, () => undefined)",
    replace: 'untilGone: () => Promise.resolve()',
    caughtBy: byTest(
      'test/tabs/pages.test.ts',
      'with locks › a page counts as gone once it has closed, and not before',
    ),
  },
  {
    name: 'without locks nobody lives but oneself',
    file: PAGES,
    find: "if (message.type === 'here') alive.add(message.page)",
    replace: 'void message',
    caughtBy: byTest('test/tabs/pages.test.ts', 'without locks › a page knows the pages that answer'),
  },
  {
    name: 'a run read anew forgets that its call is out',
    file: DEADLINES,
    find: 'for (const call of elsewhere) watch(',
    replace: 'request.own.clear()\n      for (const call of elsewhere) watch(',
    caughtBy: byTest(
      'test/run/deliveryDeadlines.test.ts',
      'a call of this page stays out when the run is read again',
    ),
  },
  {
    name: 'the look-up trusts what is still out',
    file: 'src/store/run/checkUnknown.ts',
    find: 'lookThrough({ ...look, positions: back, trustsOpen: true })',
    replace: 'lookThrough({ ...look, positions: first.open, trustsOpen: true })',
    caughtBy: byTest(
      'test/store/unknown.test.ts',
      'Check unknown › leaves sub-orders unknown whose calls are still out, also after the second look, and says so',
    ),
  },
  {
    name: 'four hundred calls may be unanswered',
    file: 'src/run/runRequests.ts',
    find: 'const MOST_UNANSWERED = 4',
    replace: 'const MOST_UNANSWERED = 400',
    caughtBy: byTest(
      'test/run/runRequests.test.ts',
      'trouble › four calls that were given up and are still out pause the run, whatever came between them',
    ),
  },
  {
    name: 'events of another shape are taken',
    file: 'src/domain/run/readTabMessage.ts',
    find: 'if (!Array.isArray(told) || !told.every(isEvent))',
    replace: 'if (!Array.isArray(told))',
    caughtBy: bySequence('an outcome without a status from another tab is not taken'),
  },
  {
    name: 'a stale read of a run is placed',
    file: 'src/store/record/openRun.ts',
    find: 'if (load.isStale || (byId[id] && byId[id] !== before)) continue',
    replace: 'void before',
    caughtBy: byTest(HEARING, 'a run that another tab changes while it is read is shown as it stands then'),
  },
  {
    name: 'events from before a run was read set the run back',
    file: 'src/store/record/takeEvents.ts',
    find: "return !('index' in event) || event.index >= done",
    replace: "return !('index' in event) || event.index >= 0 || done < 0",
    caughtBy: byTest(HEARING, 'messages from before a run was read do not set it back'),
  },
  {
    name: 'a run is taken by a tab that does not show what was settled',
    file: 'src/journal/takeOwnership.ts',
    find: 'line !== before.written && !owed?.step',
    replace: 'line > before.written && !owed?.step',
    caughtBy: byTest(
      'test/journal/steps.test.ts',
      'in memory › the fence › lets a tab take a run only where it shows the last line that was written',
    ),
  },
  {
    name: 'a lock that is refused is held by another tab',
    file: 'src/browser/runLock.ts',
    find: `      locks = undefined
      return holdInPage(signal)`,
    replace: '      return undefined',
    caughtBy: byTest(
      'test/tabs/runLock.test.ts',
      'the run lock › holds within a page where the browser refuses them, as to a frame of another origin',
    ),
  },
]
