const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const MIB = 1024 * 1024

/** Figures as the user's locale writes them; the words around them are English. @param locale BCP 47 */
export function createFormat(locale: string | undefined) {
  const plain = new Intl.NumberFormat(supported(locale))
  const number = (value: number) => plain.format(value)
  /** A length of time in one unit and its part, rounded up: `45 s`, `12 min`, `1 h 05 min`. */
  function duration(ms: number): string {
    if (ms < MINUTE) return `${number(Math.ceil(ms / SECOND))} s`
    if (ms < HOUR) return `${number(Math.ceil(ms / MINUTE))} min`
    const minutes = Math.ceil(ms / MINUTE)
    return `${number(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')} min`
  }
  // The words around it are English, so is the month; the day and the hour are those of the user's place.
  const moment = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  return {
    number,
    duration,
    /** `23 Nov, 14:02`. @param ms milliseconds since 1970 */
    when: (ms: number) => moment.format(ms),
    bytes: (value: number) => `${number(Math.round(value / MIB))} MB`,
  }
}

/** A host's locale may be misspelt; figures in the browser's are better than a broken screen. */
function supported(locale: string | undefined): string | undefined {
  try {
    return locale === undefined ? undefined : Intl.getCanonicalLocales(locale)[0]
  } catch {
    return undefined
  }
}
