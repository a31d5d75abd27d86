import { clampTimer } from '../domain/time/clampTimer'

/** Rings once after `ms` milliseconds. @returns the function that cancels the timer */
export type StartTimer = (ms: number, ring: () => void) => () => void

/** The page's own timer: in a hidden tab it rings once a second at best, after five minutes once a minute. */
export const startPageTimer: StartTimer = (ms, ring) => {
  const timer = setTimeout(ring, clampTimer(ms))
  return () => clearTimeout(timer)
}

/** The worker's code: `[id, ms]` starts a timer, `[id]` cancels it, and the worker posts its ID when it rings. */
const SOURCE = `const timers = new Map()
onmessage = ({ data: [id, ms] }) => {
  clearTimeout(timers.get(id))
  timers.delete(id)
  if (ms !== undefined) timers.set(id, setTimeout(() => { timers.delete(id); postMessage(id) }, ms))
}`

/** A worker without timers is terminated after this time. */
const IDLE_MS = 10_000

function openWorker(hear: (id: number) => void, refuse: () => void): Worker | undefined {
  try {
    const url = URL.createObjectURL(new Blob([SOURCE], { type: 'text/javascript' }))
    const worker = new Worker(url)
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      // The worker has loaded its code by now.
      URL.revokeObjectURL(url)
      if (typeof data === 'number') hear(data)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      URL.revokeObjectURL(url)
      refuse()
    }
    return worker
  } catch {
    refuse()
    return undefined
  }
}

/** Timers in a worker, which a hidden tab does not slow down. Without workers they never ring. */
export function createWorkerTimer(mayUseBlob: () => boolean): StartTimer {
  const rings = new Map<number, () => void>()
  let worker: Worker | undefined
  let isRefused = typeof Worker === 'undefined'
  let stopIdling: (() => void) | undefined
  let last = 0

  function close(): void {
    worker?.terminate()
    worker = undefined
  }
  function drop(id: number): (() => void) | undefined {
    const ring = rings.get(id)
    rings.delete(id)
    stopIdling?.()
    stopIdling = rings.size === 0 && worker ? startPageTimer(IDLE_MS, close) : undefined
    return ring
  }
  function refuse(): void {
    isRefused = true
    close()
  }
  return (ms, ring) => {
    if (isRefused || !mayUseBlob()) return () => undefined
    stopIdling?.()
    worker ??= openWorker((id) => drop(id)?.(), refuse)
    last += 1
    const id = last
    rings.set(id, ring)
    worker?.postMessage([id, clampTimer(ms)])
    return () => {
      worker?.postMessage([id])
      drop(id)
    }
  }
}

/** Whether the page is visible. */
export interface PageVisibility {
  isHidden(): boolean
  /** @returns its own removal */
  onChange(listener: () => void): () => void
}

/**
 * Starts the page's timer and, once the page is hidden, a second timer in a worker. The first of them rings.
 *
 * @param now monotonic milliseconds
 */
export function createTimer(
  visibility: PageVisibility,
  startWorkerTimer: StartTimer,
  now: () => number,
): StartTimer {
  return (ms, ring) => {
    const endsAt = now() + ms
    const takeBacks = [startPageTimer(ms, end), visibility.onChange(watch)]
    let isWatched = false

    function watch(): void {
      if (isWatched || !visibility.isHidden()) return
      isWatched = true
      takeBacks.push(startWorkerTimer(endsAt - now(), end))
    }
    function takeBack(): void {
      for (const undo of takeBacks.splice(0)) undo()
    }
    function end(): void {
      takeBack()
      ring()
    }
    watch()
    return takeBack
  }
}
