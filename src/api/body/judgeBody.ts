import { isShape, type Shape } from '../answer/answer'
import type { CancellationRequest } from '../../domain/run/cancellation'
import { DEEPEST, judgeAside, MOST_NODES, type Walk } from './judgeAside'
import { isErrorBody, isErrorFlag, judgeFailure } from './judgeFailure'
import { judgeLines } from './judgeLines'
import { type Member, readSentence, readSign } from './judgeMember'
import { chooseWorst, type Judgement, NOTHING } from './judgement'
import { type MemberRole, readMemberRole } from './memberNames'
import type { Sign } from '../message/statusWords'

/**
 * Depth of the envelopes around an answer: `{ data: { orderCancel: { … } } }`. A deeper sentence is a gift message or a
 * product's text.
 */
const DEEPEST_SENTENCE = 4

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
  // An error body counts as one even where its code is not known.
  if (isErrorBody(shape) && !signs.has('success')) return judgeFailure(shape, [], walk.request)
  if (signs.has('promise')) return { says: 'promise' }
  if (signs.has('success')) return { says: 'success' }
  return isTicket(shape) ? { says: 'promise' } : NOTHING
}

/** `{ "jobId": "42" }`: a ticket for work that will be done. */
function isTicket(shape: Shape): boolean {
  return Object.entries(shape).some(
    ([name, value]) =>
      /^(job|task|operation|feed|batch|ticket|queue)_?id$/i.test(name) && value !== null && value !== '',
  )
}

/**
 * Members that are judged by themselves, without their inner parts: sentences, and lists that are made for failures.
 */
const isTold = (role: MemberRole, value: unknown) =>
  role === 'failure' || role === 'aside' || !(isShape(value) || typeof value === 'string')

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
  // One part was refused and another was done.
  const isDoneBeside = inner.some(({ says }) => says === 'success' || says === 'promise')
  const isRefused = [own, ...inner].some(({ says }) => says === 'refusal')
  if (isDoneBeside && isRefused) return { says: 'part' }
  return chooseWorst([own, ...inner, ...asides])
}

/** GraphQL: a null field of `data` was not done, with or without an error beside it. */
function judgeInner(role: MemberRole, value: unknown, walk: Walk, depth: number): Judgement {
  const fields = role === 'data' && isShape(value) && !Array.isArray(value) ? Object.values(value) : []
  if (fields.length > 0 && fields.every((field) => field === null)) return FAILURE
  return judge(value, walk, depth + (role === 'data' ? 0 : 1))
}

function judgeBare(value: unknown): Judgement {
  if (value === false || value === 0) return FAILURE
  if (typeof value === 'number') return value < 0 || (value >= 400 && value < 600) ? FAILURE : NOTHING
  const sign = readSentence(value)
  return { says: sign }
}

/** Reads JSON as a text within JSON, or a page: gateways of functions pass the body on so. */
function judgeText(value: unknown, walk: Walk, depth: number): Judgement {
  if (typeof value !== 'string') return NOTHING
  const start = value.slice(0, LONGEST_START).trimStart().toLowerCase()
  if (/^<(!doctype html|html)/.test(start)) return { says: 'session' }
  if (!/^[{[]/.test(start)) return NOTHING
  try {
    return judge(JSON.parse(value), walk, depth + 1)
  } catch {
    return NOTHING
  }
}

/** Characters that show how a text begins. */
const LONGEST_START = 100

function judge(value: unknown, walk: Walk, depth: number): Judgement {
  if (depth > DEEPEST || walk.left <= 0) return FAILURE
  walk.left -= 1
  if (!isShape(value)) return depth === 0 ? judgeBare(value) : judgeText(value, walk, depth)
  if (!Array.isArray(value)) return judgeShape(value, walk, depth)
  const entries: readonly unknown[] = value
  if (entries.length > 0 && entries.every((entry) => entry === null)) return FAILURE
  if (entries.length > walk.left) return FAILURE
  return judgeLines(entries, walk, (entry) => judge(entry, walk, entries.length === 1 ? depth : depth + 1))
}

/**
 * Judges the body of a 2xx. The whole body is read, up to a limit: a failure anywhere in it is no success, and neither
 * is a body beyond the limit.
 */
export function judgeBody(body: unknown, request: CancellationRequest): Judgement {
  const walk: Walk = { request, left: MOST_NODES }
  const judged = judge(body, walk, 0)
  // A body that was not read to its end does not prove that a part was done.
  return walk.left <= 0 ? FAILURE : judged
}
