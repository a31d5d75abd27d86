import type { Key, StoreName, Values } from './records'
import { isRange, type Range, type Tables, type Tx } from './tables'

type Cell = { readonly key: Key; readonly value: Values[StoreName] }
type Content = Map<string, Cell>

/** Numbers come first, then texts, then arrays. */
function rank(key: Key | number): number {
  if (typeof key === 'number') return 0
  return typeof key === 'string' ? 1 : 2
}

/** Sorts as IndexedDB does: arrays by their members, from the left. */
function compareKeys(a: Key | number, b: Key | number): number {
  if (typeof a === 'object' && typeof b === 'object') {
    for (const [index, member] of a.entries()) {
      const against = b[index]
      if (against === undefined) return 1
      const order = compareKeys(member, against)
      if (order !== 0) return order
    }
    return a.length - b.length
  }
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (a === b) return 0
  return a < b ? -1 : 1
}

const isWithin = (key: Key, { lower, upper }: Range) =>
  compareKeys(key, lower) >= 0 && compareKeys(key, upper) < 0

/** The changes of a transaction, by store and key. A cell that is undefined is deleted. */
type Changes = Map<string, { store: StoreName; text: string; cell: Cell | undefined }>

function createTx(contents: ReadonlyMap<StoreName, Content>, changes: Changes): Tx {
  function change(store: StoreName, key: Key, cell: Cell | undefined): void {
    const text = JSON.stringify(key)
    changes.set(`${store} ${text}`, { store, text, cell })
  }
  function find(store: StoreName, range: Range | undefined, limit = Number.POSITIVE_INFINITY): Cell[] {
    const cells = new Map(contents.get(store))
    for (const changed of changes.values()) {
      if (changed.store !== store) continue
      if (changed.cell) cells.set(changed.text, changed.cell)
      else cells.delete(changed.text)
    }
    const found = [...cells.values()].filter(({ key }) => !range || isWithin(key, range))
    return found.sort((a, b) => compareKeys(a.key, b.key)).slice(0, limit)
  }
  return {
    get: async <S extends StoreName>(store: S, key: Key) => {
      const text = JSON.stringify(key)
      const changed = changes.get(`${store} ${text}`)
      const cell = changed ? changed.cell : contents.get(store)?.get(text)
      // A store holds values of its own kind alone: `put` takes no other.
      return cell?.value as Values[S] | undefined
    },
    getAll: async <S extends StoreName>(store: S, range?: Range, limit?: number) =>
      find(store, range, limit).map(({ value }) => value as Values[S]),
    getAllKeys: async (store, range, limit) => find(store, range, limit).map(({ key }) => key),
    put: (store, key, value) => change(store, key, { key, value }),
    delete: (store, key) => {
      if (!isRange(key)) change(store, key, undefined)
      else for (const cell of find(store, key)) change(store, cell.key, undefined)
    },
  }
}

/** Keeps the stores in this page's memory, for a browser that keeps nothing. They go with the page. */
export function createMemoryTables(): Tables {
  const contents = new Map<StoreName, Content>()
  let last: Promise<unknown> = Promise.resolve()

  function write<T>(_: readonly StoreName[], work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = last.then(async () => {
      const changes: Changes = new Map()
      const worked = await work(createTx(contents, changes))
      for (const { store, text, cell } of changes.values()) {
        const content = contents.get(store) ?? new Map<string, Cell>()
        contents.set(store, content)
        if (cell) content.set(text, cell)
        else content.delete(text)
      }
      return worked
    })
    last = result.catch(() => undefined)
    return result
  }
  return { isDurable: false, read: write, write }
}
