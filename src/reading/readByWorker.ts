import type { ReadResult } from '../domain/sheet/sheetReading'
import { refuseFile } from './refuseFile'
import { createJoiner, isPart, type ReadOrder, type WorkerMessage } from './sheetMessages'

/** A worker that is silent for this long never starts: a policy has blocked it, or its script is gone. */
const SILENCE_MS = 5000

/**
 * Time before a finished worker is terminated. Its garbage collection would compete with the page's first render of the
 * sheet.
 */
const REST_MS = 1000

/** @returns cancels the timer */
export type StartTimer = (ms: number, ring: () => void) => () => void

interface WorkerReading {
  readonly order: ReadOrder
  readonly onProgress: (share: number) => void
  readonly stop: AbortSignal
  readonly startTimer: StartTimer
}

/**
 * Lets a worker read a file. Terminates the worker at the end.
 *
 * @returns undefined where the worker cannot start; the file is then still to be read
 */
export function readByWorker(
  worker: Worker,
  { order, onProgress, stop, startTimer }: WorkerReading,
): Promise<ReadResult | undefined> {
  return new Promise((resolve) => {
    const join = createJoiner()
    let isReady = false
    let isDone = false
    const cancelTimer = startTimer(SILENCE_MS, () => end(undefined))
    const halt = () => end({ type: 'stopped' })

    function end(result: ReadResult | undefined): void {
      if (isDone) return
      isDone = true
      cancelTimer()
      if (result?.type === 'checked') startTimer(REST_MS, () => worker.terminate())
      else worker.terminate()
      stop.removeEventListener('abort', halt)
      resolve(result)
    }
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (!isReady) cancelTimer()
      isReady = true
      if (isDone) return
      if (data.type === 'progress') onProgress(data.share)
      const result = join(data)
      if (result) end(result)
      else if (isPart(data)) worker.postMessage('next')
    }
    worker.onerror = (event) => {
      event.preventDefault()
      // A worker that failed while reading most likely ran out of memory; the page would too.
      end(isReady ? refuseFile(order.file, 'UNREADABLE') : undefined)
    }
    worker.onmessageerror = () => end(refuseFile(order.file, 'UNREADABLE'))
    stop.addEventListener('abort', halt)
    if (stop.aborted) halt()
    else worker.postMessage(order)
  })
}
