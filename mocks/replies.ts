/** A reply of the OMS. MSW or node:http makes a response of it. */
export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Absent or '': empty. Text: sent as it is. Anything else: as JSON. */
  readonly body?: unknown
}

export const done: Reply = { status: 200 }

/** Every refusal of the OMS, worded as the list of error texts has it. */
export const refusals = {
  notFound: (id: string) => refuse(404, `Sub order ${id} does not exist`),
  alreadyCancelled: (id: string) =>
    refuse(409, `Sub order ${id} is already CANCELLED`, { code: 'ALREADY_CANCELLED' }),
  invoiced: refuse(400, 'Sub order is invoiced, cancellation is not allowed'),
  picklistOut: refuse(400, 'Quantity is in processing, picklist is released'),
  tooMany: (requested: number, cancellable: number) =>
    refuse(400, `Requested ${requested}, cancellable ${cancellable}`),
  unknownSku: (skuId: string, id: string) => refuse(400, `SKU ${skuId} is not in sub order ${id}`),
  channelRefused: {
    status: 200,
    body: { hasError: true, errorMessage: 'Channel rejected the cancellation' },
  },
  invalid: (description: string) => refuse(400, 'Input validation failed', { description }),
} satisfies Record<string, Reply | ((...values: never[]) => Reply)>

/** Replies that a call gets before it reaches the orders: of the session, of limits, of the service itself. */
export const obstacles = {
  signedOut: refuse(401, 'Session has expired', { code: 'UNAUTHORIZED' }),
  forbidden: refuse(403, 'Not allowed to cancel sub-orders', { code: 'FORBIDDEN' }),
  /** @param retryAfter seconds or an HTTP date; absent: the server does not say, as the real one. */
  tooManyRequests: (retryAfter?: string): Reply => ({
    ...refuse(429, 'Too many requests', { code: 'RATE_LIMITED' }),
    ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }),
  }),
  /** The page of a gateway, not a body of the OMS: nobody knows whether the OMS acted. */
  serviceDown: page(503, 'Service Temporarily Unavailable'),
  loginPage: page(200, 'Sign in'),
  unknownPath: refuse(404, 'No such resource', { code: 'NOT_FOUND' }),
} satisfies Record<string, Reply | ((...values: never[]) => Reply)>

/** The usual reply of the OMS with a status; undefined where the OMS has none. */
function findUsualReply(status: number, id: string): Reply | undefined {
  switch (status) {
    case 401:
      return obstacles.signedOut
    case 403:
      return obstacles.forbidden
    case 404:
      return refusals.notFound(id)
    case 409:
      return refusals.alreadyCancelled(id)
    case 429:
      return obstacles.tooManyRequests()
    case 503:
      return obstacles.serviceDown
    default:
      return undefined
  }
}

/** Gives a reply without a body the usual body of the OMS for that status and this sub-order. */
export function completeReply({ status, body, headers }: Reply, id: string): Reply {
  const usual = body === undefined ? findUsualReply(status, id) : { status, body }
  return { status, ...usual, headers: { ...usual?.headers, ...headers } }
}

/** Increff's body of an error. */
export function refuse(
  status: number,
  message: string,
  more: { code?: string; description?: string } = {},
): Reply {
  return { status, body: { code: 'BAD_DATA', message, description: '', ...more } }
}

/** An HTML page where an answer of the API was due. */
export function page(status: number, title: string): Reply {
  const body = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

/** The reply as text and headers. */
export function writeReply(reply: Reply): { text: string | null; headers: Record<string, string> } {
  if (reply.body === undefined || reply.body === '') return { text: null, headers: { ...reply.headers } }
  if (typeof reply.body === 'string') {
    return { text: reply.body, headers: { 'content-type': 'text/plain; charset=utf-8', ...reply.headers } }
  }
  return {
    text: JSON.stringify(reply.body),
    headers: { 'content-type': 'application/json', ...reply.headers },
  }
}
