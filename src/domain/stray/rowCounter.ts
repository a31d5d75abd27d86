/** Counts the rows with an ID from the top down, to tell which number is a count of them. */
export interface RowCounter {
  /** How many were added. */
  readonly count: number
  /** @param place of the request that the row belongs to, among all; below 0 where it is not sent */
  add(id: string, place: number): void
  /** The rows that were added since are counted. */
  close(): void
  /** Whether it is as many as the rows so far, or since the last count; or as the IDs that differ. */
  isCount(value: number): boolean
  /** Whether it is the sum of the IDs so far, or since the last count. */
  isSum(id: string): boolean
}

interface Stretch {
  rows: number
  ids: number
  sum: number
}

const createStretch = (): Stretch => ({ rows: 0, ids: 0, sum: 0 })

// Of shorter or round numbers one may well be the sum of two others. Numbers of more digits are not added exactly.
const summed = /^[1-9]\d{7,14}$/
const round = /000$/

export function createCounter(): RowCounter {
  const all = createStretch()
  let stretch = createStretch()
  let highest = -1
  /** An ID that is repeated at once may be the sum of a group of one. */
  let repeated = 0
  return {
    get count() {
      return all.rows
    },
    add: (id, place) => {
      const value = summed.test(id) ? Number(id) : Number.NaN
      if (place < 0 && stretch.rows === 1 && stretch.sum === value) repeated += value
      for (const one of [all, stretch]) {
        one.rows += 1
        if (place > highest) one.ids += 1
        one.sum += value
      }
      if (place > highest) highest = place
    },
    close: () => {
      stretch = createStretch()
    },
    isCount: (value) => value > 0 && [all, stretch].some(({ rows, ids }) => value === rows || value === ids),
    isSum: (id) =>
      summed.test(id) &&
      !round.test(id) &&
      [all, stretch].some(
        ({ rows, sum }) => rows > 1 && (sum === Number(id) || sum - repeated === Number(id)),
      ),
  }
}
