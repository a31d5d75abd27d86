import type { CancellationRequest } from '../domain/cancellation'
import type { Reading, ReadSubOrder } from '../domain/reading'
import type { ApiClient } from '../host/contract'
import { type Answer, isShape, readRejected, readResolved } from './readAnswer'
import { readContent } from './readContent'
import { fillPath } from './wire'

/** By the letter of the OMS, and of those that spell it with two l. */
const isCancelledWord = (status: unknown) => typeof status === 'string' && /^cancell?ed$/i.test(status.trim())

/** A line is cancelled where the OMS's running total has reached what was asked. */
function areLinesCancelled(
  request: Extract<CancellationRequest, { kind: 'line-items' }>,
  items: unknown,
): boolean {
  if (!Array.isArray(items)) return false
  const rows: readonly unknown[] = items
  return request.lineItems.every(({ skuId, quantity }) =>
    rows.some(
      (item) => isShape(item) && String(item.skuId) === skuId && Number(item.cancelledQuantity) >= quantity,
    ),
  )
}

function readState(request: CancellationRequest, answer: Answer): Reading {
  const { status } = answer
  if (status === 401 || (status >= 300 && status < 400)) return { kind: 'session' }
  if (status === 408 || status === 429 || status >= 500) return { kind: 'server' }
  if (status >= 400) return { kind: 'refused', httpStatus: status }
  const content = readContent(answer)
  // A page in the place of the sub-order: probably a login.
  if (content.kind === 'page-or-broken' || content.kind === 'words') return { kind: 'session' }
  if (content.kind !== 'json' || !isShape(content.value) || typeof content.value.status !== 'string') {
    return { kind: 'refused', httpStatus: status }
  }
  const { status: word, orderItems } = content.value
  const isCancelled =
    isCancelledWord(word) || (request.kind === 'line-items' && areLinesCancelled(request, orderItems))
  return { kind: 'read', isCancelled }
}

export interface ReadServices {
  readApi(): ApiClient
  /** Template with `{subOrderId}`; undefined where the host has none. */
  readPath(): string | undefined
  readAnswerTimeoutMs(): number
}

/** A read that hangs tells nothing, and nothing is lost by giving it up. */
function giveUpAfter(ms: number, reading: Promise<Reading>): Promise<Reading> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'no-answer' }), ms)
    void reading.then((read) => {
      clearTimeout(timer)
      resolve(read)
    })
  })
}

async function askHost(api: ApiClient, path: string, request: CancellationRequest): Promise<Reading> {
  let answer: Answer | undefined
  try {
    const call = { method: 'GET', path: fillPath(path, request.subOrderId), retry: 'safe' } as const
    answer = await readResolved(await api.request(call))
  } catch (error) {
    answer = await readRejected(error).catch(() => undefined)
    if (!answer) return { kind: 'no-answer' }
  }
  try {
    return answer ? readState(request, answer) : { kind: 'server' }
  } catch {
    return { kind: 'server' }
  }
}

/** Asks the OMS for the state of a sub-order, through the host's client. A read changes nothing and may be repeated. */
export function createReadSubOrder({ readApi, readPath, readAnswerTimeoutMs }: ReadServices): ReadSubOrder {
  return async (request) => {
    const path = readPath()
    if (path === undefined) return { kind: 'no-path' }
    return giveUpAfter(readAnswerTimeoutMs(), askHost(readApi(), path, request))
  }
}
