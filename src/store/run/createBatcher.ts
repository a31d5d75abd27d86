import type { Clock } from '../../run/clock'

/** At most ten batches a second: no user reads faster, and every dispatch costs the page time. */
const CALM_MS = 100
/**
 * A fast run is shown four times a second: 250 ms instead of 100 saves up to a quarter of its time.
 */
const BUSY_MS = 250
/** With more events than this in a batch, no user follows single events. */
const BUSY_SIZE = 16

export interface Batcher<Item> {
  add(item: Item): void
  /** Hands over the gathered items at once. */
  flush(): void
}

/** Gathers items: the first is handed over at once, later ones together, at most ten times a second. */
export function createBatcher<Item>(
  clock: Pick<Clock, 'now'>,
  handOver: (items: readonly Item[]) => void,
): Batcher<Item> {
  let gathered: Item[] = []
  let last = Number.NEGATIVE_INFINITY
  let gap = CALM_MS
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (gathered.length === 0) return
    const items = gathered
    gathered = []
    gap = items.length > BUSY_SIZE ? BUSY_MS : CALM_MS
    last = clock.now()
    handOver(items)
  }
  return {
    add: (item) => {
      gathered.push(item)
      if (timer !== undefined) return
      const rest = last + gap - clock.now()
      if (rest <= 0) flush()
      else timer = setTimeout(flush, rest)
    },
    flush,
  }
}
