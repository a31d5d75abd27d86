import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** Answers one request; what it throws or rejects with is answered with 500. */
export type AnswerHttp = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** The request line names no path of a server: the answer is 400. */
class BadTarget extends Error {}

/**
 * Creates a server that no request ends: a request line that cannot be read gets 400, a handler that fails gets 500 (or a
 * broken connection, where its answer had begun), and the server goes on. It does not listen yet.
 */
export function createSafeServer(answer: AnswerHttp): Server {
  return createServer((request, response) => {
    // A stream that breaks after its answer has begun is told here: unheard, it would end the process.
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
    // A client that went away in the midst of its call waits for no answer.
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
