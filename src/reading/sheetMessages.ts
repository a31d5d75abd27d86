import type { Caution } from '../domain/sheet/caution'
import { cut } from '../domain/lists/cut'
import { joinRequests, REQUESTS_A_BLOCK } from '../domain/run/requestList'
import { type PackedRequests, packRequests } from '../domain/run/packedRequests'
import { blocksOf, createRowList, type RowBlock } from '../domain/sheet/rowList'
import type { Sheet } from '../domain/sheet/sheet'
import type { ReadRequest, ReadResult } from '../domain/sheet/sheetReading'
import type { Issue } from '../domain/sheet/issue'
import type { CheckedSheet } from '../domain/sheet/checkedSheet'

/** Messages of the page to the worker: first the file, then `next` after each part of the sheet. */
export type PageMessage = ReadOrder | 'next'

export interface ReadOrder {
  readonly file: File
  readonly request: ReadRequest
}

/**
 * Messages of the worker to the page. A sheet comes in parts, each of which takes the page only some milliseconds,
 * and ends with `checked`. Each part waits for `next`: while the worker works, a browser on a small machine has no
 * core left for the page's garbage collection, and the page would freeze.
 */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'rows'; readonly blocks: readonly RowBlock[] }
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

// Blocks stay packed on the way, so that several fit into a message.
const BLOCKS_AT_ONCE = 10
const ISSUES_AT_ONCE = 1000

/** Writes the messages of a result, in the order of posting. */
export function* writeMessages(result: ReadResult): Generator<WorkerMessage> {
  if (result.type !== 'checked') {
    yield { type: 'result', result }
    return
  }
  const { checked, fileHash } = result
  const { rows, ...sheet } = checked.sheet
  for (const [, blocks] of cut(blocksOf(rows), BLOCKS_AT_ONCE)) yield { type: 'rows', blocks }
  for (const [, requests] of cut(checked.requests, REQUESTS_A_BLOCK * BLOCKS_AT_ONCE)) {
    yield {
      type: 'requests',
      packed: Array.from(cut(requests, REQUESTS_A_BLOCK), ([, block]) => packRequests(block)),
    }
  }
  for (const [, issues] of cut(checked.issues, ISSUES_AT_ONCE)) yield { type: 'issues', issues }
  // Lists of numbers: for a million rows, copying 16 MB takes some milliseconds.
  for (const caution of checked.cautions) yield { type: 'caution', caution }
  const { requestOfRow, notes } = checked
  yield { type: 'checked', end: { sheet, requestOfRow, notes, fileHash } }
}

/** Whether a message is a part of a sheet, with more messages to come. */
export const isPart = ({ type }: WorkerMessage): boolean =>
  type === 'rows' || type === 'requests' || type === 'issues' || type === 'caution'

/** Joins the parts of a sheet. @returns takes a message; returns the result with the last message */
export function createJoiner(): (message: WorkerMessage) => ReadResult | undefined {
  const blocks: RowBlock[] = []
  const packed: PackedRequests[] = []
  const issues: Issue[] = []
  const cautions: Caution[] = []
  return (message) => {
    switch (message.type) {
      case 'rows':
        blocks.push(...message.blocks)
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
        const rows = createRowList(blocks)
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
