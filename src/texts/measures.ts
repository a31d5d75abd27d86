import type { Phrases } from './phrases'
import type { Speech } from './speech'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const MIB = 1024 * 1024

/** Figures with their units. */
export type Measures = ReturnType<typeof createMeasures>

export function createMeasures({ units }: Phrases, { number, pad, when }: Speech) {
  /** A length of time in one unit and its part, rounded up: `45 s`, `12 min`, `1 h 05 min`. */
  function duration(ms: number): string {
    if (ms < MINUTE) return units.seconds({ n: Math.ceil(ms / SECOND) })
    if (ms < HOUR) return units.minutes({ n: Math.ceil(ms / MINUTE) })
    const minutes = Math.ceil(ms / MINUTE)
    return units.hours({ hours: Math.floor(minutes / 60), minutes: pad(minutes % 60) })
  }
  return {
    number,
    duration,
    when,
    bytes: (value: number) => units.megabytes({ n: Math.round(value / MIB) }),
  }
}
