/** A call as it came to the probe. */
export interface Arrival {
  readonly method: string
  /** As it stood in the request, still encoded. */
  readonly path: string
  readonly idempotencyKey: string | undefined
  readonly body: string
}

/** A server that answers in the place of the OMS, and tells what came to it. */
export interface Probe {
  /** What came since the last time it was asked. */
  takeArrivals(): Promise<readonly Arrival[]>
}

/** Looked up first, and harmless at a real OMS: it only reads. */
export const HELLO = 'host-check-hello'
export const HELLO_ANSWER = { status: 'CANCELLED' }

/** What the probe does with a cancel, by the sub-order’s ID. None is part of another. */
export const CASES = {
  accept: 'host-check-accept',
  lines: 'host-check-lines',
  encoded: 'host-check/1',
  refuse: 'host-check-refuse',
  flag: 'host-check-has-error',
  unavailable: 'host-check-503',
  cut: 'host-check-cut',
  busy: 'host-check-429',
  page: 'host-check-page',
  redirect: 'host-check-302',
  unauthorised: 'host-check-401',
  /** Followed by the milliseconds after which it is answered: `host-check-silent-35000`. */
  silent: 'host-check-silent',
} as const
export type Case = keyof typeof CASES

/** What a client was answered, as a finding says it. */
export const ANSWERS: Readonly<Record<Case, string>> = {
  accept: 'a 200',
  lines: 'a 200',
  encoded: 'a 200',
  refuse: 'a 400',
  flag: 'a 200 with hasError',
  unavailable: 'a 503',
  cut: 'a connection that broke',
  busy: 'a 429',
  page: 'a login page',
  redirect: 'a redirect',
  unauthorised: 'a 401',
  silent: 'a long silence',
}

export const REFUSAL = {
  code: 'NOT_CANCELLABLE',
  message: 'Refused by the probe',
  description: 'It always is',
}
export const RETRY_AFTER_S = 2
/** Where a redirect leads, beside the path that was called: a proxy on the way is kept. */
export const LOGIN = 'host-check-login'

/** The case that an arrival belongs to; undefined: its path names none. */
export function findCase({ path }: Arrival): Case | undefined {
  if (path.includes(LOGIN)) return undefined
  return (Object.keys(CASES) as Case[]).find((name) => path.includes(encodeURIComponent(CASES[name])))
}
