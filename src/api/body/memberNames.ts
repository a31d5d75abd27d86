import { splitName } from '../answer/words'

/** The role of a member, by the words of its name. Servers differ in case, underscores and prefixes. */
export type MemberRole =
  /** Its presence says that something failed: `errors`, `userErrors`, `hasError`, `failedItems`, `errorMessage`. */
  | 'failure'
  /** False says that something failed: `success`, `ok`, `isCancelled`. */
  | 'success-flag'
  /** False says that the work is not done yet: `done`, `completed`. */
  | 'done-flag'
  /** True says that the work is not done yet: `accepted`, `queued`. */
  | 'promise-flag'
  /** A word for the result: `status`, `result`. */
  | 'status'
  /** A code, of an error or of success: `code`. */
  | 'code'
  /** A sentence: `message`. */
  | 'message'
  /** Null says that nothing was answered: `data`. */
  | 'data'
  /** Speaks of something else, or of another time: `payment`, `history`. */
  | 'aside'
  | 'other'

const toSet = (words: string) => new Set(words.split(/\s+/))

const FAILURE = toSet(
  'error errors errored problem stack fault faults exception exceptions failure failures failed fail rejected rejections refused denied violations violation unsuccessful problems rejecteditems errmsg errcode errno',
)
/** Beside a word of failure these words name a setting or a place, and no failure. */
const SETTING = toSet(
  'handler handling policy url uri callback page threshold max maximum retry retries tolerance webhook on rate limit correction before listener boundary docs documentation help email notification notifications margin format',
)
const SUCCESS_FLAG = toSet(
  'success successful issuccess issuccessful succeeded succeed ok isok canceled iscanceled wascanceled valid isvalid acknowledged',
)
const DONE_FLAG = toSet(
  'done completed complete finished iscompleted isfinished iscomplete isdone processed isprocessed',
)
const PROMISE_FLAG = toSet(
  'accepted queued enqueued pending scheduled async asynchronous inprogress processing deferred ispending isprocessing isqueued isasync',
)
const STATUS = toSet(
  'status state result outcome ack disposition verdict severity level resultcode statuscode returncode responsecode httpstatus httpstatuscode returnstatus msgtype statustype',
)
const MESSAGE = toSet(
  'message msg messages statusmessage resultmessage responsemessage detail statustext note info',
)
const DATA = toSet('data order suborder')
const ASIDE = toSet(
  'payment payments refund refunds financial fulfillment fulfillments fulfilment fulfilments shipping shipment shipments invoice invoices customer delivery transaction transactions settlement inventory previous prior old from before original history histories timeline log logs event events audit transition transitions address billing warnings warning notifications notification webhook webhooks request config links product products',
)
/** Words before the word that counts: `isError`, `hasErrors`, `orderStatus`. */
const PREFIX = toSet(
  'is has was are order sub suborder item line cancel cancelation cancellation response http api operation request global overall result the new current final job task sub',
)

function joins(words: readonly string[], set: ReadonlySet<string>): boolean {
  return set.has(words.join(''))
}

function readRole(name: string): MemberRole {
  if (name === '__typename') return 'status'
  const words = splitName(name)
  const last = words.at(-1) ?? ''
  const isOf = (set: ReadonlySet<string>) =>
    joins(words, set) || (set.has(last) && words.slice(0, -1).every((word) => PREFIX.has(word)))
  if (words.some((word) => FAILURE.has(word))) {
    // `lastError`, `error_description`, `cancelFailureReason` speak of failure; `errorHandling`, `onError` do not.
    return words.some((word) => SETTING.has(word)) ? 'other' : 'failure'
  }
  if (isOf(SUCCESS_FLAG)) return 'success-flag'
  if (isOf(DONE_FLAG)) return 'done-flag'
  if (isOf(PROMISE_FLAG)) return 'promise-flag'
  if (isOf(STATUS)) return 'status'
  if (words.length === 1 && last === 'code') return 'code'
  if (isOf(MESSAGE)) return 'message'
  if (joins(words, DATA)) return 'data'
  return words.some((word) => ASIDE.has(word)) ? 'aside' : 'other'
}

/**
 * Names that are remembered: they repeat in every line of a list, but a body of ever new names must not fill the
 * memory.
 */
const MOST_KEPT = 2000
const roles = new Map<string, MemberRole>()

/** The role of a member. Each name is worked out once. */
export function readMemberRole(name: string): MemberRole {
  const known = roles.get(name)
  if (known) return known
  if (roles.size >= MOST_KEPT) roles.clear()
  const role = readRole(name)
  roles.set(name, role)
  return role
}
