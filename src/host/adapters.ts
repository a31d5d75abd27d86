import type { ApiAnswer, ApiClient, ApiRequest } from './contract'

/** The OMS and the page's way to it. */
export interface FetchClientOptions {
  /** Where the relative paths start: `/api/oms/` or `https://oms.example.com/api/`. */
  readonly baseUrl: string
  /** Session, CSRF and tenant headers. A function is called before each call, and may renew a token. Default: none. */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>)
  /** Default: the page's own. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** Default: the browser's (`same-origin`). */
  readonly credentials?: RequestCredentials
}

/** The part of an axios instance that is used. axios itself is no dependency. */
export interface AxiosLike {
  request(config: AxiosRequestLike): Promise<{ status: number; data?: unknown; headers?: unknown }>
}

/** The options of an axios call that are set. */
export interface AxiosRequestLike {
  method: string
  url: string
  data?: unknown
  headers: Record<string, string>
  responseType: 'text'
  timeout: number
  validateStatus: (status: number) => boolean
  transformResponse: (data: unknown) => unknown
  'axios-retry': { retries: number }
}

/** A client over `fetch`. It resolves with any status and never repeats a call, so `retry: 'never'` holds. */
export function createFetchClient(options: FetchClientOptions): ApiClient {
  const send = options.fetch ?? ((url, init) => fetch(url, init))
  return {
    async request(request) {
      const own = typeof options.headers === 'function' ? options.headers() : options.headers
      const answer = await send(joinUrl(options.baseUrl, request.path), {
        method: request.method,
        headers: mergeHeaders(own ?? {}, describeBody(request), request.headers ?? {}),
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
      })
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        ...readBody(await answer.text()),
      }
    },
  }
}

/**
 * A client over the host's own axios instance: its base URL and its interceptors for session and CSRF stay in force.
 */
export function createAxiosClient(axiosInstance: AxiosLike): ApiClient {
  return {
    async request(request) {
      const answer = await axiosInstance.request({
        method: request.method,
        url: request.path,
        ...(request.body === undefined ? {} : { data: request.body }),
        headers: { ...describeBody(request), ...request.headers },
        // Every status is an answer. Without rejections, interceptors that renew the session and repeat the call do not
        // run: a cancel that is repeated behind our back may be processed twice.
        validateStatus: () => true,
        // By its version, axios parses some bodies and not others; so `readBody` reads the text.
        responseType: 'text',
        transformResponse: (data) => data,
        // Aborting a sent call does not undo it, and loses the answer. The screen has its own time limit.
        timeout: 0,
        // The usual plug-in for retries repeats a PUT by itself, since HTTP calls PUT idempotent.
        'axios-retry': { retries: request.retry === 'never' ? 0 : 2 },
      })
      return { status: answer.status, headers: readHeaders(answer.headers), ...readBody(answer.data) }
    },
  }
}

/** Joins headers. Letter case aside, each name stands once, and the last value wins: `fetch` would send both values. */
function mergeHeaders(...parts: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const entries = parts.flatMap((part) => Object.entries(part))
  return Object.fromEntries(new Map(entries.map((entry) => [entry[0].toLowerCase(), entry])).values())
}

function describeBody(request: ApiRequest): Record<string, string> {
  const accept = { accept: 'application/json' }
  return request.body === undefined ? accept : { ...accept, 'content-type': 'application/json' }
}

function joinUrl(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${path}`
}

/** Reads a body: JSON as its value, any other text (a login page) as text, and an empty body as none. */
export function readBody(data: unknown): Pick<ApiAnswer, 'body'> {
  if (data === undefined || data === null || data === '') return {}
  if (typeof data !== 'string') return { body: data }
  try {
    const value: unknown = JSON.parse(data)
    // A JSON text keeps its quotes, since it would look like a body that is no JSON.
    return { body: typeof value === 'string' ? data : value }
  } catch {
    return { body: data }
  }
}

/** Reads headers: names in lower case, values as text. */
export function readHeaders(headers: unknown): Record<string, string> {
  const entries = typeof headers === 'object' && headers !== null ? Object.entries(headers) : []
  return Object.fromEntries(
    entries
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
}
