/** Answers one query at a time, and in the end always the last one. */
interface Finder<Query> {
  want(query: Query): void
  /** Gives up the current query and the next one. */
  stop(): void
}

interface FinderParts<Query, Found> {
  /** Answers with undefined soon after `isWanted` turns false. */
  find(query: Query, isWanted: () => boolean): Promise<Found | undefined>
  /**
   * Whether the answer to an asked query is still of use once the next query is asked. Without this, a list that changes
   * faster than the search takes would never get an answer.
   */
  isNearly(asked: Query, next: Query): boolean
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
