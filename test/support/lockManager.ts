interface Request {
  readonly name: string
  readonly page: symbol
  readonly grant: () => void
}

type Options = LockOptions & { readonly signal?: AbortSignal }
type Granted = (lock: Lock | null) => unknown

/** What a page sees of the browser's locks: exclusive ones, first come, first served. */
export interface PageLocks {
  request(name: string, options: Options | Granted, granted?: Granted): Promise<unknown>
  query(): Promise<LockManagerSnapshot>
  /** The page goes away: what it holds passes on, what it waits for it no longer wants. */
  end(): void
}

/** The Web Locks of one browser, for as many pages as a test opens. */
export function createBrowserLocks(): { openPage(): PageLocks } {
  const held = new Map<string, { readonly page: symbol; readonly holder: symbol }>()
  let waiting: readonly Request[] = []

  function drop(gone: (request: Request) => boolean): void {
    waiting = waiting.filter((request) => !gone(request))
  }
  function passOn(name: string): void {
    held.delete(name)
    const next = waiting.find((request) => request.name === name)
    drop((request) => request === next)
    next?.grant()
  }
  /** Holds the lock from now on; the callback comes in a task of its own, as in a browser. */
  function hold(name: string, page: symbol, granted: Granted): Promise<unknown> {
    const holder = Symbol(name)
    held.set(name, { page, holder })
    const inTask = new Promise<void>((resolve) => setImmediate(resolve))
    return inTask
      .then(() => granted({ name, mode: 'exclusive' }))
      .finally(() => {
        // The page may have gone away, and somebody else hold it by now.
        if (held.get(name)?.holder === holder) passOn(name)
      })
  }
  function queue(name: string, page: symbol, signal: AbortSignal | undefined, granted: Granted) {
    if (!held.has(name)) return hold(name, page, granted)
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        drop((other) => other === request)
        reject(signal?.reason)
      }
      const request: Request = {
        name,
        page,
        grant: () => {
          signal?.removeEventListener('abort', giveUp)
          hold(name, page, granted).then(resolve, reject)
        },
      }
      waiting = [...waiting, request]
      signal?.addEventListener('abort', giveUp)
    })
  }

  return {
    openPage: () => {
      const page = Symbol('page')
      return {
        request: async (name, options, granted) => {
          if (typeof options === 'function') return queue(name, page, undefined, options)
          if (!granted) throw new TypeError('a lock needs a callback')
          options.signal?.throwIfAborted()
          if (options.ifAvailable && held.has(name)) return granted(null)
          return queue(name, page, options.signal, granted)
        },
        query: async () => ({
          held: [...held.keys()].map((name) => ({ name, mode: 'exclusive' as const })),
          pending: waiting.map(({ name }) => ({ name, mode: 'exclusive' as const })),
        }),
        end: () => {
          drop((request) => request.page === page)
          for (const [name, holding] of held) if (holding.page === page) passOn(name)
        },
      }
    },
  }
}
