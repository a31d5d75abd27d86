import { readBody, readHeaders } from '../src/host/adapters'
import type { ApiClient } from '../src/host/contract'
import { deliver } from '../mocks/deliver'
import type { PretendOms } from '../mocks/oms'

/** A client that the model answers in memory: no network, no global but `setTimeout`. It rejects only when no answer comes. */
export function createPretendClient(oms: PretendOms): ApiClient {
  return {
    async request({ method, path, headers, body }) {
      const answer = oms.answer({
        method,
        path,
        headers: readHeaders(headers),
        body: body === undefined ? '' : JSON.stringify(body),
      })
      const delivery = await deliver(answer)
      answer.sent()
      // As a browser's fetch says it.
      if (!delivery) throw new TypeError('Failed to fetch')
      return {
        status: delivery.status,
        headers: readHeaders(delivery.headers),
        ...readBody(delivery.text),
      }
    },
  }
}
