import type { Caution } from '../domain/sheet/caution'
import { cut } from '../domain/lists/cut'
import { joinRequests, REQUESTS_A_BLOCK } from '../domain/run/requestList'
import { type PackedRequests, packRequests } from '../domain/run/packedRequests'
import { blocksOf, createRowList, type RowBlock } from '../domain/sheet/rowList'
import type { Sheet } from '../domain/sheet/sheet'
import type { ReadRequest, ReadResult } from '../domain/sheet/sheetReading'
import type { Issue } from '../domain/sheet/issue'
import type { CheckedSheet } from '../domain/sheet/checkedSheet'

/** What the page says to the worker: one file, once; then, after each part of its sheet, that the next may come. */
export type PageMessage = ReadOrder | 'next'

export interface ReadOrder {
  readonly file: File
  readonly request: ReadRequest
}

/**
 * What the worker answers. A sheet comes in parts, none of which holds the page for more than some milliseconds, and
 * its end last. Each part waits for the page's word: while the worker is at work, a browser on a small machine has no
 * core to tidy up the page's memory with, and the page stands still for it.
 */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'rows'; readonly chunks: readonly RowBlock[] }
  | { readonly type: 'requests'; readonly packed: readonly PackedRequests[] }
  | { readonly type: 'issues'; readonly issues: readonly Issue[] }
  | { readonly type: 'caution'; readonly caution: Caution }
  | { readonly type: 'checked'; readonly end: SheetEnd }
  | { readonly type: 'result'; readonly result: Exclude<ReadResult, { type: 'checked' }> }

interface SheetEnd {
  readonly sheet: Omit<Sheet, 'rows'>
  readonly requestOfRow: Int32Array
  readonly notes: CheckedSheet['notes']
  readonly fileHash: string
}

/** Nothing of them is unpacked on the way. */
const STRETCHES_AT_ONCE = 10
const ISSUES_AT_ONCE = 1000

/** A result in parts, in the order in which they are to be posted. */
export function* writeMessages(result: ReadResult): Generator<WorkerMessage> {
  if (result.type !== 'checked') {
    yield { type: 'result', result }
    return
  }
  const { checked, fileHash } = result
  const { rows, ...sheet } = checked.sheet
  for (const [, chunks] of cut(blocksOf(rows), STRETCHES_AT_ONCE)) yield { type: 'rows', chunks }
  for (const [, some] of cut(checked.requests, REQUESTS_A_BLOCK * STRETCHES_AT_ONCE)) {
    yield {
      type: 'requests',
      packed: Array.from(cut(some, REQUESTS_A_BLOCK), ([, stretch]) => packRequests(stretch)),
    }
  }
  for (const [, issues] of cut(checked.issues, ISSUES_AT_ONCE)) yield { type: 'issues', issues }
  // Lists of numbers: of a million rows a copy of 16 MB, some milliseconds.
  for (const caution of checked.cautions) yield { type: 'caution', caution }
  const { requestOfRow, notes } = checked
  yield { type: 'checked', end: { sheet, requestOfRow, notes, fileHash } }
}

/** Behind it another one comes. */
export const isPart = ({ type }: WorkerMessage): boolean =>
  type === 'rows' || type === 'requests' || type === 'issues' || type === 'caution'

/** Joins the parts. @returns takes a message, and answers the result with the last one */
export function createJoiner(): (message: WorkerMessage) => ReadResult | undefined {
  const chunks: RowBlock[] = []
  const packed: PackedRequests[] = []
  const issues: Issue[] = []
  const cautions: Caution[] = []
  return (message) => {
    switch (message.type) {
      case 'rows':
        chunks.push(...message.chunks)
        return undefined
      case 'requests':
        packed.push(...message.packed)
        return undefined
      case 'issues':
        issues.push(...message.issues)
        return undefined
      case 'caution':
        cautions.push(message.caution)
        return undefined
      case 'checked': {
        const { sheet, fileHash, ...rest } = message.end
        const requests = joinRequests(packed)
        const rows = createRowList(chunks)
        const checked = { sheet: { ...sheet, rows }, issues, requests, cautions, ...rest }
        return { type: 'checked', checked, fileHash }
      }
      case 'result':
        return message.result
      default:
        return undefined
    }
  }
}
