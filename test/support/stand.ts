import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { createSafeServer, readPathname } from '../../mocks/answerHttp'
import { builtFolders } from '../../mocks/build'
import { deliver } from '../../mocks/deliver'
import { createPretendOms, type OmsOptions, type PretendOms } from '../../mocks/oms'
import { BASE_PATH } from '../../mocks/requests'
import { createGate, type Gate } from '../../mocks/script'
import { listen } from '../../mocks/serveFolders'
import type { PluginEvent, Settings, User } from '../../src/host/contract'

/** The points at which a test can stop a run. `received` and `processed`: at the server; the others: in the page. */
export type StopPoint =
  | 'before-intent'
  | 'before-call'
  | 'received'
  | 'processed'
  | 'before-outcome'
  | 'between'
  | 'in-recovery'

export interface Stop {
  readonly point: StopPoint
  readonly nth: number
  /** The page asks for a reload before it stands still: later it could not even ask. */
  readonly reloads?: boolean
}

/** A cancel as it reached the server, before anything was done about it. */
export interface Received {
  readonly subOrderId: string
  readonly key: string
  /** Cancels open at that moment, this one included. */
  readonly inFlight: number
  /** The time of arrival, to compare with the OMS's log. */
  readonly at: number
}

export interface Barrier {
  readonly isInPage: boolean
  readonly reached: Promise<void>
  /** Lets what stands still go on. @param isLost the server never acts on the call it holds */
  release(isLost?: boolean): void
}

export interface StandOptions extends OmsOptions {
  readonly settings?: Settings
  readonly user?: User
  /** The host listens to no events. */
  readonly isDeaf?: boolean
}

/** A server for the host's page, the plugin, its OMS and the audit, with barriers in each of them. */
export interface Stand {
  readonly url: string
  readonly oms: PretendOms
  readonly received: readonly Received[]
  /** The events that the audit got from all pages, in order of arrival. */
  readonly events: readonly PluginEvent[]
  /** Pages stand still before the plugin is loaded, until the returned gate is opened: time to look into the journal. */
  holdPages(): Gate
  /** Stops the page or the server when it comes to the point for the n-th time from now on. */
  arm(page: Page, stop: Stop): Promise<Barrier>
  /** Every connection that is open breaks, as when a cable is pulled. */
  breakConnections(): void
  close(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
}

// Chromium itself repeats a call whose used connection breaks: a fresh one each time.
const FRESH = { connection: 'close', 'cache-control': 'no-store' }

interface Armed extends Barrier {
  readonly point: StopPoint
  left: number
  readonly passed: Promise<{ isLost: boolean }>
  reach(): void
}

function createBarrier(point: StopPoint, nth: number): Armed {
  const reached = createGate()
  let pass: (how: { isLost: boolean }) => void = () => undefined
  const passed = new Promise<{ isLost: boolean }>((resolve) => {
    pass = resolve
  })
  return {
    point,
    left: nth,
    passed,
    isInPage: point !== 'received' && point !== 'processed',
    reached: reached.opened,
    reach: reached.open,
    release: (isLost = false) => pass({ isLost }),
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Starts one. The plugin must have been built. */
export async function serveStand(options: StandOptions = {}): Promise<Stand> {
  const oms = createPretendOms({ knowsEveryId: true, delayMs: 0, ...options })
  const received: Received[] = []
  const events: PluginEvent[] = []
  const user = options.user ?? { id: 'priya.nair', tenant: 'acme-retail', name: 'Priya Nair' }
  const settings: Settings = { callsPerMinute: 6000, ...options.settings }
  let pageGate: Gate | undefined
  let armed: Armed | undefined
  let inFlight = 0

  async function standStill(point: StopPoint): Promise<boolean> {
    if (armed?.point !== point) return false
    armed.left -= 1
    if (armed.left > 0) return false
    const barrier = armed
    armed = undefined
    barrier.reach()
    return (await barrier.passed).isLost
  }

  async function answerOms(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const isCancel = request.method === 'PUT'
    const body = await readText(request)
    if (isCancel) {
      inFlight += 1
      const subOrderId = decodeURIComponent(path.split('/')[1] ?? '')
      received.push({ subOrderId, key: String(request.headers['idempotency-key']), inFlight, at: Date.now() })
      response.once('close', () => {
        inFlight -= 1
      })
      if (await standStill('received')) return
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    const said = oms.answer({ method: request.method ?? '', path, headers, body })
    if (response.destroyed) said.sent()
    else response.once('close', said.sent)
    if (isCancel) await standStill('processed')
    const delivery = await deliver(said)
    if (delivery)
      response.writeHead(delivery.status, { ...delivery.headers, ...FRESH }).end(delivery.text ?? '')
    else request.socket.destroy()
  }

  async function answerPage(pathname: string, response: ServerResponse): Promise<void> {
    const file = pathname.startsWith('/dist/')
      ? join(builtFolders.plugin, pathname.slice('/dist/'.length))
      : join(import.meta.dirname, '../kill/stand/index.html')
    const content = await readFile(file).catch(() => undefined)
    const type = TYPES[extname(file)] ?? 'text/plain'
    response.writeHead(content ? 200 : 404, { ...FRESH, 'content-type': type }).end(content)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pathname = readPathname(request)
    if (pathname.startsWith(BASE_PATH)) return answerOms(request, response, pathname.slice(BASE_PATH.length))
    if (pathname === '/stopped') {
      armed?.reach()
      await armed?.passed
      response.writeHead(204, FRESH).end()
      return
    }
    if (pathname === '/audit') {
      // Written by the plugin under test, whose events are what the test is about.
      events.push(JSON.parse(await readText(request)) as PluginEvent)
      response.writeHead(204, FRESH).end()
      return
    }
    if (pathname === '/config.json') {
      await pageGate?.opened
      const config = { host: { user, settings }, isDeaf: options.isDeaf === true }
      response.writeHead(200, { ...FRESH, 'content-type': 'application/json' }).end(JSON.stringify(config))
      return
    }
    return answerPage(pathname, response)
  }

  // A page that is killed in the midst of a call leaves half a request.
  const server = createSafeServer(answer)
  const running = await listen(server, 0)
  return {
    ...running,
    oms,
    received,
    events,
    holdPages: () => {
      const gate = createGate()
      pageGate = gate
      return {
        opened: gate.opened,
        open: () => {
          pageGate = undefined
          gate.open()
        },
      }
    },
    arm: async (page, { point, nth, reloads = false }) => {
      const barrier = createBarrier(point, nth)
      armed = barrier
      await page.evaluate((stop) => (window.stopPoint = stop), { point, nth, reloads })
      return barrier
    },
    breakConnections: () => server.closeAllConnections(),
  }
}

declare global {
  interface Window {
    stopPoint: Stop | null
    /** The host says that another person has signed in, or none. */
    changeSession: (user: User | null) => void
    mountFor: (user: User) => Promise<void>
  }
}
