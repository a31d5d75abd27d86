import { readShape } from './unlikeTheRest'

/** Characters at the front by which IDs of one source are known. */
const PREFIX = 2
/** So many beginnings that no beginning tells a source any more. */
const MOST_PREFIXES = 4
/** Makes that are kept: a list of more has IDs of all makes. */
const MOST_MAKES = 64

/** What the IDs of a list look like: the makes of those that were added. */
export interface IdMakes {
  add(id: string): void
  readonly count: number
  /** Characters of the shortest. */
  readonly shortest: number
  /** Whether one of them has this shape, and about this length. */
  hasShapeOf(id: string): boolean
  /** Whether one of them could stand beside it in one list: it begins alike, too. */
  hasLikeOf(id: string): boolean
}

/** Gathers what IDs look like, to tell whether another one is of their list. */
export function createIdMakes(): IdMakes {
  const makes = new Set<string>()
  const prefixes = new Set<string>()
  let count = 0
  let shortest = Number.POSITIVE_INFINITY

  function hasShapeOf(id: string): boolean {
    if (makes.size >= MOST_MAKES) return true
    const shape = readShape(id)
    // A number has a digit more once it is counted up.
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
