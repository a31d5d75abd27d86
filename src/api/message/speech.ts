import { normalise } from '../answer/words'

/**
 * Tells what a server's sentences are about. Every pattern is a list of fixed phrases, and the text is normalised and
 * cut before. No repetition stands within another, so the time grows with the length of the text alone.
 */

const HARMLESS =
  /\b(no|without|0|zero|free of) (any )?(errors?|failures?|failed|issues?|problems?|exceptions?)\b/g

const FAILURE =
  /\b(cannot|can not|can't|could ?n[o']t|couldn't|unable|fail(ed|s|ure|ures|ing)?|does ?n[o']t|did ?n[o']t|do ?n[o']t|don't|doesn't|didn't|is ?n't|was ?n't|wasn't|isn't|are ?n't|has ?n't|not|den(ied|y)|refus(ed|al)|reject(ed|ion)|declined|invalid|errors?|exception|forbidden|unauthori[sz]ed|unsuccessful(ly)?|no longer|too late|nothing (to cancel|was (canceled|changed|done))|(0|no|zero) (sub[- ]?)?(orders?|items?|lines?|records?|rows?) (were |was |have been |has been )?(canceled|updated|changed|affected|found)|partial(ly)?|partly|prohibited|disallowed|ineligible|impossible|missing|unknown|illegal|violat(es|ion)|conflict|mismatch|exceed(s|ed)|expired|aborted|unavailable|time(d)?[ -]?out|went wrong|try again|no such|is (already )?(shipped|invoiced|dispatched|delivered|packed)|already (been )?(shipped|invoiced|dispatched|delivered|packed|processed|completed))\b/

const SESSION =
  /\b(session (has |is |was )?(been )?(expired|timed out|invalid|ended|terminated)|(expired|invalid) session|session time-?out|(please |must |need to |to be )?(log|sign)(ged|ed)?[ -]?(in|on) (again|first|required|to continue|to proceed)|please (log|sign) ?-?(in|on)|(login|sign-?in|authentication) (is )?required|not (logged|signed) ?in|not authenticated|unauthenticated|(jwt|token|access token) (has |is )?(been )?expired|(invalid|expired) (access )?token|you have been (logged|signed) out)\b/

const TROUBLE =
  /\b(internal (server |system )?(error|failure|exception)|server error|something went wrong|unexpected|unknown error|an? (unknown |general )?error (has )?(occurred|occured|happened)|unavailable|time(d)?[ -]?out|deadline exceeded|try (again|later)|retry later|exception|null ?pointer|stack ?trace|database|sql|connection|gateway|upstream|downstream|overload(ed)?|maintenance|temporar(y|ily)|econn\w*|socket|deadlock|crash(ed)?|service (is )?down|technical (error|issue|difficult\w*|problem)|system (error|failure)|oops|contact (support|the administrator|your administrator|admin)|throttl(ed|ing)|rate limit\w*|too many requests|quota|could not process|unable to process|circuit breaker|out of memory)\b/

/** Whole sentences that name nothing. */
const GENERIC =
  /^(the |your |an? |this |general |generic |operation |request |api |cancel |cancellation |order |transaction |call |has |was |is )*(errors?|failed|failure|fail|unsuccessful|failed to cancel|not ok|nok|ko|false|rejected|refused|denied|not successful)[.!]?$/

const ORDER =
  /\b(sub[- ]?orders?|orders?|line[- ]?items?|items?|lines?|skus?|cancel\w*|ship\w*|dispatch\w*|deliver\w*|invoic\w*|picklists?|picking|picked|packed|packing|fulfil\w*|quantit(y|ies)|marketplace|channel|seller|stock|returns?|refund\w*|packages?)\b/

/** Phrases about the query or the rights to it, and not about a sub-order: GraphQL servers, gateways, scopes. */
const PROTOCOL =
  /\b(cannot query field|on type|syntax error|unknown (argument|type|field)|variable ['"$]|expected type|selection of subfields|query|mutation|method not found|invalid params|parse error|access denied|permissions?|not authori[sz]ed|forbidden|scopes?|route|endpoint|api key|licen[cs]e|csrf)\b|variable \$/

const PROMISE =
  /\b((has been|have been|was|were|is|are|been|request|requests|cancellation|order|job|task|successfully|it) (now )?(accepted|queued|enqueued|scheduled|submitted|received|initiated|requested|registered|acknowledged|deferred|pending)|(queued|scheduled|submitted|accepted|enqueued) (for|to)|in (the )?queue|in[- ]progress|in process|under (process|processing|review)|being (processed|canceled|handled|cancelled)|will (now |soon |then )?be (canceled|processed|handled|done|confirmed|executed|completed)|(shortly|in a moment|asynchronous(ly)?|awaiting|waiting for|pending|to be canceled|started|processing|cancelation requested|cancellation requested))\b/

/** Things that follow a cancellation, and are no promise of it. */
const AFTERWARDS =
  /\b(refunds?|refunded|payment|money|amount|e-?mails?|mail|notification|notified|customer|invoice|stock|inventory|wallet|credit)\b/

/** Splits a text, since a sentence that promises something else does not count. */
function splitSentences(text: string): readonly string[] {
  return text.split(/[.;!?] |[.;!?]$|, /).filter((sentence) => sentence !== '')
}

/** Phrases that say that this order was not cancelled, and speak of nothing beside it. */
const REFUSAL =
  /\b(cannot|can not|can't|could not|couldn't|unable to|failed to|not able to|refused to|may not|must not)( be)? cancel(ed)?\b|\bcancell?ation (is |was |has been )?(not (allowed|possible|permitted)|refused|rejected|denied)\b|\bnot cancelable\b/
const WAS_CANCELLED = /\b(was|has been|is|have been|were) (successfully )?canceled\b|^canceled\b/

export const saysFailure = (text: string) => FAILURE.test(normalise(text).replace(HARMLESS, ' '))
export const saysSession = (text: string) => SESSION.test(normalise(text))
export const saysTrouble = (text: string) => TROUBLE.test(normalise(text))
export const saysNothing = (text: string) => GENERIC.test(normalise(text))
export const saysProtocol = (text: string) => PROTOCOL.test(normalise(text))

/** Whether a text alone, without a flag beside it, says that the cancellation was refused. */
export function saysRefusal(text: string): boolean {
  const sentence = normalise(text)
  return REFUSAL.test(sentence) && !WAS_CANCELLED.test(sentence)
}

/** Whether a text speaks of orders, items or their handling. */
export const saysOrder = (text: string) => ORDER.test(normalise(text.replaceAll('_', ' ')))

/** Whether a text promises the cancellation for later, and so does not say that it was done. */
export function saysPromise(text: string): boolean {
  return splitSentences(normalise(text)).some(
    (sentence) => PROMISE.test(sentence) && !AFTERWARDS.test(sentence),
  )
}
