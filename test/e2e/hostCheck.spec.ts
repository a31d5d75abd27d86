import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { serveProbe } from '../../host-kit/hostProbe'
import { listen } from '../../mocks/serveFolders'
import type { Finding } from '../../host-kit/finding'
import { bundleCheck } from '../../webpack/packageFiles'
import { expect, test } from '../support/browser'

/** Checks a host in its page, as the README says. @param wrap what the host’s client does around the right one */
async function checkInPage(page: Page, probeUrl: string, wrap: string): Promise<string[]> {
  const findings = await page.evaluate<Finding[]>(`(async () => {
    const { checkWiring, connectProbe } = await import('${probeUrl}/check.js')
    const client = {
      async request({ method, path, headers, body }) {
        const init = { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
        const answer = await fetch('${probeUrl}/' + path, init)
        const isJson = answer.headers.get('content-type') === 'application/json'
        const text = await answer.text()
        return { status: answer.status, headers: Object.fromEntries(answer.headers), body: isJson && text ? JSON.parse(text) : text }
      },
    }
    const host = {
      contract: '1.0.0',
      api: { request: async (request) => (${wrap})(await client.request(request)) },
      user: { id: 'priya.nair', tenant: 'acme-retail' },
      can: () => true,
      texts: { start: 'Cancel now' },
      onSessionChange: () => () => undefined,
      blockLeaving: () => () => undefined,
    }
    const patience = { silenceMs: 1, lateMs: 0, wait: () => Promise.resolve() }
    return checkWiring({ host, probe: connectProbe('${probeUrl}/'), patience })
  })()`)
  expect(findings.length).toBeGreaterThan(15)
  return findings
    .filter(({ verdict }) => verdict !== 'right')
    .map(({ what, verdict }) => `${what}: ${verdict}`)
}

test('a host is checked in the page of its portal, of another origin than the probe', async ({ page }) => {
  const probe = await serveProbe(() => bundleCheck(join(import.meta.dirname, '../..')))
  const portal = await listen(
    createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Portal</title>')
    }),
    0,
  )
  try {
    await page.goto(portal.url)
    expect(await checkInPage(page, probe.url, '(answer) => answer')).toEqual([])
    const empty = "(answer) => typeof answer.body === 'string' ? { ...answer, body: {} } : answer"
    expect(await checkInPage(page, probe.url, empty)).toEqual(['login-page: wrong', 'redirect: wrong'])
  } finally {
    await Promise.all([probe.close(), portal.close()])
  }
})
