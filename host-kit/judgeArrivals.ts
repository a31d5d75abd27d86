import { fillPath } from '../src/api/wire'
import { type Finding, right, wrong } from './finding'
import { ANSWERS, CASES, type Case, findCase } from './probe'
import { type Heard, KEY, LINE, type Subject, type Tried } from './tryClient'

function judgeKey({ arrivals: [arrival] }: Heard): Finding {
  return arrival?.idempotencyKey === KEY
    ? right('idempotency-key', 'The header Idempotency-Key arrives.')
    : wrong(
        'idempotency-key',
        'The header Idempotency-Key does not arrive: a server could not tell a repeat from a second request.',
        'Send request.headers along; across origins the OMS must allow it in Access-Control-Allow-Headers.',
      )
}

function judgeBody({ arrivals: [arrival] }: Heard): Finding {
  const said = arrival?.body ?? ''
  return said === '{}'
    ? right('body', 'The body arrives as JSON.')
    : wrong('body', `The body {} arrives as ${said || 'nothing'}.`, 'Send request.body as JSON.')
}

function judgeLines({ arrivals: [arrival] }: Heard): Finding {
  const sent = JSON.stringify({ orderItems: [{ skuId: LINE.skuId, cancelledQuantity: LINE.quantity }] })
  const said = arrival?.body ?? ''
  return said === sent
    ? right('line-items', 'Line items arrive as they were sent.')
    : wrong(
        'line-items',
        `${sent} arrives as ${said || 'nothing'}: other items or quantities could be cancelled.`,
        'Send request.body as JSON: no key renamed, no text made a number.',
      )
}

function judgePath({ arrivals: [arrival] }: Heard, { paths }: Subject): Finding {
  const path = fillPath(paths.cancelSubOrder, CASES.encoded)
  const came = arrival ? `${arrival.method} ${arrival.path}` : ''
  return arrival?.method === 'PUT' && arrival.path.endsWith(path)
    ? right('path', 'Method and path arrive; an encoded ID stays one part of the path.')
    : wrong(
        'path',
        `PUT ${path} arrives as ${came}: an ID could reach another address.`,
        'Do not decode or build the path anew; join it to the base URL as it is.',
      )
}

function judgeRepeats({ arrivals }: Tried): Finding {
  const repeated = (Object.keys(ANSWERS) as Case[]).flatMap((name) => {
    const { length } = arrivals.filter((arrival) => findCase(arrival) === name)
    return length > 1 ? [`${String(length)} times after ${ANSWERS[name]}`] : []
  })
  return repeated.length === 0
    ? right('repeats', 'A cancel that fails is not repeated.')
    : wrong(
        'repeats',
        `The client sends one cancel ${repeated.join(', ')}: it may be processed twice.`,
        'Where request.retry is "never", switch retries off and renew no session to repeat; createAxiosClient does so.',
      )
}

/** What of a host’s calls comes to the server, and how often. */
export function judgeArrivals(tried: Tried, subject: Subject): Finding[] {
  const { accept, lines, encoded } = tried.heard
  return [
    ...(accept ? [judgeKey(accept), judgeBody(accept), judgeRepeats(tried)] : []),
    ...(lines ? [judgeLines(lines)] : []),
    ...(encoded ? [judgePath(encoded, subject)] : []),
  ]
}
