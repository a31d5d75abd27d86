import type { ServerMessage } from './readServerMessage'
import { normalise, squash } from '../answer/words'

/**
 * Codes that say that the same request is at work: Stripe and its followers (`idempotency_key_in_use`), the IETF draft
 * of the Idempotency-Key header ("A request is outstanding for this Idempotency-Key"), AWS
 * (`IdempotentRequestInProgress`).
 */
const CODES =
  /^(err|error)?(idempotency(key)?(inuse|inprogress|conflictinprogress|locked|concurrent)|idempotent(request|operation)?(inprogress|processing)|(another|same|duplicate|concurrent|previous)?(request|operation|cancel|cancelation|cancellation|ordercancelation|ordercancellation)(is)?(already|still)?(inprogress|inprocess|processing|pending|outstanding|inflight|running|requested)|concurrentrequests?|requestoutstanding|operationinprogress|alreadyinprogress|duplicaterequest|duplicateidempotencykey|requestalreadyprocessed|cancelation(is)?requested|cancellationrequested|canceling|alreadyprocessing|alreadyrequested|tooearly)(error|exception)?$/

const SUBJECT =
  /(?<!\b(?:return|refund|exchange|replacement|pickup|delivery|shipping|payment|transfer|picking|packing) )\b(requests?|idempoten\w*|keys?|cancel[l]?ation|cancel (operation|call|request|command)|operation|retry)\b/g
const AT_WORK =
  /\b(in[- ]progress|being (processed|handled|executed)|still (being )?(processing|processed|running|pending)|currently (being )?(processing|processed|running)|(is|are|was) (processing|running|pending|outstanding|executing)|underway|under way|outstanding|in[- ]flight|not (yet )?(finished|completed)|in use|concurrent\w*|(been|was|already) (requested|submitted|initiated))\b/
/** "Pending request" or "concurrent request": the other order of words. */
const REVERSED =
  /\b(concurrent|pending|ongoing|outstanding|parallel|simultaneous|in-flight|unfinished) (idempotent |cancel |cancel[l]?ation |identical )?(requests?|cancel[l]?ation|operation|calls?)\b/
const BREAK =
  /[:;,.!?]|\b(not allowed|cannot|can't|refused|rejected|denied|while|because|since|as|due|when|if|order|item|picking|warehouse)\b/

/**
 * The cancellation itself is at work, perhaps by the same request; or the same request came before, and its end is not
 * told.
 */
const BEING_CANCELED =
  /\b(is|are|already|currently|still) being canceled\b|\b(state|status)[ :=]{0,2}["'[(]?(canceling|cancel_?requested|cancell?ation[_ ](requested|in[_ ]progress|pending)|pending[_ ]cancell?ation)\b|\b(canceling|cancel_?requested|cancell?ation_(requested|in_progress|pending)|pending_cancell?ation)["'\])]? (state|status)\b|\bduplicate (idempotent |cancel )?request\b|\b(request|key) (has |was |is )?(already )?(been )?(processed|used|handled) (before|already)\b|\b(request|key)\b[^.:;,]{0,40} (has |was )?already (been )?(processed|handled)\b|\b(by|with|from) another (request|call|operation|transaction)\b/

function isAtWork(sentence: string): boolean {
  if (BEING_CANCELED.test(sentence)) return true
  if (REVERSED.test(sentence)) return !/\b(no|without|not) (concurrent|pending|ongoing)/.test(sentence)
  return [...sentence.matchAll(SUBJECT)].some((subject) => {
    const rest = sentence.slice(subject.index + subject[0].length, subject.index + LONGEST_CLAUSE)
    const found = AT_WORK.exec(rest)
    return (
      found !== null &&
      !BREAK.test(
        rest.slice(0, found.index).replace(/\b(for|of|on|with) (this|the|that) (sub[- ]?)?(order|item)/, ' '),
      )
    )
  })
}

/**
 * Most characters between a subject and its verb; with more, it is another clause. The limit also keeps the search
 * linear.
 */
const LONGEST_CLAUSE = 160
/** A sentence that names its subject more often than this says nothing clear. */
const MOST_TEXT = 600

/**
 * Whether a refusal says that the same request is still at work, so that nobody knows how that request ends. An order
 * that a warehouse is processing is another matter, and a refusal.
 */
export function saysInProgress({ code, message, description }: ServerMessage): boolean {
  if (CODES.test(squash(code))) return true
  return [message, description].some((text) => isAtWork(normalise(text).slice(0, MOST_TEXT)))
}
