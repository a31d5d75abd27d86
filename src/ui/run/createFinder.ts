/** Finds one thing at a time, in the end always what was wanted last. */
export interface Finder<Query> {
  want(query: Query): void
  /** Nothing is wanted any more; what is being looked for is given up. */
  stop(): void
}

export interface FinderParts<Query, Found> {
  /** Gives up, with undefined, soon after `isWanted` turns false. */
  find(query: Query, isWanted: () => boolean): Promise<Found | undefined>
  /**
   * The answer to the first is worth having although the second is asked by now: it is not given up. Else what changes faster
   * than it is looked through would never be answered.
   */
  isNearly(one: Query, other: Query): boolean
  onFound(found: Found, query: Query): void
}

export function createFinder<Query, Found>(parts: FinderParts<Query, Found>): Finder<Query> {
  const { find, isNearly, onFound } = parts
  let next: Query | null = null
  let isBusy = false
  let isStopped = false

  async function work(): Promise<void> {
    isBusy = true
    while (next !== null) {
      const query = next
      next = null
      const isWanted = () => !isStopped && (next === null || isNearly(query, next))
      const found = await find(query, isWanted)
      if (found !== undefined && isWanted()) onFound(found, query)
    }
    isBusy = false
  }
  return {
    want: (query) => {
      isStopped = false
      next = query
      if (!isBusy) void work()
    },
    stop: () => {
      isStopped = true
      next = null
    },
  }
}
