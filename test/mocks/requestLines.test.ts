import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { createSafeServer } from '../../mocks/answerHttp'
import { serveProbe } from '../../host-kit/hostProbe'
import { createPretendOms } from '../../mocks/oms'
import { listen, type RunningServer, serveFolders } from '../../mocks/serveFolders'
import { serveOms } from '../../mocks/server'

const running: RunningServer[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

/** Sends a request as it is written and gives the status of the answer; `closed` where the connection ends without one. */
function send(server: RunningServer, request: string): Promise<string> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let text = ''
    socket.setEncoding('latin1')
    socket.on('data', (piece) => {
      text += String(piece)
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
      if (status === undefined) return
      socket.destroy()
      resolve(status)
    })
    socket.on('error', () => resolve('closed'))
    socket.on('close', () => resolve('closed'))
    socket.write(request, 'latin1')
  })
}

const writeRequest = (line: string) => `${line} HTTP/1.1\r\nhost: localhost\r\n\r\n`

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'request-lines-'))
  writeFileSync(join(folder, 'index.html'), '<main></main>')
  return folder
}

const starts: readonly (readonly [string, () => Promise<RunningServer>, good: string])[] = [
  ['the OMS', () => serveOms(createPretendOms({ knowsEveryId: true })), 'GET /api/oms/orders/1'],
  ['files', () => serveFolders({ folders: [createFolder()] }), 'GET /'],
  ['a shell with routes', () => serveFolders({ folders: [createFolder()], singlePage: true }), 'GET /any'],
]

const unreadable = [
  '//',
  '//elsewhere.example/x',
  '///',
  '*',
  'http://',
  'http:///x',
  'http://[',
  'https://a:99999/',
  'ftp://localhost/',
  '/%',
  '/a%2',
  '/%E0%A4%A',
  '/api/oms/orders/%FF/cancel',
]

describe.each(starts)('a server of %s', (_, start, good) => {
  it.each(unreadable)('answers 400 to the target %s, and goes on', async (target) => {
    const server = await start()
    running.push(server)
    const answers = [
      await send(server, writeRequest(`GET ${target}`)),
      await send(server, writeRequest(`OPTIONS ${target}`)),
      await send(server, writeRequest(good)),
    ]
    expect(answers).toEqual(['400', '400', '200'])
  })

  it('goes on after text that is no request, and after callers that go away', async () => {
    const server = await start()
    running.push(server)
    const { hostname, port } = new URL(server.url)
    for (const text of [
      writeRequest('CONNECT localhost:80'),
      writeRequest(`GET /${'a'.repeat(100_000)}`),
      'GET\r\n\r\n',
      '\x16\x03\x01\x02\x00\x01\x00\x01\r\n\r\n',
      'GET /\u0000 HTTP/1.1\r\n\r\n',
    ])
      expect(await send(server, text)).toMatch(/^(4\d\d|closed)$/)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname)
      const half = 'PUT /api/oms/orders/1/cancel HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{'
      socket.write(half, () => socket.destroy())
      socket.on('close', () => resolve())
    })
    expect(await send(server, writeRequest(good))).toBe('200')
  })
})

it('the probe of the host check answers any target, and goes on', async () => {
  const server = await serveProbe(() => Promise.reject(new Error('no script was built')))
  running.push(server)
  const answers: string[] = []
  for (const target of [...unreadable, '/check.js', '/'])
    answers.push(await send(server, writeRequest(`GET ${target}`)))
  expect(answers).toEqual([...unreadable.map(() => '200'), '500', '200'])
})

it('a handler that throws, rejects, or sends a bad header answers 500; a handler that fails half-way breaks its connection', async () => {
  const server = await listen(
    createSafeServer((request, response) => {
      if (request.url === '/throws') throw new Error('thrown')
      if (request.url === '/rejects') return Promise.reject(new Error('rejected'))
      if (request.url === '/header') response.writeHead(200, { 'x-bad': '\u20ac' })
      if (request.url === '/half') {
        response.writeHead(200).write('half')
        throw new Error('thrown')
      }
      response.end()
      return undefined
    }),
    0,
  )
  running.push(server)
  const paths = ['/throws', '/rejects', '/header', '/half', '/']
  const answers: string[] = []
  for (const path of paths) answers.push(await send(server, writeRequest(`GET ${path}`)))
  expect(answers).toEqual(['500', '500', '500', expect.stringMatching(/^(200|closed)$/), '200'])
})
