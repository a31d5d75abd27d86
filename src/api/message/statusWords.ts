import { isSessionCode } from './codes'
import { splitName, squash } from '../answer/words'

/** The meaning of a status word, number or flag in an answer. */
export type Sign = 'success' | 'failure' | 'promise' | 'session' | 'part' | 'nothing'

const toSet = (words: string) => new Set(words.split(/\s+/))

const FAILED = toSet(
  `fail failed failure failures error errors errored rejected reject rejection refused denied declined invalid unsuccessful aborted
  abort expired timeout not cannot forbidden ko nok nack bad exception unprocessable conflict blocked skipped ignored unchanged unknown
  incomplete notfound notallowed notcanceled uncancelable noncancelable disallowed unable false fatal no e problem undone reverted
  shipped dispatched delivered invoiced handed unavailable illegal violation mismatch missing exceeded ineligible unsupported noop`,
)
const PART = toSet('partial partially partly part mixed some')
const PROMISED = toSet(
  `accepted queued enqueued queue pending processing inprogress progress inprocess scheduled submitted received requested request initiated
  started running waiting deferred async asynchronous acknowledged canceling ongoing underway awaiting hold onhold
  postponed delayed review batched staged`,
)
const DONE = toSet(
  'ok okay success succeeded successful successfully canceled done complete completed processed voided void true yes s pass passed applied',
)
const HTTP = /^[1-5]\d\d$/

/** Reads an HTTP status, as a number or as a text. */
function readNumber(value: number): Sign {
  if (value === 401 || value === 419 || value === 440) return 'session'
  if (value === 202 || value === 102) return 'promise'
  if (value === 207 || value === 206) return 'part'
  // Larger numbers may be IDs or amounts. They count only where the member is a code.
  if ((value >= 400 && value < 600) || value < 0) return 'failure'
  return value >= 200 && value < 300 ? 'success' : 'nothing'
}

/** `NO_ERROR`, `error free`: denied words of failure. */
const DENIED = /^(no|without|zero)(errors?|failures?|failed|issues?)|errorfree|nonerror$/

/** Reads a status, whatever its case and underscores: `PARTIAL_SUCCESS`, `CancelFailed`, `in-progress`, 404, false. */
export function readStatusWord(value: unknown): Sign {
  if (value === false) return 'failure'
  if (value === true) return 'success'
  if (typeof value === 'number') return readNumber(value)
  if (typeof value !== 'string') return 'nothing'
  const text = value.trim()
  if (HTTP.test(text)) return readNumber(Number(text))
  if (isSessionCode(text)) return 'session'
  if (DENIED.test(squash(text))) return 'success'
  return readWords(splitName(text))
}

/** `not_shipped`, `NOT FULFILLED`: words whose denial fits a cancellation. */
const NOT_DONE = toSet(
  'shipped fulfilled paid dispatched delivered packed invoiced required applicable returned refunded captured',
)

function readWords(all: readonly string[]): Sign {
  const words = all.filter(
    (word, index) =>
      !(word === 'not' && NOT_DONE.has(all[index + 1] ?? '')) &&
      !(all[index - 1] === 'not' && NOT_DONE.has(word)),
  )
  // A sentence is no status. It is read as a sentence elsewhere.
  if (words.length > LONGEST_STATUS) return 'nothing'
  if (words.some((word) => PART.has(word))) return 'part'
  // `OrderStateTransitionError`, `CANCEL_REJECTED`
  if (words.some((word) => FAILED.has(word) || /(error|failure|exception|failed|rejected)$/.test(word)))
    return 'failure'
  if (words.some((word) => PROMISED.has(word))) return 'promise'
  if (words.some((word) => DONE.has(word))) return 'success'
  return 'nothing'
}

/** The longest status of all known systems has five words. */
const LONGEST_STATUS = 6

/** Reads a flag; undefined where the value is no flag. False, 0, "false" and "N" are false. */
export function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  if (typeof value !== 'string') return undefined
  const word = value.trim().toLowerCase()
  if (/^(true|yes|y|1|ok|success)$/.test(word)) return true
  return /^(false|no|n|0|f|fail|failed|failure|error)$/.test(word) ? false : undefined
}
