import { byTest, type Mutant } from './mutant'

const HOSTILE = 'test/journeys/hostileHost.test.tsx'
const SESSION = 'test/ui/session.test.tsx'

/** Hosts that throw, change in place, or hand over another user. */
export const hostMutants: readonly Mutant[] = [
  {
    name: 'the name of the user may throw',
    file: 'src/app/createServices.ts',
    find: 'readUserName: () => readUserName(readHost(), user.id)',
    replace: 'readUserName: () => readHost().user.name ?? readUserName(readHost(), user.id)',
    caughtBy: byTest(HOSTILE, 'a run goes through where the name of the user throws when it is read'),
  },
  {
    name: 'a file whose reading throws is being read for ever',
    file: 'src/store/sheet/loadFile.ts',
    find: 'if (isLatest()) await dispatch(placeSheet(kind, ticket, refuseUnread(file)))',
    replace: 'void refuseUnread',
    caughtBy: byTest(
      'test/store/loadFile.test.ts',
      'a file whose reading comes to a fault › is refused, and is not "being read" for ever: the limits cannot be read',
    ),
  },
  {
    name: 'a message that is no text is put into words',
    file: 'src/host/describeThrown.ts',
    find: "if (typeof message !== 'string') return ''",
    replace: "if (typeof message !== 'string') return `${message as string}`",
    caughtBy: byTest('test/host/describeThrown.test.ts', 'describes any thrown value, and never throws'),
  },
  {
    name: 'a message that throws is thrown on',
    file: 'src/host/describeThrown.ts',
    find: `  } catch {
    return ''
  }`,
    replace: `  } finally {
    void isObject
  }`,
    caughtBy: byTest(
      HOSTILE,
      'whatever the members of a host throw, its screen says so, and neither mount nor update throws',
    ),
  },
  {
    name: 'an old subscription to the session stays',
    file: 'src/app/userWatch.ts',
    find: '    subscription?.end()\n',
    replace: '',
    caughtBy: byTest(
      SESSION,
      'the subscription to the session › is taken back when the host tells of its session in another way, or no more',
    ),
  },
  {
    name: 'an old subscription is taken back and still heard',
    file: 'src/app/userWatch.ts',
    find: '      isCurrent = false\n',
    replace: '',
    caughtBy: byTest(
      SESSION,
      'the subscription to the session › says nothing any more once another one is in its place, though the host kept it',
    ),
  },
  {
    name: 'the last call of another user is not waited for',
    file: 'src/run/onePageCall.ts',
    find: 'findOthers().length > 0 ? waitForOthers(stop) : pacer.nextTurn(stop)',
    replace: 'findOthers().length < 0 ? waitForOthers(stop) : pacer.nextTurn(stop)',
    caughtBy: byTest(
      'test/ui/onePageCall.test.tsx',
      'a session waits until the last call of the other one has been heard',
    ),
  },
  {
    name: 'one user is told of the run of another',
    file: 'src/app/session.ts',
    find: 'status: () => (isUserHere() ? selectStatus(store.getState()) : IDLE)',
    replace: 'status: () => selectStatus(store.getState())',
    caughtBy: byTest(SESSION, 'the status › speaks of the user who is signed in, not of the one before'),
  },
]
