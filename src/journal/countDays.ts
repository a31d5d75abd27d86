import { DAYS_KEY, type DayRecord } from './tables/records'
import type { Tx } from './tables/tables'

/**
 * A day of use ends when the screen is opened this long after it began. Below 24 hours: a person may come earlier
 * tomorrow.
 */
const DAY_MS = 20 * 60 * 60 * 1000

/** Stands for the record before the first day of use. */
const NO_DAY: DayRecord = { day: 0, since: Number.NEGATIVE_INFINITY }

/** Reads the number of the present day of use. */
export async function readDay(tx: Tx): Promise<number> {
  const { day } = (await tx.get('days', DAYS_KEY)) ?? NO_DAY
  return day
}

/**
 * Begins the next day of use where the present day is over: one day at most, however far the clock was set.
 *
 * @param wallNow milliseconds since 1970
 * @returns the present day
 */
export async function countDay(tx: Tx, wallNow: number): Promise<number> {
  const { day, since } = (await tx.get('days', DAYS_KEY)) ?? NO_DAY
  const isOver = wallNow - since >= DAY_MS
  // Where the clock was set back, the present day begins again. Otherwise it would last until the clock has caught up.
  if (isOver || wallNow < since) tx.put('days', DAYS_KEY, { day: isOver ? day + 1 : day, since: wallNow })
  return isOver ? day + 1 : day
}
