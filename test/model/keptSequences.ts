import type { AnswerName } from './answers'
import { type Command, MOMENTS } from './commands'
import type { Sequence } from './sequence'

/** A sequence that broke a law once, with the name of the promise that it guards now. */
export interface KeptSequence extends Sequence {
  readonly name: string
}

const USUAL: Sequence['settings'] = {
  hasLocks: true,
  canRead: true,
  repeatIsSafe: false,
  repeats: 'says so',
  choices: [],
}
const SAFE: Sequence['settings'] = { ...USUAL, repeatIsSafe: true }

const by = (does: Command['does'], number = 0, tab = 0): Command => ({ does, tab, with: number })
const answer = (named: AnswerName): Command => ({ does: 'answer', tab: 0, with: 0, named })
const only = (command: Command, most: number): Command => ({ ...command, only: most })
/** @param skip how many times the moment passes first */
const crashAt = (named: string, skip = 0): Command => ({ ...by('crash at', skip * MOMENTS.length), named })
const hostGoesWrong = (named: string): Command => ({ ...by('host goes wrong'), named })

/** A file with the first sub-order alone is started. */
const BEGUN = [by('upload'), by('start')]
/** Moves the time past the screen's time-out, but not to the server's late answer. */
const TIMED_OUT = by('time passes', 2)
/** Moves the time past the late answer of a call that has timed out. */
const ANSWERED_LATE = by('time passes', 1)
/** Moves the time to where no earlier call can be delivered. */
const QUIET = by('time passes', 3)

/** Each sequence has failed once, and runs unchanged in every test from then on. */
export const keptSequences: readonly KeptSequence[] = [
  {
    name: 'a run that is read again stays the active run',
    settings: USUAL,
    commands: [
      by('upload', 9),
      by('start'),
      by('stop'),
      by('answer ok'),
      only(by('open past'), 0),
      by('continue'),
      by('answer ok'),
    ],
  },
  {
    name: 'an open sub-order of another tab stays unknown until its call can no longer arrive',
    settings: USUAL,
    commands: [
      by('second tab'),
      by('second tab'),
      QUIET,
      by('upload', 9),
      by('start'),
      answer('lost, delivered later'),
      by('stop'),
      by('check', 0, 1),
      QUIET,
    ],
  },
  {
    name: 'a tick for sub-orders of one run includes none that another run cancels afterwards',
    settings: USUAL,
    commands: [
      ...BEGUN,
      by('answer ok'),
      by('upload', 15),
      by('include'),
      by('start'),
      by('stop'),
      by('answer ok'),
      by('single', 2),
      by('answer ok'),
      by('go to slot'),
      by('continue'),
      by('answer ok', 2),
    ],
  },
  {
    name: 'a tick where nothing is skipped includes nothing',
    settings: USUAL,
    commands: [
      by('upload', 63),
      by('include'),
      by('start'),
      by('stop'),
      by('answer ok'),
      by('single', 5),
      by('answer ok'),
      by('go to slot'),
      by('continue'),
      by('answer ok', 2),
    ],
  },
  {
    name: 'a tick includes nothing that another file leaves in doubt afterwards',
    settings: USUAL,
    commands: [
      ...BEGUN,
      by('answer ok'),
      by('upload', 63),
      by('include'),
      by('start'),
      by('stop'),
      by('answer ok'),
      by('upload', 44),
      by('start'),
      answer('lost before'),
    ],
  },
  {
    name: 'the late answer wins over a person who said that it was not cancelled',
    settings: USUAL,
    commands: [...BEGUN, answer('slow ok'), TIMED_OUT, by('mark'), ANSWERED_LATE],
  },
  {
    name: 'nothing is sent on a person’s word while the call is out',
    settings: USUAL,
    commands: [...BEGUN, answer('time-out before'), TIMED_OUT, by('mark'), by('continue'), by('answer ok')],
  },
  {
    name: 'the late answer to the first call is kept while its repeat is out',
    settings: SAFE,
    commands: [
      ...BEGUN,
      answer('time-out, late ok'),
      TIMED_OUT,
      by('again'),
      ANSWERED_LATE,
      answer('lost before'),
    ],
  },
  {
    name: 'a refusal of a repeat is no verdict on the first call',
    settings: { ...SAFE, repeats: 'refuses' },
    commands: [...BEGUN, answer('lost after'), by('again'), by('answer ok')],
  },
  {
    name: 'a refusal of a request that a person let be sent again is no verdict on the first call',
    settings: { ...USUAL, repeats: 'refuses' },
    commands: [
      ...BEGUN,
      answer('lost, delivered later'),
      by('mark'),
      TIMED_OUT,
      by('continue'),
      by('answer ok'),
    ],
  },
  {
    name: 'a repeat that is still being processed is unknown',
    settings: { ...SAFE, repeats: 'honours keys' },
    commands: [...BEGUN, answer('slow ok'), TIMED_OUT, by('again'), by('answer ok')],
  },
  {
    name: 'a request that was unknown keeps its key when it is retried',
    settings: USUAL,
    commands: [
      ...BEGUN,
      answer('time-out, late refusal'),
      TIMED_OUT,
      ANSWERED_LATE,
      by('retry'),
      by('answer ok'),
    ],
  },
  {
    name: 'an unknown request that is in progress keeps its key when it is sent again',
    settings: { ...SAFE, repeats: 'honours keys' },
    commands: [
      ...BEGUN,
      answer('lost after'),
      by('again'),
      answer('in progress'),
      by('retry'),
      by('again'),
      by('answer ok'),
    ],
  },
  {
    name: 'a late refusal settles nothing that another call may have done',
    settings: SAFE,
    commands: [
      ...BEGUN,
      answer('time-out, late refusal'),
      TIMED_OUT,
      by('again'),
      answer('lost after'),
      ANSWERED_LATE,
    ],
  },
  {
    name: 'an open sub-order whose call is out in another tab stays unknown, however old the call is',
    settings: USUAL,
    commands: [...BEGUN, by('second tab'), answer('time-out before'), QUIET, by('check', 0, 1), QUIET],
  },
  {
    name: 'a run with something unknown is kept when the clock is set by eight days',
    settings: USUAL,
    commands: [...BEGUN, answer('lost after'), by('set clock', 2), by('reload')],
  },
  {
    name: 'a run that was finished a moment ago is kept when the clock is set by eight days',
    settings: USUAL,
    commands: [...BEGUN, by('answer ok'), by('set clock', 2), by('reload')],
  },
  {
    name: 'a sub-order that was just cancelled is not forgotten when the clock is set by a month',
    settings: USUAL,
    commands: [
      ...BEGUN,
      by('answer ok'),
      by('close'),
      by('set clock', 4),
      by('reload'),
      by('upload', 3),
      by('start'),
      by('answer ok', 2),
    ],
  },
  {
    name: 'with a path that is no text nothing is sent, and the run goes on once the path is right again',
    settings: USUAL,
    commands: [
      by('upload', 3),
      hostGoesWrong('a path is no text'),
      by('start'),
      by('host is right'),
      by('continue'),
      by('answer ok', 2),
    ],
  },
  {
    name: 'paths that throw leave nothing unknown: no call went out',
    settings: USUAL,
    commands: [by('upload', 3), hostGoesWrong('paths throw'), by('start'), by('answer ok', 2)],
  },
  {
    name: 'a client that cannot be read leaves nothing unknown: no call went out',
    settings: USUAL,
    commands: [by('upload', 3), hostGoesWrong('client throws'), by('start'), by('answer ok', 2)],
  },
  {
    name: 'a client without a request leaves nothing unknown: no call went out',
    settings: USUAL,
    commands: [by('upload', 3), hostGoesWrong('client is empty'), by('start'), by('answer ok', 2)],
  },
  {
    name: 'a cancel that is only accepted is unknown',
    settings: USUAL,
    commands: [...BEGUN, answer('accepted, never done')],
  },
  {
    name: 'a call that is in progress is unknown',
    settings: USUAL,
    commands: [...BEGUN, answer('in progress')],
  },
  {
    name: 'nothing is sent before a run that was cut off is recovered on record',
    settings: USUAL,
    commands: [by('upload', 62), by('start'), by('fail writes'), by('reload'), by('single'), by('answer ok')],
  },
  {
    name: 'events of another shape from another tab are not taken',
    settings: USUAL,
    commands: [by('second tab'), ...BEGUN, by('strange message', 0, 1)],
  },
  {
    name: 'an outcome without a status from another tab is not taken',
    settings: USUAL,
    commands: [by('second tab'), ...BEGUN, TIMED_OUT, by('strange message', 6)],
  },
  {
    name: 'without locks the answer of a run that another tab has recovered is kept',
    settings: { ...USUAL, hasLocks: false },
    commands: [by('second tab'), ...BEGUN, by('answer ok')],
  },
  {
    name: 'late messages about a run change nothing that the tab has read since',
    settings: { ...USUAL, choices: [2, 2, 2] },
    commands: [
      by('second tab'),
      by('second tab'),
      by('upload', 38),
      by('start'),
      by('time passes'),
      only(by('answer ok'), 2),
      by('reload'),
    ],
  },
  {
    name: 'two tabs continue at once: the second shows what the first has sent',
    settings: { ...USUAL, choices: [2, 0, 1, 0, 4, 5, 1, 0] },
    commands: [
      by('second tab'),
      by('second tab'),
      by('upload', 35),
      by('start'),
      by('other user'),
      only(answer('broken JSON'), 9),
      only(by('upload lines'), 11),
      only(by('stop'), 12),
      only(by('continue in all tabs', 0, 2), 0),
    ],
  },
  {
    name: 'a tab that waits to continue recovers the run of a tab that dies first',
    settings: { ...USUAL, choices: [5, 2, 0, 2, 1, 1, 1, 5, 1] },
    commands: [
      by('second tab'),
      by('upload'),
      by('start'),
      only(answer('401'), 7),
      only(answer('in progress'), 12),
      only(by('continue in all tabs'), 3),
      crashAt('before outcome'),
    ],
  },
  {
    name: 'the tabs that show a finished run show that it went on and was cut off',
    settings: { ...USUAL, repeatIsSafe: true, choices: [5, 4] },
    commands: [
      by('second tab'),
      by('second tab'),
      by('upload', 28),
      by('start'),
      answer('lost after'),
      by('again'),
      by('answer ok'),
      only(by('continue'), 5),
      by('reload', 25),
    ],
  },
  {
    name: 'the host gets an event that another tab wrote and did not send',
    settings: { ...USUAL },
    commands: [
      by('second tab'),
      by('upload', 43),
      by('start'),
      by('time passes', 7, 2),
      crashAt('after resolution'),
      by('mark', 4, 1),
    ],
  },
  {
    name: 'two tabs continue at once: an unknown request is not passed over as not sent',
    settings: { ...USUAL, choices: [0, 4, 4, 5, 4, 3] },
    commands: [
      by('second tab'),
      by('upload'),
      by('start'),
      only(answer('401'), 3),
      only(answer('page before'), 12),
      by('continue in all tabs'),
    ],
  },
  {
    name: 'a run that was begun and cut off is recovered by the tab that shows it',
    settings: { ...USUAL },
    commands: [
      by('second tab'),
      by('upload'),
      by('start'),
      crashAt('after mark'),
      answer('401'),
      by('continue'),
    ],
  },
  {
    name: 'an opened past run does not push the active run out of its slot',
    settings: USUAL,
    commands: [
      by('upload', 40),
      by('start'),
      by('answer ok', 2),
      by('reload'),
      by('upload', 7),
      by('start'),
      by('open past', 0, 2),
      by('upload', 0, 1),
    ],
  },
  {
    name: 'without locks a call that was given up in one tab keeps its row closed in the other',
    settings: { ...USUAL, hasLocks: false },
    commands: [...BEGUN, by('second tab'), TIMED_OUT, by('mark'), by('continue', 0, 1)],
  },
  {
    name: 'a tab that knew a call shows what the call’s page wrote before it went away',
    settings: USUAL,
    commands: [
      ...BEGUN,
      crashAt('after resolution', 1),
      by('second tab'),
      answer('slow ok'),
      TIMED_OUT,
      by('mark'),
      TIMED_OUT,
    ],
  },
  {
    name: 'a late answer is shown while the request is being sent once more',
    settings: SAFE,
    commands: [...BEGUN, answer('time-out, late ok'), TIMED_OUT, by('again'), ANSWERED_LATE],
  },
  {
    name: 'without locks a tab does not resume a run by itself that another tab has taken over',
    settings: { ...USUAL, hasLocks: false, choices: [3, 2, 1] },
    commands: [
      by('second tab'),
      by('second tab'),
      by('upload', 61),
      by('start'),
      only(by('continue', 0, 1), 11),
      by('network down'),
    ],
  },
  {
    name: 'a busy tab shows how the run of a closed tab has ended',
    settings: USUAL,
    commands: [
      by('second tab'),
      by('upload'),
      by('start'),
      by('answer'),
      by('upload', 231, 1),
      by('answer ok'),
      only(by('continue'), 0),
      only(by('start', 0, 1), 1),
      by('crash at', 74),
    ],
  },
  {
    name: 'a tab that sends shows a late answer that another tab got while the run was being read',
    settings: { ...USUAL, choices: [0, 4, 5, 5, 4, 3, 1, 2, 4] },
    commands: [
      by('second tab'),
      by('upload', 63),
      by('start'),
      crashAt('after told', 2),
      answer('slow ok'),
      TIMED_OUT,
      by('stop'),
      by('answer ok'),
      by('mark'),
      by('continue', 0, 1),
      ANSWERED_LATE,
    ],
  },
  {
    name: 'a run that ended as its page went away, without a message, is shown as it ended',
    settings: { ...USUAL, canRead: false, repeats: 'refuses' },
    commands: [
      by('second tab'),
      by('upload', 6),
      by('start'),
      by('answer ok'),
      only(answer('lost after'), 8),
      only(by('continue'), 1),
      crashAt('after mark', 1),
    ],
  },
  {
    name: 'a request in flight counts as done where the run is taken over',
    settings: { ...USUAL, canRead: false, repeats: 'honours keys' },
    commands: [
      by('second tab'),
      by('second tab'),
      by('upload', 56),
      by('start'),
      by('crash'),
      only(by('continue in all tabs'), 6),
      only(by('answer ok'), 2),
      only(by('logout', 0, 1), 0),
      only(by('answer'), 2),
      by('crash'),
    ],
  },
  {
    name: 'a run whose recovery could not be written by one page is recovered by another, and then sent',
    settings: { ...SAFE, canRead: false, repeats: 'refuses', choices: [1, 2, 4, 3, 2] },
    commands: [
      by('second tab'),
      by('second tab'),
      ...BEGUN,
      answer('lost after'),
      only(by('again'), 3),
      only(by('ask to stop'), 8),
      only(by('fail writes', 146), 0),
      by('again', 0, 2),
    ],
  },
  {
    name: 'a tab that looks up unknown sub-orders first recovers the run that another tab left going on',
    settings: { ...SAFE, repeats: 'refuses' },
    commands: [
      by('second tab'),
      by('second tab'),
      ...BEGUN,
      crashAt('after mark'),
      by('reload'),
      only(by('again'), 4),
      by('check', 0, 2),
    ],
  },
]
