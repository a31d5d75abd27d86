import type { Failure } from './outcome'

/** One call of a request that the server has not answered for certain, or whose refusal is no verdict on the request. */
export interface CallRecord {
  /** Names the page that sent it, and the call within that page: `1f3a9c2e.17`. Empty where an older version sent it. */
  readonly id: string
  /** Its answer can no longer come: the host's client gave it up, or it was an answer that tells nothing. */
  readonly isBack: boolean
  /** The server refused it. Present: this call changed nothing. */
  readonly refusal?: Failure
}

/** @returns the page that sent a call */
export function readCallPage(id: string): string {
  return id.split('.')[0] ?? ''
}

/** The server may have acted on it: nobody has said that it refused. */
export function mayHaveActed({ refusal }: CallRecord): boolean {
  return refusal === undefined
}

/** Its answer may still come, as long as its page lives. */
export function isOut({ isBack }: CallRecord): boolean {
  return !isBack
}
