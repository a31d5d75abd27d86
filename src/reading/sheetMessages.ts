import type { CancellationRequest } from '../domain/cancellation'
import { type PackedRequests, packRequests, unpackRequests } from '../domain/packedRequests'
import { chunkRows, createRowList, type RowChunk } from '../domain/rowList'
import type { CheckedSheet, Issue, Sheet } from '../domain/sheet'
import type { ReadRequest, ReadResult } from '../domain/sheetReading'

/** What the page asks of the worker: one file, once. */
export interface ReadOrder {
  readonly file: File
  readonly request: ReadRequest
}

/**
 * What the worker answers. A sheet comes in parts, none of which holds the page for more than some milliseconds, and its end
 * last.
 */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'rows'; readonly chunks: readonly RowChunk[] }
  | { readonly type: 'requests'; readonly packed: PackedRequests }
  | { readonly type: 'issues'; readonly issues: readonly Issue[] }
  | { readonly type: 'checked'; readonly end: SheetEnd }
  | { readonly type: 'result'; readonly result: Exclude<ReadResult, { type: 'checked' }> }

interface SheetEnd {
  readonly sheet: Omit<Sheet, 'rows'>
  readonly requestOfRow: Int32Array
  readonly notes: CheckedSheet['notes']
  readonly fileHash: string
}

/** Nothing of them is unpacked on the way. */
const ROW_CHUNKS_AT_ONCE = 10
/** Unpacked by the page in about a millisecond. */
const REQUESTS_AT_ONCE = 2000
const ISSUES_AT_ONCE = 1000

function* cut<Item>(items: readonly Item[], length: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += length) yield items.slice(at, at + length)
}

/** A result in parts, in the order in which they are to be posted. */
export function* writeMessages(result: ReadResult): Generator<WorkerMessage> {
  if (result.type !== 'checked') {
    yield { type: 'result', result }
    return
  }
  const { checked, fileHash } = result
  const { rows, ...sheet } = checked.sheet
  for (const chunks of cut(chunkRows(rows), ROW_CHUNKS_AT_ONCE)) yield { type: 'rows', chunks }
  for (const some of cut(checked.requests, REQUESTS_AT_ONCE))
    yield { type: 'requests', packed: packRequests(some) }
  for (const issues of cut(checked.issues, ISSUES_AT_ONCE)) yield { type: 'issues', issues }
  const { requestOfRow, notes } = checked
  yield { type: 'checked', end: { sheet, requestOfRow, notes, fileHash } }
}

/** Joins the parts. @returns takes a message, and answers the result with the last one */
export function createJoiner(): (message: WorkerMessage) => ReadResult | undefined {
  const chunks: RowChunk[] = []
  const requests: CancellationRequest[] = []
  const issues: Issue[] = []
  return (message) => {
    switch (message.type) {
      case 'rows':
        chunks.push(...message.chunks)
        return undefined
      case 'requests':
        for (const request of unpackRequests(message.packed)) requests.push(request)
        return undefined
      case 'issues':
        issues.push(...message.issues)
        return undefined
      case 'checked': {
        const { sheet, fileHash, ...rest } = message.end
        const checked = { sheet: { ...sheet, rows: createRowList(chunks) }, issues, requests, ...rest }
        return { type: 'checked', checked, fileHash }
      }
      case 'result':
        return message.result
      default:
        return undefined
    }
  }
}
