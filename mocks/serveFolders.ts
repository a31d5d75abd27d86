import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { createSafeServer, readPathname } from './answerHttp'
import { decode } from './requests'

export interface RunningServer {
  /** Without a slash at the end: `http://localhost:4001`. */
  readonly url: string
  close(): Promise<void>
}

export interface FolderOptions {
  /** In order of search: the first folder with the file serves it. */
  readonly folders: readonly string[]
  /** 0: any free one. */
  readonly port?: number
  /** Answered before any file, as JSON: `{ '/config.json': { remote, oms } }`. */
  readonly json?: Readonly<Record<string, unknown>>
  /** Paths without a file get `index.html`, as a shell with its own routes needs. */
  readonly singlePage?: boolean
  /** Replaces texts in pages and scripts, as a deployment fills in its addresses. */
  readonly fill?: Readonly<Record<string, string>>
  /** More headers on every answer, such as a content security policy. */
  readonly headers?: Readonly<Record<string, string>>
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Serves built files to pages of any origin, as the place where a remote is deployed does. */
export async function serveFolders(options: FolderOptions): Promise<RunningServer> {
  const server = createSafeServer((request, response) => answer(options, request, response))
  return listen(server, options.port ?? 0)
}

function answer(options: FolderOptions, request: IncomingMessage, response: ServerResponse): void {
  const pathname = readPathname(request)
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store', ...options.headers }
  const json = options.json?.[pathname]
  if (json !== undefined) {
    response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(json))
    return
  }
  const file = findFile(options, pathname)
  if (file === undefined) {
    response.writeHead(404, headers).end()
    return
  }
  const type = MIME_TYPES[extname(file)] ?? 'application/octet-stream'
  response.writeHead(200, { ...headers, 'content-type': type })
  if (options.fill && /^text\/(html|javascript)/.test(type)) response.end(fillIn(file, options.fill))
  // A new build may delete a file while it is sent.
  else pipeline(createReadStream(file), response, () => undefined)
}

/** Starts a server for this machine alone. @param port 0: any free one */
export async function listen(server: Server, port: number): Promise<RunningServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://localhost:${taken}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // Browsers keep connections open and hanging answers never end: closing the server waits for neither.
      server.closeAllConnections()
      await closed
    },
  }
}

function fillIn(file: string, texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts).reduce(
    (text, [gap, filling]) => text.replaceAll(gap, filling),
    readFileSync(file, 'utf8'),
  )
}

function findFile({ folders, singlePage }: FolderOptions, pathname: string): string | undefined {
  const path = normalize(decode(pathname.endsWith('/') ? `${pathname}index.html` : pathname) ?? '')
  const hasFile = (folder: string) => {
    const file = join(folder, path)
    return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile()
  }
  const folder = folders.find(hasFile)
  if (folder !== undefined) return join(folder, path)
  return singlePage && extname(path) === '' ? findFile({ folders }, '/index.html') : undefined
}
