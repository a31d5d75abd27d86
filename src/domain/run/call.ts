import type { Failure } from './outcome'

/** A call without a certain answer, or whose refusal says nothing about the request. */
export interface CallRecord {
  /** Names the page and the call within that page: `1f3a9c2e.17`. Empty where an older version sent the call. */
  readonly id: string
  /** No answer can come any more: the host's client gave the call up, or the answer told nothing. */
  readonly isBack: boolean
  /** The server's refusal: then this call changed nothing. */
  readonly refusal?: Failure
}

/** The name of the page that sent a call, from the call's ID. */
export function readCallPage(id: string): string {
  return id.split('.')[0] ?? ''
}

/** Whether the server may have acted on a call: it has not refused the call. */
export function mayHaveActed({ refusal }: CallRecord): boolean {
  return refusal === undefined
}

/** Whether the answer to a call may still come, as long as its page is alive. */
export function isOut({ isBack }: CallRecord): boolean {
  return !isBack
}
