/** Counts the rows with an ID from the top down, to recognise numbers that count or sum them. */
export interface RowCounter {
  /** How many rows were added. */
  readonly count: number
  /** @param place of the row's request among all requests; below 0 where the row is not sent */
  add(id: string, place: number): void
  /** A row counts the rows so far: the next count begins below it. */
  close(): void
  /** Whether a number equals the rows so far or since the last count, or the different IDs among them. */
  isCount(value: number): boolean
  /** Whether a number is the sum of the IDs so far or since the last count. */
  isSum(id: string): boolean
}

interface Counted {
  rows: number
  ids: number
  sum: number
}

const createCounted = (): Counted => ({ rows: 0, ids: 0, sum: 0 })

// A shorter or round ID may be the sum of two others by chance. Longer numbers cannot be added exactly.
const summed = /^[1-9]\d{7,14}$/
const round = /000$/

/** A counter that stands above the first row. */
export function createCounter(): RowCounter {
  const all = createCounted()
  let sinceCount = createCounted()
  let highest = -1
  /** An ID that is repeated at once may be the sum of a group of one. */
  let repeated = 0
  return {
    get count() {
      return all.rows
    },
    add: (id, place) => {
      const value = summed.test(id) ? Number(id) : Number.NaN
      if (place < 0 && sinceCount.rows === 1 && sinceCount.sum === value) repeated += value
      for (const counted of [all, sinceCount]) {
        counted.rows += 1
        if (place > highest) counted.ids += 1
        counted.sum += value
      }
      if (place > highest) highest = place
    },
    close: () => {
      sinceCount = createCounted()
    },
    isCount: (value) =>
      value > 0 && [all, sinceCount].some(({ rows, ids }) => value === rows || value === ids),
    isSum: (id) =>
      summed.test(id) &&
      !round.test(id) &&
      [all, sinceCount].some(
        ({ rows, sum }) => rows > 1 && (sum === Number(id) || sum - repeated === Number(id)),
      ),
  }
}
