import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** Answers one request. Where it throws or rejects, the server answers with 500. */
export type AnswerHttp = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** A request line without a path of a server. The server answers with 400. */
class BadTarget extends Error {}

/**
 * Creates a server that survives every request: an unreadable request line gets 400, a failing handler gets 500, or a
 * broken connection where its answer had begun. The server does not listen yet.
 */
export function createSafeServer(answer: AnswerHttp): Server {
  return createServer((request, response) => {
    // Without this listener, a stream that breaks after its answer has begun would end the process.
    response.on('error', () => response.destroy())
    answerSafely(answer, request, response).catch(() => response.destroy())
  })
}

async function answerSafely(
  answer: AnswerHttp,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await answer(request, response)
  } catch (fault) {
    // A client that has closed its connection waits for no answer.
    if (response.headersSent || request.socket.destroyed) response.destroy()
    else response.writeHead(fault instanceof BadTarget ? 400 : 500, { connection: 'close' }).end()
  }
}

/**
 * The path that a request names, without its query, its escapes as they came. Throws where there is none: `*`, `//`, another
 * scheme's address, broken escapes. `createSafeServer` answers that with 400.
 */
export function readPathname({ url: target = '' }: IncomingMessage): string {
  // A proxy's form names the server as well: `http://localhost:4002/api`.
  const isAbsolute = /^https?:\/\/[^/]/i.test(target)
  // Two slashes would name another server, wherever an address is made of them.
  if (!isAbsolute && (!target.startsWith('/') || target.startsWith('//'))) throw new BadTarget(target)
  try {
    const { pathname } = new URL(isAbsolute ? target : `http://localhost${target}`)
    decodeURIComponent(pathname)
    return pathname
  } catch {
    throw new BadTarget(target)
  }
}
