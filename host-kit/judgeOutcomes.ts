import type { Attempt } from '../src/domain/run/cancellation'
import { type Finding, right, unclear, wrong } from './finding'
import { type Case, findCase, LOGIN, REFUSAL, RETRY_AFTER_S } from './probe'
import type { Heard, Tried } from './tryClient'

const AS_GIVEN = 'Hand on the status as the server gave it; reject only where no answer came.'

/** The word that the row would show. */
function nameStatus(attempt: Attempt): 'SUCCESS' | 'ERROR' | 'UNKNOWN' | 'NOT SENT' {
  if (attempt.kind === 'not-processed') return 'NOT SENT'
  const { status } = attempt.outcome
  if (status === 'unknown') return 'UNKNOWN'
  return status === 'failed' ? 'ERROR' : 'SUCCESS'
}

function readFailure(attempt: Attempt) {
  return attempt.kind === 'settled' && attempt.outcome.status === 'failed'
    ? attempt.outcome.failure
    : undefined
}

function judgeAccepted({ attempt }: Heard): Finding {
  const status = nameStatus(attempt)
  return status === 'SUCCESS'
    ? right('answers', 'A 200 arrives as an answer: SUCCESS.')
    : wrong(
        'answers',
        `A 200 would be shown as ${status}: nobody would know what was cancelled.`,
        'Resolve with { status, headers, body }, whatever the status.',
      )
}

function judgeRefused({ attempt }: Heard): Finding[] {
  const failure = readFailure(attempt)
  if (failure?.httpStatus !== 400) {
    const shown = failure ? `ERROR with HTTP ${String(failure.httpStatus)}` : nameStatus(attempt)
    return [
      wrong(
        'refusals',
        `A 400 would be shown as ${shown}: the operator must learn that it was refused.`,
        AS_GIVEN,
      ),
    ]
  }
  return [
    right('refusals', 'A 400 arrives as an answer: ERROR.'),
    failure.code === REFUSAL.code && failure.message.includes(REFUSAL.message)
      ? right('error-body', 'The server’s code and message arrive.')
      : wrong(
          'error-body',
          'The body of a 400 is lost: the operator would not learn why a sub-order was refused.',
          'Hand on the body as it came, as JSON or as text.',
        ),
  ]
}

/** A client that unwraps bodies, renames their keys or leaves them out makes a SUCCESS of it. */
function judgeFlagged({ attempt }: Heard): Finding {
  if (readFailure(attempt)?.message.includes(REFUSAL.message)) {
    return right('has-error', 'A 200 that says hasError: true arrives with its message: ERROR.')
  }
  return wrong(
    'has-error',
    `A 200 that says hasError: true would be shown as ${nameStatus(attempt)}${readFailure(attempt) ? ' without its message' : ', and it is a refusal'}.`,
    'Hand on the body as it came: unwrap nothing, rename no key.',
  )
}

function judgeUnavailable({ attempt }: Heard): Finding {
  const status = nameStatus(attempt)
  return status === 'UNKNOWN'
    ? right('trouble', 'A service in trouble (503) is told from a refusal: UNKNOWN.')
    : wrong('trouble', `A 503 would be shown as ${status}, and nobody knows how that cancel ended.`, AS_GIVEN)
}

function judgeCut({ attempt }: Heard): Finding {
  const status = nameStatus(attempt)
  return status === 'UNKNOWN'
    ? right('lost-connection', 'A connection that broke is told from a refusal: UNKNOWN.')
    : wrong(
        'lost-connection',
        `A connection that broke would be shown as ${status}, and nobody knows how that cancel ended.`,
        AS_GIVEN,
      )
}

function judgeBusy({ attempt }: Heard): Finding {
  if (attempt.kind !== 'not-processed' || attempt.why !== 'rate-limited') {
    const says = `A 429 would be shown as ${nameStatus(attempt)}: the screen should wait and send the same again.`
    return wrong('retry-after', says, AS_GIVEN)
  }
  return attempt.retryAfterMs === RETRY_AFTER_S * 1000
    ? right('retry-after', 'A 429 arrives, and its Retry-After can be read.')
    : wrong(
        'retry-after',
        'The header Retry-After of a 429 does not arrive: the screen would wait for a minute each time.',
        'Hand on the headers; across origins the OMS must list Retry-After in Access-Control-Expose-Headers.',
      )
}

/** A page that passes for an empty answer is the worst mistake there is: nobody would look for it. */
function judgePage(what: string, how: string, { attempt }: Heard): Finding {
  const status = nameStatus(attempt)
  if (status === 'UNKNOWN' || status === 'NOT SENT') {
    return right(what, `${how} is not taken for an answer: ${status}.`)
  }
  const harm =
    status === 'SUCCESS'
      ? 'a sub-order that nobody cancelled would count as cancelled'
      : 'the session has ended, and nothing was refused'
  return wrong(
    what,
    `${how} would be shown as ${status}: ${harm}.`,
    'Hand on what is no JSON as text; make it neither empty nor {}, and no error of your own.',
  )
}

function judgeRedirect(heard: Heard): Finding {
  const isFollowed = heard.arrivals.some(({ path }) => path.includes(LOGIN))
  const how = `A redirect to a login page${isFollowed ? ', which the client follows,' : ''}`
  return judgePage('redirect', how, heard)
}

function judgeUnauthorised({ attempt }: Heard): Finding {
  return attempt.kind === 'not-processed' && attempt.why === 'session'
    ? right('session', 'A 401 arrives: the run holds and asks to sign in.')
    : wrong(
        'session',
        `A 401 would be shown as ${nameStatus(attempt)}: the run should hold and ask to sign in.`,
        'Resolve with the 401 as it is, at once; renew the session beside it.',
      )
}

/** The one answer that is kept back. */
function judgeSilence({ attempt }: Heard, { arrivals, silenceMs }: Tried): Finding {
  const what = 'time-out'
  const seconds = String(Math.round(silenceMs / 1000))
  const hasArrived = arrivals.some((arrival) => findCase(arrival) === 'silent')
  if (!hasArrived) return unclear(what, 'After a 401 the client sends nothing more: it could not be told.')
  const status = nameStatus(attempt)
  return status === 'SUCCESS'
    ? right(what, `An answer that takes ${seconds} s is waited for.`)
    : wrong(
        what,
        `An answer that takes ${seconds} s no longer arrives: ${status}, though it was cancelled. A marketplace may take longer.`,
        'Set no time-out for cancels; the screen has its own, settings.answerTimeoutMs.',
      )
}

const JUDGES: Readonly<Partial<Record<Case, (heard: Heard, tried: Tried) => Finding | Finding[]>>> = {
  accept: judgeAccepted,
  refuse: judgeRefused,
  flag: judgeFlagged,
  unavailable: judgeUnavailable,
  cut: judgeCut,
  busy: judgeBusy,
  page: (heard) => judgePage('login-page', 'A login page', heard),
  redirect: judgeRedirect,
  unauthorised: judgeUnauthorised,
  silent: judgeSilence,
}

/** What the screen would make of what a host’s client hands on. */
export function judgeOutcomes(tried: Tried): Finding[] {
  return (Object.keys(tried.heard) as Case[]).flatMap((name) => {
    const heard = tried.heard[name]
    return (heard && JUDGES[name]?.(heard, tried)) ?? []
  })
}
