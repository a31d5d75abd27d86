import { HttpResponse, http, type RequestHandler } from 'msw'
import { deliver } from './deliver'
import type { PretendOms } from './oms'
import { BASE_PATH } from './requests'

/** Carries every call below the base path to the model. */
export function createHandlers(oms: PretendOms): RequestHandler[] {
  return [
    http.all(`*${BASE_PATH}*`, async ({ request }) => {
      const { pathname } = new URL(request.url)
      const answer = oms.answer({
        method: request.method,
        path: pathname.slice(pathname.indexOf(BASE_PATH) + BASE_PATH.length),
        headers: Object.fromEntries(request.headers),
        body: await request.text(),
      })
      const delivery = await deliver(answer)
      answer.sent()
      if (!delivery) return HttpResponse.error()
      return new HttpResponse(delivery.text, { status: delivery.status, headers: delivery.headers })
    }),
  ]
}
