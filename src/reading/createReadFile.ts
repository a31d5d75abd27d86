import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { ReadFile, ReadResult } from '../domain/sheet/sheetReading'
import { openSheetWorker } from './openSheetWorker'
import { readByWorker, type StartTimer } from './readByWorker'
import { refuseFile } from './refuseFile'

interface ReadPlaces {
  /** False where the page's policy forbids a blob. */
  mayUseBlob(): boolean
  createYieldIfDue(): YieldIfDue
  readonly startTimer: StartTimer
}

/** Ends the reading on the page at its next pause. */
class Stopped extends Error {}

/** Reads each file in a worker of its own; where no worker can start, in slices on the page. */
export function createReadFile({ mayUseBlob, createYieldIfDue, startTimer }: ReadPlaces): ReadFile {
  return async (file, request, onProgress, stop) => {
    const worker = openSheetWorker(mayUseBlob())
    const order = { file, request }
    const read = worker && (await readByWorker(worker, { order, onProgress, stop, startTimer }))
    return read ?? readInSlices()

    async function readInSlices(): Promise<ReadResult> {
      // Loaded only here, because the worker has its own copy. A release may have removed the file, or the server is
      // out of reach.
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
