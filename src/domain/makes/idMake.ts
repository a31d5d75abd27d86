import { readShape } from './unlikeTheRest'

/** Characters at the front that IDs of one source share. */
const PREFIX = 2
/** With more different beginnings than this, a beginning does not tell a source any more. */
const MOST_PREFIXES = 4
/** A list with more makes than this has IDs of all makes. */
const MOST_MAKES = 64

/** The makes of a list's IDs. A make is the shape and the length of an ID. */
export interface IdMakes {
  add(id: string): void
  readonly count: number
  /** Length of the shortest ID. */
  readonly shortest: number
  /** Whether some ID of the list has the same shape and about the same length. */
  hasShapeOf(id: string): boolean
  /** Whether an ID could belong to the list: some ID has its shape, its length and its beginning. */
  hasLikeOf(id: string): boolean
}

/** Makes of an empty list. */
export function createIdMakes(): IdMakes {
  const makes = new Set<string>()
  const prefixes = new Set<string>()
  let count = 0
  let shortest = Number.POSITIVE_INFINITY

  function hasShapeOf(id: string): boolean {
    if (makes.size >= MOST_MAKES) return true
    const shape = readShape(id)
    // A counter gains a digit now and then.
    return [-1, 0, 1].some((step) => makes.has(`${shape} ${id.length + step}`))
  }
  return {
    add: (id) => {
      count += 1
      shortest = Math.min(shortest, id.length)
      if (makes.size < MOST_MAKES) makes.add(`${readShape(id)} ${id.length}`)
      if (prefixes.size < MOST_PREFIXES) prefixes.add(id.slice(0, PREFIX))
    },
    get count() {
      return count
    },
    get shortest() {
      return shortest
    },
    hasShapeOf,
    hasLikeOf: (id) =>
      hasShapeOf(id) && (prefixes.size >= MOST_PREFIXES || prefixes.has(id.slice(0, PREFIX))),
  }
}
