import { type Answer, isShape, readContent, type Shape } from './answer/answer'
import type { CancellationRequest, LineItemsRequest } from '../domain/run/cancellation'
import { withTimeout } from '../domain/time/withTimeout'
import type { Reading, ReadSubOrder } from '../domain/run/reading'
import type { ApiClient } from '../host/contract'
import { holdsFailure } from './body/judgeMember'
import { readMemberRole } from './body/memberNames'
import { requestAnswer } from './answer/readAnswer'
import { readFlag } from './message/statusWords'
import { fillPath } from './wire'

/** The OMS writes one l, others write two. */
const isCancelledWord = (word: string) => /^cancell?ed$/i.test(word.trim())

/** Whether a state is open. Where a cancellation was asked for, refused or done in part, nothing may be sent again. */
const isOpenWord = (word: string) => word.trim() !== '' && !/cancel/i.test(word)

/** @returns undefined where the value is no quantity: `Number` would turn blanks and null into 0 */
function readQuantity(value: unknown): number | undefined {
  const isFigure = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
  return isFigure ? Number(value) : undefined
}

/** Reads the OMS's running totals for a SKU: usually one, none where the SKU is not shown. */
function readTotals(items: unknown, skuId: string): (number | undefined)[] {
  const rows: readonly unknown[] = Array.isArray(items) ? items : []
  return rows
    .filter(isShape)
    .filter((item) => String(item.skuId) === skuId)
    .map((item) => readQuantity(item.cancelledQuantity))
}

/**
 * True where each line has reached the quantity of the call, false where no line has any cancelled, undefined between.
 */
function areLinesCancelled({ lineItems }: LineItemsRequest, items: unknown): boolean | undefined {
  const lines = lineItems.map(({ skuId, quantity }) => ({ quantity, totals: readTotals(items, skuId) }))
  if (lines.every(({ quantity, totals }) => totals.some((total) => total !== undefined && total >= quantity)))
    return true
  const areOpen = lines.every(({ totals }) => totals.length > 0 && totals.every((total) => total === 0))
  return areOpen ? false : undefined
}

/**
 * @returns undefined where the state does not tell: an open sub-order may be sent again, so its state must say that it
 *   is open
 */
function isRequestCancelled(request: CancellationRequest, word: string, items: unknown): boolean | undefined {
  if (isCancelledWord(word)) return true
  const isCancelled = request.kind === 'whole' ? false : areLinesCancelled(request, items)
  return isCancelled === false && !isOpenWord(word) ? undefined : isCancelled
}

/** Whether an answer contradicts itself: its state of the sub-order is not to be trusted. */
function takesItselfBack(body: Shape): boolean {
  return Object.entries(body).some(([name, value]) => {
    const role = readMemberRole(name)
    if (role === 'failure') return holdsFailure(value)
    return role === 'success-flag' && !/cancel/i.test(name) && readFlag(value) === false
  })
}

function readState(request: CancellationRequest, answer: Answer): Reading {
  const { status } = answer
  if (answer.isRedirected || status === 401 || (status >= 300 && status < 400)) return { kind: 'session' }
  if (status === 408 || status === 429 || status >= 500) return { kind: 'server' }
  if (status >= 400) return { kind: 'refused', httpStatus: status }
  const content = readContent(answer)
  // A page in the place of the sub-order is probably a login.
  if (content.kind === 'page-or-broken' || content.kind === 'words') return { kind: 'session' }
  if (content.kind !== 'json' || !isShape(content.value) || typeof content.value.status !== 'string') {
    return { kind: 'refused', httpStatus: status }
  }
  // A part of an answer (206) may leave out lines, and a promise (202) says nothing about now.
  if (status === 202 || status === 206 || takesItselfBack(content.value))
    return { kind: 'refused', httpStatus: status }
  const isCancelled = isRequestCancelled(request, content.value.status, content.value.orderItems)
  return isCancelled === undefined ? { kind: 'refused', httpStatus: status } : { kind: 'read', isCancelled }
}

export interface ReadServices {
  readApi(): ApiClient
  /** Template with `{subOrderId}`; undefined where the host has none. */
  readPath(): string | undefined
  readAnswerTimeoutMs(): number
}

async function askState(api: ApiClient, path: string, request: CancellationRequest): Promise<Reading> {
  const call = { method: 'GET', path: fillPath(path, request.subOrderId), retry: 'safe' } as const
  const answer = await requestAnswer(api, call)
  if (answer === 'no-answer') return { kind: 'no-answer' }
  try {
    return answer === 'not-an-answer' ? { kind: 'server' } : readState(request, answer)
  } catch {
    return { kind: 'server' }
  }
}

/** Asks the OMS for the state of a sub-order, through the host's client. A read changes nothing and may be repeated. */
export function createReadSubOrder({ readApi, readPath, readAnswerTimeoutMs }: ReadServices): ReadSubOrder {
  return async (request) => {
    try {
      const path = readPath()
      if (path === undefined) return { kind: 'no-path' }
      // A read that hangs tells nothing, and giving it up loses nothing.
      return await withTimeout<Reading>(askState(readApi(), path, request), readAnswerTimeoutMs(), () => ({
        kind: 'no-answer',
      }))
    } catch {
      // The host threw at its own client or settings.
      return { kind: 'no-answer' }
    }
  }
}
