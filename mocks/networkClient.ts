import { createFetchClient } from '../src/host/adapters'
import type { ApiClient } from '../src/host/contract'
import { BASE_PATH } from './requests'

/** Calls over the page's `fetch`, for MSW to answer, as a portal does with a server. */
export function createNetworkClient(): ApiClient {
  return createFetchClient({ baseUrl: new URL(BASE_PATH, location.origin).href })
}
