import { splitName, squash } from '../answer/words'

/** Codes of a host's own OMS. They are compared without case and underscores; one or two l are alike. */
export interface OwnCodes {
  /** Codes of a 500 that are refusals, whatever their words are. */
  readonly refusalCodes: readonly string[]
  /** Codes of a 4xx that say that the goal was met before. */
  readonly alreadyCancelledCodes: readonly string[]
}

export const NO_CODES: OwnCodes = { refusalCodes: [], alreadyCancelledCodes: [] }

/** Whether a list holds a code, case and underscores aside. */
export function isOneOf(code: string, list: readonly string[]): boolean {
  const form = squash(code)
  return form !== '' && list.some((one) => squash(one) === form)
}

/**
 * Words in codes of a server in trouble: gRPC (`INTERNAL`, `UNAVAILABLE`), Increff (`UNKNOWN_ERROR`), Stripe
 * (`api_error`).
 */
const TROUBLE_WORDS: ReadonlySet<string> = new Set(
  `internal server unexpected unhandled uncaught exception timeout unavailable gateway upstream downstream backend database db
  sql network fatal panic crash crashed maintenance overloaded overload deadlock nullpointer runtime infrastructure transient
  temporary temporarily throttled throttling outage aborted interrupted unimplemented proxy dns tls ssl socket econnreset
  econnrefused etimedout ioexception nullpointerexception`.split(/\s+/),
)
const TROUBLE_FORMS =
  /internalerror|internalserver|servererror|serviceerror|systemerror|systemfailure|unknownerror|unknownexception|apierror|timeout|timedout|deadlineexceeded|unavailable|nullpointer|dataloss|connectionerror|connectionfailed|connectionlost|ratelimit|toomanyrequests|tryagain|somethingwentwrong|outofmemory|resourceexhausted/
const BARE =
  /^(error|errors|err|failure|failed|fail|exception|unknown|generic|genericerror|generalerror|e?5\d\d|http5\d\d|13|14)$/

/** Whether the code of a 4xx concerns a server in trouble, and not a sub-order. `UNKNOWN_SKU` is a refusal. */
export function isTroubleCode(code: string): boolean {
  const form = squash(code)
  return (
    BARE.test(form) || TROUBLE_FORMS.test(form) || splitName(code).some((word) => TROUBLE_WORDS.has(word))
  )
}

/** Whether the code of a 500 concerns the server: any code that begins with "unknown" or "internal" does. */
export function isServerFailureCode(code: string): boolean {
  return isTroubleCode(code) || isSessionCode(code) || /^(unknown|internal)/.test(squash(code))
}

/**
 * OAuth 2 and OpenID (`invalid_token`, `login_required`), Salesforce (`INVALID_SESSION_ID`), GraphQL
 * (`UNAUTHENTICATED`).
 */
const SESSION_FORMS: ReadonlySet<string> = new Set(
  `unauthorized unauthorised unauthenticated loginrequired signinrequired authrequired authenticationrequired
  authenticationfailed authenticationerror autherror notauthenticated notloggedin sessionexpired sessiontimeout sessioninvalid
  invalidsession invalidsessionid tokenexpired expiredtoken invalidtoken invalidgrant jwtexpired accesstokenexpired
  interactionrequired reauthenticate reauthenticationrequired invalidaccesstoken tokeninvalid`.split(/\s+/),
)

/** Whether a code says that nobody is signed in. */
export function isSessionCode(code: string): boolean {
  return (
    SESSION_FORMS.has(squash(code).replace(/^(err|error|e)(?=[a-z]{6})/, '')) ||
    SESSION_FORMS.has(squash(code))
  )
}

/** Codes and texts of an error member where there was no error: `"errorCode": "0"`, `"errorMessage": "Success"`. */
const HARMLESS =
  /^(|0+|1|2\d\d|ok|okay|success|successful|successfully|succeeded|none|no|null|nil|na|false|undefined|noerrors?|noerrorfound|done|completed?|s|accept|created)$/

/** Whether the text of an error member says that there was no error. */
export function isHarmless(text: string): boolean {
  return HARMLESS.test(squash(text))
}

/** Whether a message says no more than that all is well. Another message may then name the failure. */
export function saysSuccess(text: string): boolean {
  return /^(|ok|okay|success|successful|successfully|succeeded|done|completed?)$/.test(squash(text))
}
