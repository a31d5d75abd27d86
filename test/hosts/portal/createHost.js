/** What every one of these portals hands to the screen. `window.callsOut` counts its calls without an answer. */
export function createHost({ oms }) {
  window.callsOut = 0
  return {
    contract: '1.0.0',
    user: { id: 'priya.nair', tenant: 'acme-retail' },
    locale: 'en-GB',
    settings: { callsPerMinute: 6000 },
    api: {
      async request({ method, path, headers, body }) {
        window.callsOut += 1
        try {
          const answer = await fetch(oms + path, {
            method,
            headers: { 'content-type': 'application/json', ...headers },
            body: body === undefined ? undefined : JSON.stringify(body),
          })
          const text = await answer.text()
          return {
            status: answer.status,
            headers: Object.fromEntries(answer.headers),
            body: text === '' ? undefined : JSON.parse(text),
          }
        } finally {
          window.callsOut -= 1
        }
      },
    },
  }
}
