import { bySequence, byTest, type Mutant } from './mutant'

const CORPUS = 'test/api/corpus.test.ts'
const VERDICTS = 'test/api/noFalseVerdict.test.ts'

/** What is taken for a verdict though the server has said none. */
export const answerMutants: readonly Mutant[] = [
  {
    name: '"in progress" is a refusal',
    file: 'src/api/readRefused.ts',
    find: 'if (status === 425 || saysInProgress(serverMessage))',
    replace: 'if (status === 425)',
    caughtBy: bySequence('a call that is in progress is unknown'),
  },
  {
    name: '202 is a success',
    file: 'src/api/readAccepted.ts',
    find: "if (status === 202) return settle({ why: 'accepted', httpStatus: status })",
    replace: '',
    caughtBy: byTest(CORPUS, 'flags and promises › 202: UNKNOWN'),
  },
  {
    name: 'a promise in the body is a success',
    file: 'src/api/readAccepted.ts',
    find: `    case 'promise':
      return settle({ why: 'accepted', httpStatus: status })
    case 'success':`,
    replace: `    case 'promise':
    case 'success':`,
    caughtBy: byTest(VERDICTS, 'with {"status":"QUEUED"} › no accepted answer is a success'),
  },
  {
    name: 'a failure without a name in a 2xx is a success',
    file: 'src/api/readAccepted.ts',
    find: "return settle({ why: 'unnamed-failure', httpStatus: status }, 'server')",
    replace: 'return DONE',
    caughtBy: byTest(VERDICTS, 'with {"success":false} › no accepted answer is a success'),
  },
  {
    name: 'any 500 with a code and a message is a refusal',
    file: 'src/api/readRefused.ts',
    find: "return typeof description === 'string' && squash(code) !== '' && !isServerFailureCode(code)",
    replace: 'return true',
    caughtBy: byTest(CORPUS, 'Increff › 500 unknown_error: UNKNOWN'),
  },
  {
    name: 'a fault of the host before the call is an unknown end',
    file: 'src/api/cancelSubOrder.ts',
    find: 'if (!prepared) return NOT_SENT',
    replace: 'if (!prepared) return NO_ANSWER',
    caughtBy: bySequence('a client that cannot be read leaves nothing unknown: no call went out'),
  },
  {
    name: 'paths that are no text go out',
    file: 'src/api/cancelSubOrder.ts',
    find: `  } catch {
    return undefined
  }`,
    replace: `  } finally {
    void key
  }`,
    caughtBy: bySequence(
      'with a path that is no text nothing is sent, and the run goes on once the path is right again',
    ),
  },
]
