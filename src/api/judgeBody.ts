import type { CancellationRequest } from '../domain/cancellation'
import { isErrorBody, isErrorFlag, judgeFailure } from './judgeFailure'
import { judgeLines, type LineContext } from './judgeLines'
import { type Member, readSentence, readSign } from './judgeMember'
import { chooseWorst, type Judgement, NOTHING } from './judgement'
import { type MemberRole, readMemberRole } from './memberNames'
import { isShape, type Shape } from './shape'
import { readFlag, type Sign } from './statusWords'

/** What an answer to a cancel needs is far below; a body that is larger was not read to its end, and so says nothing for sure. */
const MOST_NODES = 20_000
const DEEPEST = 24
/** Envelopes around what is said: `{ data: { orderCancel: { … } } }`. Below, a sentence is a gift message or a product's text. */
const DEEPEST_SENTENCE = 4

interface Walk extends LineContext {
  readonly request: CancellationRequest
  left: number
}

const FAILURE: Judgement = { says: 'failure' }

interface Evidence {
  readonly signs: ReadonlySet<Sign>
  readonly failed: readonly string[]
}

function gather(members: readonly Member[]): Evidence {
  const signs = new Set<Sign>()
  const failed: string[] = []
  for (const member of members) {
    const sign = readSign(member)
    signs.add(sign)
    if (sign === 'failure') failed.push(member.name)
  }
  return { signs, failed }
}

function judgeOwn(shape: Shape, { signs, failed }: Evidence, walk: Walk): Judgement {
  const isFlagged = failed.some(isErrorFlag)
  if (signs.has('session')) return { says: 'session' }
  if (signs.has('part') && !isFlagged) return { says: 'part' }
  if (failed.length > 0) return judgeFailure(shape, failed, walk.request)
  // With a code that is neither known for good nor for bad, the error body is one all the same.
  if (isErrorBody(shape) && !signs.has('success')) return judgeFailure(shape, [], walk.request)
  if (signs.has('promise')) return { says: 'promise' }
  return signs.has('success') ? { says: 'success' } : NOTHING
}

/** What is told by the members themselves, and needs no walk: sentences, and the lists that are made for failures. */
const isTold = (role: MemberRole, value: unknown) => role === 'failure' || role === 'aside' || !isShape(value)

function judgeShape(shape: Shape, walk: Walk, depth: number): Judgement {
  const isMain = depth <= DEEPEST_SENTENCE
  const message = shape.message ?? shape.msg
  const members = Object.entries(shape).map(([name, value]) => ({
    name,
    role: readMemberRole(name),
    value,
    message,
    isMain,
  }))
  walk.left -= members.length
  if (walk.left < 0) return FAILURE
  const evidence = gather(members)
  const own = judgeOwn(shape, evidence, walk)
  if (own.says === 'session' || evidence.failed.some(isErrorFlag)) return own
  const inner = members
    .filter(({ role, value }) => !isTold(role, value))
    .map(({ role, value }) => judgeInner(role, value, walk, depth))
  const asides = members
    .filter(({ role, value }) => role === 'aside' && isShape(value))
    .map(({ value }) => judgeAside(value, walk, depth + 1))
  // Refused here and done there: some of it was done.
  const isDoneBeside = inner.some(({ says }) => says === 'success' || says === 'promise')
  const isRefused = [own, ...inner].some(({ says }) => says === 'refusal')
  if (isDoneBeside && isRefused) return { says: 'part' }
  return chooseWorst([own, ...inner, ...asides])
}

/** GraphQL: a field of `data` that is null was not done, with or without an error beside it. */
function judgeInner(role: MemberRole, value: unknown, walk: Walk, depth: number): Judgement {
  const fields = role === 'data' && isShape(value) && !Array.isArray(value) ? Object.values(value) : []
  if (fields.length > 0 && fields.every((field) => field === null)) return FAILURE
  return judge(value, walk, depth + (role === 'data' ? 0 : 1))
}

/** A payment, a shipment, a log: its words and promises are its own; a flag that says that something failed is heard. */
function judgeAside(value: unknown, walk: Walk, depth: number): Judgement {
  if (!isShape(value)) return NOTHING
  if (depth > DEEPEST || walk.left < 0) return FAILURE
  const entries = Object.entries(value)
  walk.left -= entries.length
  const isFlagged = entries.some(([name, inner]) => {
    const role = readMemberRole(name)
    return (role === 'success-flag' && readFlag(inner) === false) || (role === 'failure' && inner === true)
  })
  if (isFlagged) return FAILURE
  return chooseWorst(entries.map(([, inner]) => judgeAside(inner, walk, depth + 1)))
}

function judgeBare(value: unknown): Judgement {
  if (value === false || value === 0) return FAILURE
  if (typeof value === 'number') return value < 0 || (value >= 400 && value < 600) ? FAILURE : NOTHING
  const sign = readSentence(value)
  return { says: sign }
}

function judge(value: unknown, walk: Walk, depth: number): Judgement {
  if (depth > DEEPEST || walk.left <= 0) return FAILURE
  walk.left -= 1
  if (!isShape(value)) return depth === 0 ? judgeBare(value) : NOTHING
  if (!Array.isArray(value)) return judgeShape(value, walk, depth)
  const entries: readonly unknown[] = value
  if (entries.length > walk.left) return FAILURE
  return judgeLines(entries, walk, (entry) => judge(entry, walk, entries.length === 1 ? depth : depth + 1))
}

/**
 * What the body of a 2xx says of the cancellation. It is walked whole, up to a limit: a failure that stands anywhere is no success,
 * and what is larger than the limit is none either.
 */
export function judgeBody(body: unknown, request: CancellationRequest): Judgement {
  return judge(body, { request, left: MOST_NODES }, 0)
}
