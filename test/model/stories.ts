import type { AnswerName } from './answers'
import type { Command } from './commands'

const by = (tab: number, does: Command['does'], number = 0): Command => ({ does, tab, with: number })
const answer = (named: AnswerName): Command => ({ does: 'answer', tab: 0, with: 0, named })

/** Moves the time past the screen's time-out, but not to the server's late answer. */
const TIMED_OUT = by(0, 'time passes', 2)
/** Moves the time past the late answer of a call that has timed out. */
const ANSWERED_LATE = by(0, 'time passes', 1)
/** Moves the time to where no earlier call can be delivered. */
const QUIET = by(0, 'time passes', 3)

/** Cancels every request for the six sub-orders. */
const ALL_OK = [by(0, 'answer ok', 2), by(0, 'answer ok', 2)]

/** Stories that random draws seldom find. Each begins with a run that waits for its answer. */
export const STORIES: readonly (readonly Command[])[] = [
  // A person marks a row while its call is out, and the answer comes late.
  [answer('slow ok'), TIMED_OUT, by(0, 'mark'), ANSWERED_LATE, by(0, 'continue'), by(0, 'answer ok', 2)],
  [answer('slow ok'), TIMED_OUT, by(0, 'stop'), by(0, 'mark'), by(0, 'continue'), by(0, 'answer ok', 2)],
  [answer('time-out, late refusal'), TIMED_OUT, by(0, 'mark'), by(0, 'continue'), ANSWERED_LATE],
  // Sent again while the first call is out.
  [answer('time-out, late ok'), TIMED_OUT, by(0, 'answer ok', 2), by(0, 'again'), ANSWERED_LATE],
  [answer('time-out, late refusal'), TIMED_OUT, by(0, 'answer ok'), by(0, 'again'), answer('lost after')],
  [answer('lost after'), by(0, 'again'), answer('404'), by(0, 'retry'), by(0, 'answer ok')],
  [answer('lost after'), by(0, 'again'), answer('in progress'), by(0, 'retry'), by(0, 'answer ok')],
  // Refused, and tried once more; refused late, refused again, refused after it was found open.
  [answer('404'), ...ALL_OK, by(0, 'retry'), answer('500 refusal'), by(0, 'retry'), answer('lost after')],
  [answer('404'), ...ALL_OK, by(0, 'retry'), answer('slow ok'), TIMED_OUT, by(0, 'mark'), ANSWERED_LATE],
  [
    answer('time-out, late refusal'),
    TIMED_OUT,
    ANSWERED_LATE,
    ...ALL_OK,
    by(0, 'retry'),
    answer('lost after'),
    by(0, 'again'),
    answer('404'),
    by(0, 'retry'),
  ],
  [
    answer('lost, delivered later'),
    by(0, 'mark'),
    by(0, 'continue'),
    ...ALL_OK,
    by(0, 'continue'),
    answer('404'),
    by(0, 'retry'),
  ],
  [answer('in progress'), ...ALL_OK, by(0, 'retry'), by(0, 'check'), QUIET, by(0, 'continue'), answer('404')],
  // Unknown in several tabs.
  [
    by(0, 'second tab'),
    answer('lost before'),
    by(0, 'continue'),
    ...ALL_OK,
    by(1, 'open past'),
    by(1, 'again'),
    answer('time-out, late ok'),
    TIMED_OUT,
    by(0, 'mark'),
    by(1, 'check'),
    ANSWERED_LATE,
    by(0, 'continue'),
  ],
  // Unknown in one tab, looked up in another.
  [
    by(0, 'second tab'),
    answer('time-out before'),
    TIMED_OUT,
    by(0, 'stop'),
    by(0, 'answer ok'),
    by(1, 'open past'),
    QUIET,
    by(1, 'check'),
    QUIET,
    by(1, 'continue'),
    by(1, 'answer ok', 2),
  ],
  [
    by(0, 'second tab'),
    answer('slow ok'),
    by(0, 'time passes', 2),
    by(0, 'stop'),
    by(0, 'answer ok'),
    by(1, 'open past'),
    by(1, 'mark'),
    by(1, 'continue'),
    ANSWERED_LATE,
  ],
  // Skipped, allowed, and cancelled by hand before it is sent.
  [
    by(0, 'answer ok', 2),
    by(0, 'upload', 63),
    by(0, 'include'),
    by(0, 'start'),
    by(0, 'answer ok'),
    by(0, 'stop'),
    by(0, 'answer ok'),
    by(0, 'single', 5),
    by(0, 'answer ok', 2),
    by(0, 'go to slot'),
    by(0, 'continue'),
    by(0, 'answer ok', 2),
  ],
  // One sub-order alone.
  [
    by(0, 'stop'),
    by(0, 'answer ok'),
    by(0, 'single', 4),
    answer('slow ok'),
    TIMED_OUT,
    by(0, 'mark'),
    by(0, 'continue'),
  ],
  // The machine's clock is set, and a page opens.
  [by(0, 'set clock', 2), by(0, 'stop'), by(0, 'answer ok'), by(0, 'reload')],
  [by(0, 'set clock', 3), answer('lost after'), by(0, 'stop'), by(0, 'set clock', 2), by(0, 'reload')],
  [by(0, 'answer ok', 2), by(0, 'set clock', 4), by(0, 'reload'), by(0, 'upload', 7), by(0, 'start')],
  [by(0, 'set clock', 5), by(0, 'answer ok', 2), by(0, 'set clock', 4), by(0, 'reload')],
  // Two tabs go on at the same moment.
  [by(0, 'second tab'), by(0, 'stop'), by(0, 'answer ok'), by(0, 'continue in all tabs'), by(0, 'answer ok')],
  // The host changes its settings in place, and back.
  [
    by(0, 'host goes wrong', 2),
    by(0, 'answer ok', 2),
    by(0, 'host is right'),
    by(0, 'continue'),
    by(0, 'answer ok', 2),
  ],
]
