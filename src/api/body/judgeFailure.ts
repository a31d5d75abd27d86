import { isShape, type Shape } from '../answer/answer'
import type { CancellationRequest } from '../../domain/run/cancellation'
import { isSessionCode, saysSuccess } from '../message/codes'
import type { Judgement } from './judgement'
import { readMemberRole } from './memberNames'
import { namesRefusal } from '../message/namesRefusal'
import { readMessageOf, NO_MESSAGE, type ServerMessage } from '../message/readServerMessage'
import { saysRefusal, saysSession } from '../message/speech'
import { readFlag } from '../message/statusWords'

/** Flags and lists that are made for refusals alone. */
const PLAIN =
  /^((\w*)user_?errors|success|successful|is_?success|ok|status|result|__typename|error_?code|error_?messages?)$/i
/** Increff's own flag, which the table of the contract trusts. */
const FLAG = /^has_?errors?$/i
export const isErrorFlag = (name: string) => FLAG.test(name)

/** Lists the messages of the members that failed. Errors come before a message that says "OK" or "Failed". */
function listMessages(shape: Shape, failed: readonly string[]): readonly ServerMessage[] {
  const { message, errorMessage, ...rest } = shape
  const isIdle = typeof message === 'string' && saysSuccess(message)
  const own = readMessageOf(errorMessage || isIdle ? { ...rest, message: errorMessage } : shape)
  const lists = failed.map((name) => shape[name]).filter(isShape)
  return [own, ...lists.map(readMessageOf)]
}

/** Judges a failure in this object: a refusal where it names one, else a failure without a verdict. */
export function judgeFailure(
  shape: Shape,
  failed: readonly string[],
  request: CancellationRequest,
): Judgement {
  const all = listMessages(shape, failed)
  if (failed.some(isErrorFlag)) return { says: 'refusal', message: all[0] ?? NO_MESSAGE }
  if (all.some(({ code, message }) => isSessionCode(code) || saysSession(message))) return { says: 'session' }
  if (isContradicted(shape)) return { says: 'failure' }
  if (hasOutcomeBeside(shape)) return { says: 'part' }
  const isPlain = failed.some((name) => PLAIN.test(name)) || isErrorBody(shape)
  const isSaidAlone = failed.every((name) => readMemberRole(name) === 'message') && !isErrorBody(shape)
  const message = all.find(
    (candidate) =>
      !isOfServer(shape) &&
      namesRefusal(candidate, request, isPlain ? 'plain' : 'technical') &&
      (!isSaidAlone || saysRefusal(candidate.message)),
  )
  return message ? { says: 'refusal', message } : { says: 'failure' }
}

/** Whether a flag beside a failure says that all is well. Then nobody can tell which of the two is true. */
function isContradicted(shape: Shape): boolean {
  return Object.entries(shape).some(([name, value]) => {
    if (isErrorFlag(name)) return readFlag(value) === false
    return readMemberRole(name) === 'success-flag' && readFlag(value) === true
  })
}

/**
 * Whether a status of 403, 429 or 5xx stands beside a failure: it concerns rights, limits or the server, whatever the
 * sentence says.
 */
function isOfServer(shape: Shape): boolean {
  return Object.entries(shape).some(([name, value]) => {
    const role = readMemberRole(name)
    return (role === 'status' || role === 'code') && /^(403|429|5\d\d)$/.test(String(value))
  })
}

/** Whether a body is Increff's error body, whatever the status: code, message and description, each a text. */
export function isErrorBody({ code, message, description }: Shape): boolean {
  return [code, message, description].every((value) => typeof value === 'string') && message !== ''
}

/** Whether results stand beside the errors. Then not everything failed. */
function hasOutcomeBeside(shape: Shape): boolean {
  const { data, errors } = shape
  const isSome = isShape(data) && Object.values(data).some((value) => value !== null)
  if (isSome && Array.isArray(errors)) return true
  return Object.entries(shape).some(
    ([name, value]) =>
      /^(succe\w+|cancell?ed\w*|completed?)$/i.test(name) && Array.isArray(value) && value.length > 0,
  )
}
