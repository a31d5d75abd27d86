import { WorkerScript } from './workerScript'

/**
 * Starts the worker that reads sheets. Browsers start none from another origin's address, so that one is fetched by a blob of
 * this page's; where the page's policy forbids that, an `error` event comes, or undefined is given.
 *
 * @param mayUseBlob false where a blob would offend the page's policy
 */
export function openSheetWorker(mayUseBlob: boolean): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined
  const { url } = new WorkerScript(
    new URL(/* webpackChunkName: "sheetWorker" */ './sheetWorker.ts', import.meta.url),
  )
  try {
    if (url.origin === location.origin) return new Worker(url)
    return mayUseBlob ? openByBlob(url.href) : undefined
  } catch {
    return undefined
  }
}

function openByBlob(script: string): Worker {
  const text = JSON.stringify(script)
  const source = `self.sheetScript = ${text}; importScripts(${text})`
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  const worker = new Worker(url)
  // Once it has said anything it has its script; where it fails, nobody needs it.
  const revoke = () => URL.revokeObjectURL(url)
  worker.addEventListener('message', revoke, { once: true })
  worker.addEventListener('error', revoke, { once: true })
  return worker
}
