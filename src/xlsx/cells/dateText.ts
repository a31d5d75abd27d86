const DAY_SECONDS = 86_400
// 9999-12-31, the last day of Excel.
const LAST_DAY = 2_958_465
const BEFORE_1900 = Date.UTC(1899, 11, 30)
const DAYS_TO_1904 = 1462
// Characters of a date with time, fractions of a second and zone.
const LONGEST_DATE = 40

/**
 * Writes `2026-05-01 00:00`, or `13:45` for less than a day; `#NUM!` where a number is no date and Excel shows
 * crosses.
 */
export function writeDate(serial: number, isFrom1904: boolean): string {
  const days = isFrom1904 ? serial + DAYS_TO_1904 : serial
  if (!(days >= 0 && days < LAST_DAY + 1)) return '#NUM!'
  // Excel takes 1900 for a leap year: before March 1900 its days are ahead by a day.
  const real = days < 61 ? days + 1 : days
  const [date = '', time = ''] = new Date(BEFORE_1900 + Math.round(real * DAY_SECONDS) * 1000)
    .toISOString()
    .split('T')
  const clock = time.slice(6, 8) === '00' ? time.slice(0, 5) : time.slice(0, 8)
  return days < 1 ? clock : `${date} ${clock}`
}

/** Writes a date that the file holds as text in the same form. */
export function writeIsoDate(value: string): string {
  if (value.length > LONGEST_DATE) return value
  const time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00Z` : `${value.replace(/Z$/, '')}Z`)
  return Number.isNaN(time) ? value : writeDate(time / 86_400_000 + 25_569, false)
}
