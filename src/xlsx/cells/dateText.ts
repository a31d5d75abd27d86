const DAY_SECONDS = 86_400
// 9999-12-31, the last day that Excel knows.
const LAST_DAY = 2_958_465
const BEFORE_1900 = Date.UTC(1899, 11, 30)
const DAYS_TO_1904 = 1462
// A date with its time, fractions of a second and the zone.
const LONGEST_DATE = 40

/** `2026-05-01 00:00`; `13:45` alone for less than a day. Excel shows crosses where a number is no date. */
export function writeDate(serial: number, isFrom1904: boolean): string {
  const days = isFrom1904 ? serial + DAYS_TO_1904 : serial
  if (!(days >= 0 && days < LAST_DAY + 1)) return '#NUM!'
  // Excel takes 1900 for a leap year: before March its days are one ahead.
  const real = days < 61 ? days + 1 : days
  const [date = '', time = ''] = new Date(BEFORE_1900 + Math.round(real * DAY_SECONDS) * 1000)
    .toISOString()
    .split('T')
  const clock = time.slice(6, 8) === '00' ? time.slice(0, 5) : time.slice(0, 8)
  return days < 1 ? clock : `${date} ${clock}`
}

/** A date that stands as one in the file, in the form that dates kept as numbers get. */
export function writeIsoDate(value: string): string {
  if (value.length > LONGEST_DATE) return value
  const time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00Z` : `${value.replace(/Z$/, '')}Z`)
  return Number.isNaN(time) ? value : writeDate(time / 86_400_000 + 25_569, false)
}
