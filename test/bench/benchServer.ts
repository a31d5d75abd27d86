import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { extname, join } from 'node:path'
import { createSafeServer } from '../../mocks/answerHttp'
import { builtFolders } from '../../mocks/build'
import { sheetBenchFolder } from './sheetBench'

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' }

/** Answers a cancel at once and with nothing: the floor is the browser's own cost of a call. */
export function createBenchServer(): Server {
  return createSafeServer((request, response) => {
    const url = request.url ?? '/'
    if (url.startsWith('/api/')) {
      request.resume().on('end', () => response.writeHead(200).end())
      return
    }
    const path = url.split('?')[0] ?? '/'
    const file = findFile(path)
    const headers = { 'content-type': types[extname(path)] ?? 'text/html; charset=utf-8' }
    readFile(file).then(
      (content) => response.writeHead(200, headers).end(content),
      () => response.writeHead(404).end(),
    )
  })
}

function findFile(path: string): string {
  if (path.startsWith('/dist/')) return join(builtFolders.plugin, path.slice('/dist/'.length))
  if (path.startsWith('/bench/')) return join(sheetBenchFolder, path.slice('/bench/'.length))
  return join(import.meta.dirname, path === '/sheets' ? 'sheets.html' : 'bench.html')
}
