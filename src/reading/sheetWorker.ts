import { neverYield } from '../domain/time/yieldIfDue'
import { readAndCheck } from './readAndCheck'
import { refuseFile } from './refuseFile'
import { type PageMessage, type ReadOrder, type WorkerMessage, writeMessages } from './sheetMessages'

// oxlint-disable-next-line no-underscore-dangle -- the name by which the build knows it
declare let __webpack_public_path__: string

interface WorkerScope {
  /** The address of this script, set by the blob that loads it from another origin. */
  readonly sheetScript?: string
  onmessage: ((event: MessageEvent<PageMessage>) => void) | null
  postMessage(message: WorkerMessage): void
}

const scope = globalThis as unknown as WorkerScope

// The address of a blob does not tell where our other files are.
if (scope.sheetScript) __webpack_public_path__ = new URL('.', scope.sheetScript).href

// A message for each block of a file would keep the page from its work.
const LEAST_STEP = 0.01

let sendNext = (): void => undefined

async function read({ file, request }: ReadOrder): Promise<void> {
  let posted = 0
  const result = await readAndCheck(file, request, neverYield, (share) => {
    if (share - posted < LEAST_STEP) return
    posted = share
    scope.postMessage({ type: 'progress', share })
    // Nobody would see a rejection, and the page would wait for ever.
  }).catch(() => refuseFile(file, 'UNREADABLE'))
  const messages = writeMessages(result)
  sendNext = () => {
    const next = messages.next()
    if (!next.done) scope.postMessage(next.value)
  }
  sendNext()
}

scope.onmessage = ({ data }) => {
  if (data === 'next') sendNext()
  else void read(data)
}
scope.postMessage({ type: 'ready' })
