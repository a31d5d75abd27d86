import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { ReadFile, ReadResult } from '../domain/sheet/sheetReading'
import { openSheetWorker } from './openSheetWorker'
import { refuseFile } from './refuseFile'
import { createJoiner, isPart, type ReadOrder, type WorkerMessage } from './sheetMessages'

/** A worker that has not said a word for so long will not: a policy has stopped it, or its script is gone. */
const SILENCE_MS = 5000

interface ReadPlaces {
  /** Not a blob where the page's policy forbids one. */
  mayUseBlob(): boolean
  createYieldIfDue(): YieldIfDue
  /** @returns takes it back */
  startTimer(ms: number, ring: () => void): () => void
}

/**
 * So long a worker that has done its work is left alone: its memory is tidied up on a core that the page needs to
 * show what was read.
 */
const REST_MS = 1000

/** Stops reading the next time the page would have its turn. */
class Stopped extends Error {}

/** Reads files in a worker, one worker for each; where there can be none, in slices on the page. */
export function createReadFile({ mayUseBlob, createYieldIfDue, startTimer }: ReadPlaces): ReadFile {
  return async (file, request, onProgress, stop) => {
    const worker = openSheetWorker(mayUseBlob())
    const read = worker && (await readByWorker(worker, { file, request }, onProgress, stop, startTimer))
    return read ?? readInSlices()

    async function readInSlices(): Promise<ReadResult> {
      // The worker brings its own. Gone after a release that took the old files away, or out of reach.
      const reader = await import(/* webpackChunkName: "readAndCheck" */ './readAndCheck').catch(
        () => undefined,
      )
      if (stop.aborted) return { type: 'stopped' }
      if (!reader) return refuseFile(file, 'PART_MISSING')
      const yieldIfDue = createYieldIfDue()
      const yieldOrStop: YieldIfDue = () => {
        if (stop.aborted) throw new Stopped()
        return yieldIfDue()
      }
      try {
        const result = await reader.readAndCheck(file, request, yieldOrStop, onProgress)
        return stop.aborted ? { type: 'stopped' } : result
      } catch (fault) {
        return fault instanceof Stopped ? { type: 'stopped' } : refuseFile(file, 'UNREADABLE')
      }
    }
  }
}

/** @returns undefined where the worker cannot work here; what it had begun is nothing */
function readByWorker(
  worker: Worker,
  order: ReadOrder,
  onProgress: (share: number) => void,
  stop: AbortSignal,
  startTimer: ReadPlaces['startTimer'],
): Promise<ReadResult | undefined> {
  return new Promise((resolve) => {
    const join = createJoiner()
    let isReady = false
    let isDone = false
    const takeBack = startTimer(SILENCE_MS, () => end(undefined))

    function end(result: ReadResult | undefined): void {
      if (isDone) return
      isDone = true
      takeBack()
      if (result?.type === 'checked') startTimer(REST_MS, () => worker.terminate())
      else worker.terminate()
      stop.removeEventListener('abort', halt)
      resolve(result)
    }
    function halt(): void {
      end({ type: 'stopped' })
    }
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (!isReady) takeBack()
      isReady = true
      if (isDone) return
      if (data.type === 'progress') onProgress(data.share)
      const result = join(data)
      if (result) end(result)
      else if (isPart(data)) worker.postMessage('next')
    }
    worker.onerror = (event) => {
      event.preventDefault()
      // It had begun: what it fell over, most likely too little memory, the page would fall over as well.
      end(isReady ? refuseFile(order.file, 'UNREADABLE') : undefined)
    }
    worker.onmessageerror = () => end(refuseFile(order.file, 'UNREADABLE'))
    stop.addEventListener('abort', halt)
    if (stop.aborted) halt()
    else worker.postMessage(order)
  })
}
