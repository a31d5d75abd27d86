/**
 * Webpack emits a script for the address in `workerScript.at(…)`, a call that `webpack.config.ts` names. With `new
 * Worker(…)` webpack would do so too, but a browser starts no worker from another origin's address.
 */
const workerScript = { at: (url: URL): URL => url }

/**
 * Starts the worker that reads sheets. A script of another origin is loaded by a blob of this page's own. Where the
 * page's policy forbids that, the worker fires `error`.
 *
 * @param mayUseBlob false where a blob would violate the page's policy
 * @returns undefined where no worker can be started
 */
export function openSheetWorker(mayUseBlob: boolean): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined
  const url = workerScript.at(
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
  // After its first message the worker has loaded the script; after an error nobody needs the blob.
  const revoke = () => URL.revokeObjectURL(url)
  worker.addEventListener('message', revoke, { once: true })
  worker.addEventListener('error', revoke, { once: true })
  return worker
}
