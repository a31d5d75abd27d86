import type { Translations } from './createTranslations'
import type { LocaleFormat } from './locale/localeFormat'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const MIB = 1024 * 1024

/** Figures with their units. */
export interface Measures {
  /** A length of time in one unit and its part, rounded up: `45 s`, `12 min`, `1 h 05 min`. */
  duration(ms: number): string
  bytes(value: number): string
}

export function createMeasures({ units }: Translations, { pad }: LocaleFormat): Measures {
  return {
    duration: (ms) => {
      if (ms < MINUTE) return units.seconds({ n: Math.ceil(ms / SECOND) })
      if (ms < HOUR) return units.minutes({ n: Math.ceil(ms / MINUTE) })
      const minutes = Math.ceil(ms / MINUTE)
      return units.hours({ hours: Math.floor(minutes / 60), minutes: pad(minutes % 60) })
    },
    bytes: (value) => units.megabytes({ n: Math.round(value / MIB) }),
  }
}
