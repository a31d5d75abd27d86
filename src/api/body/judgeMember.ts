import { isShape } from '../answer/answer'
import { isHarmless, isSessionCode } from '../message/codes'
import type { MemberRole } from './memberNames'
import { saysFailure, saysPromise, saysSession } from '../message/speech'
import { readFlag, readStatusWord, type Sign } from '../message/statusWords'

/** An error object or list is searched to this depth for a value that says more than "none". */
const DEEPEST = 4
const MOST_ENTRIES = 50

/** Whether a member that is made for failures holds one: `[]`, `{}`, `""`, 0, "0", false and "none" are no failures. */
export function holdsFailure(value: unknown, depth = 0): boolean {
  if (value === undefined || value === null || value === false) return false
  if (typeof value === 'string') return !isHarmless(value)
  if (typeof value === 'number') return value !== 0 && !(value >= 200 && value < 300)
  if (!isShape(value)) return true
  if (depth >= DEEPEST) return true
  // `{ errors: [null] }` is odd, and does not prove that nothing failed.
  if (Array.isArray(value)) return value.length > 0
  return Object.values(value)
    .slice(0, MOST_ENTRIES)
    .some((inner) => holdsFailure(inner, depth + 1))
}

function readFailureMember(name: string, value: unknown): Sign {
  // `"hasError": "1"` is a flag, `"errorCode": "1"` may be a code of success.
  const flag = /^(has|is)/i.test(name) ? readFlag(value) : undefined
  if (!(flag ?? holdsFailure(value))) return 'nothing'
  if (typeof value === 'string' && (isSessionCode(value) || saysSession(value))) return 'session'
  return value === 401 ? 'session' : 'failure'
}

function readFlagMember(value: unknown, whenFalse: Sign, whenTrue: Sign): Sign {
  const flag = readFlag(value)
  // "success": "partial"
  if (flag === undefined) return typeof value === 'string' ? readStatusWord(value) : 'nothing'
  return flag ? whenTrue : whenFalse
}

/** Judges a sentence that speaks for the whole answer. */
export function readSentence(value: unknown): Sign {
  if (typeof value !== 'string' || isHarmless(value)) return 'nothing'
  if (saysSession(value)) return 'session'
  if (saysFailure(value)) return 'failure'
  return saysPromise(value) ? 'promise' : 'nothing'
}

/** Codes 0 and 200 to 299 are no failure. A code above 399 is a failure, unless a text beside it says "success". */
function readCode(value: unknown, message: unknown): Sign {
  const number = typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value
  if (typeof number === 'number') {
    if (number > 599) return typeof message === 'string' && isHarmless(message) ? 'nothing' : 'failure'
    return readStatusWord(number)
  }
  const sign = readStatusWord(value)
  return sign === 'promise' ? 'nothing' : sign
}

/** `{ "authenticated": false }`, `{ "redirect": "/login" }`: another service has answered. */
const SESSION_FLAG = /^(is)?(authenticated|loggedin|signedin|authorized|authorised)$/i
const LOGIN_FLAG =
  /^(session(has)?expired|login_?required|require_?login|needs?_?login|unauthorized|unauthenticated)$/i
const LOGIN_PLACE = /^(redirect|redirect_?(url|uri|to)|location|login_?(url|uri)|sign_?in_?url)$/i
const LOGIN_WORD = /\b(login|log-in|signin|sign-in|sso|oauth2?|authorize|saml|auth)\b/i

/** Whether a member shows that nobody is signed in. */
function isSignedOut(name: string, value: unknown): boolean {
  if (SESSION_FLAG.test(name)) return readFlag(value) === false
  if (LOGIN_FLAG.test(name)) return readFlag(value) === true
  return LOGIN_PLACE.test(name) && typeof value === 'string' && LOGIN_WORD.test(value.slice(0, LONGEST_URL))
}

/** Characters of an address that hold its path. */
const LONGEST_URL = 500

export interface Member {
  readonly name: string
  readonly role: MemberRole
  readonly value: unknown
  /** The message beside the member. */
  readonly message: unknown
  /** Whether sentences and words here concern the whole answer or one of its lines. */
  readonly isMain: boolean
}

/** Judges one member by itself, without its inner parts. */
export function readSign({ name, role, value, message, isMain }: Member): Sign {
  if (isSignedOut(name, value)) return 'session'
  switch (role) {
    case 'failure':
      return readFailureMember(name, value)
    case 'success-flag':
      return readFlagMember(value, 'failure', 'success')
    case 'done-flag':
      return readFlagMember(value, 'promise', 'nothing')
    case 'promise-flag':
      return readFlagMember(value, name.toLowerCase() === 'accepted' ? 'failure' : 'nothing', 'promise')
    case 'status':
      return readStatus(name, value, isMain)
    case 'code':
      return readCode(value, message)
    case 'message':
      return isMain ? readSentence(value) : 'nothing'
    case 'data':
      return value === null || value === false ? 'failure' : 'nothing'
    default:
      return isErrorType(name, value, message) || isNoneDone(name, value) || isWrappedNo(name, value)
        ? 'failure'
        : 'nothing'
  }
}

/** Whether a value is a bare no, wrapped once. */
const isWrappedNo = (name: string, value: unknown) =>
  value === false && /^(value|response|payload|body|return|d)$/i.test(name)

/** `{ "cancelledCount": 0 }`, `{ "affectedRows": 0 }`: nothing was done. */
function isNoneDone(name: string, value: unknown): boolean {
  const isCount =
    /^(cancell?ed|success(ful)?|succeeded|updated|affected|modified|matched)_?(count|rows|items|orders|lines)$|^rows_?affected$/i
  return (value === 0 || value === '0') && isCount.test(name)
}

/** `{ "type": "error", "message" }`; SAP's messages have the types E and A. */
function isErrorType(name: string, value: unknown, message: unknown): boolean {
  const isType = /^(type|kind|level|msg_?ty(pe)?|message_?type)$/i.test(name)
  return (
    isType &&
    typeof message === 'string' &&
    typeof value === 'string' &&
    /^(error|fatal|failure|exception|err|e|a)$/i.test(value)
  )
}

/** A word of failure counts anywhere. A promise counts where it concerns the answer or one of its lines. */
function readStatus(name: string, value: unknown, isMain: boolean): Sign {
  if (name === '__typename') return readTypeName(value)
  const sign = readStatusWord(value)
  if (sign === 'nothing' && isMain) return readSentence(value)
  return sign === 'promise' && !isMain ? 'nothing' : sign
}

/** Unions of GraphQL name their errors by type: Vendure, Saleor's and Relay's `…Error`, `…Problem`. */
function readTypeName(value: unknown): Sign {
  if (typeof value !== 'string') return 'nothing'
  return /(error|errors|failure|exception|problem|rejected|rejection|denied|invalid)$/i.test(value) ||
    /^not[A-Z]/i.test(value)
    ? 'failure'
    : 'nothing'
}
