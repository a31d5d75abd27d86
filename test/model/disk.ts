import type { Key, StoreName, Values } from '../../src/journal/tables/records'
import { isRange, type Range, type Tables, type Tx } from '../../src/journal/tables/tables'

/** A change in a transaction; `after` undefined: deleted. */
export interface Change {
  readonly store: StoreName
  readonly key: Key
  readonly before: Values[StoreName] | undefined
  readonly after: Values[StoreName] | undefined
}

/** The fate of a prepared write. `lost`: the write is on the disk, but the page hears that it failed. */
export type WriteFate = 'written' | 'failed' | 'lost'

/** Watches a page's transactions. Each answer may come after the page is gone. */
export interface DiskPort {
  isGone(): boolean
  /** Queues the work behind all other pending events. */
  enqueue(work: () => Promise<void>): void
  /** Is called when a write is prepared, before anything is written. */
  beforeCommit(changes: readonly Change[]): WriteFate
  afterCommit(changes: readonly Change[]): void
  readFails(): boolean
}

type Cells = Map<string, { readonly key: Key; readonly value: Values[StoreName] }>

/** Writes keys as texts that sort as in IndexedDB: the end of a part sorts below every continuation. */
function encode(key: Key): string {
  if (typeof key === 'string') return `s${key}`
  const parts = key.map((part) =>
    typeof part === 'number'
      ? `n${String(part).padStart(16, '0')}`
      : `s${part.replaceAll('\u0000', '\u0001')}`,
  )
  return `t${parts.map((part) => `${part}\u0000`).join('')}`
}

/** The stores of one user in one browser, shared by its tabs: what is committed outlives every page. */
export class Disk {
  private contents = new Map<StoreName, Cells>()
  /** Pages that opened the disk before it was deleted can read nothing. */
  isDeleted = false

  get<S extends StoreName>(store: S, key: Key): Values[S] | undefined {
    return this.contents.get(store)?.get(encode(key))?.value as Values[S] | undefined
  }
  all<S extends StoreName>(store: S): Values[S][] {
    const cells = this.contents.get(store) ?? new Map<string, never>()
    return [...cells.keys()].sort().map((text) => cells.get(text)?.value as Values[S])
  }
  clone(): Disk {
    const copy = new Disk()
    for (const [store, cells] of this.contents) copy.contents.set(store, new Map(cells))
    return copy
  }
  snapshot(): string {
    return JSON.stringify([...this.contents].map(([store]) => [store, this.all(store)]))
  }

  /** The stores as one page has them. */
  open(port: DiskPort): Tables {
    const run = <T>(isWrite: boolean, work: (tx: Tx) => Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        // A closed page gets neither a result nor an error.
        if (port.isGone()) return
        port.enqueue(async () => {
          if (port.isGone()) return
          try {
            const result = await this.transact(isWrite, work, port)
            if (!port.isGone()) resolve(result)
          } catch (error) {
            if (!port.isGone()) reject(error)
          }
        })
      })
    return { isDurable: true, read: (_, work) => run(false, work), write: (_, work) => run(true, work) }
  }

  private async transact<T>(isWrite: boolean, work: (tx: Tx) => Promise<T>, port: DiskPort): Promise<T> {
    if (this.isDeleted || (!isWrite && port.readFails())) throw new Error('the database gives nothing')
    const changes = new Map<string, Change>()
    const result = await work(this.createTx(changes))
    if (!isWrite) return result
    const fate = port.beforeCommit([...changes.values()])
    if (port.isGone() || this.isDeleted || fate === 'failed') throw new Error('the write failed')
    for (const [, { store, key, after }] of changes) {
      const cells: Cells = this.contents.get(store) ?? new Map()
      this.contents.set(store, cells)
      if (after === undefined) cells.delete(encode(key))
      else cells.set(encode(key), { key, value: after })
    }
    port.afterCommit([...changes.values()])
    if (fate === 'lost') throw new Error('the write was not heard of')
    return result
  }

  private createTx(changes: Map<string, Change>): Tx {
    const change = (store: StoreName, key: Key, after: Values[StoreName] | undefined) => {
      const text = `${store} ${encode(key)}`
      changes.set(text, { store, key, before: changes.get(text)?.before ?? this.get(store, key), after })
    }
    const find = (store: StoreName, range?: Range, limit = Number.POSITIVE_INFINITY) => {
      const cells: Cells = new Map(this.contents.get(store))
      for (const { store: changed, key, after } of changes.values()) {
        if (changed !== store) continue
        if (after === undefined) cells.delete(encode(key))
        else cells.set(encode(key), { key, value: after })
      }
      const [lower, upper] = range ? [encode(range.lower), encode(range.upper)] : ['', '\uffff\uffff']
      const texts = [...cells.keys()].filter((text) => text >= lower && text < upper).sort()
      return texts.slice(0, limit).flatMap((text) => cells.get(text) ?? [])
    }
    return {
      get: async <S extends StoreName>(store: S, key: Key) => {
        const changed = changes.get(`${store} ${encode(key)}`)
        return changed ? (changed.after as Values[S] | undefined) : this.get(store, key)
      },
      getAll: async <S extends StoreName>(store: S, range?: Range, limit?: number) =>
        find(store, range, limit).map(({ value }) => value as Values[S]),
      getAllKeys: async (store, range, limit) => find(store, range, limit).map(({ key }) => key),
      put: (store, key, value) => change(store, key, value),
      delete: (store, key) => {
        if (!isRange(key)) change(store, key, undefined)
        else for (const cell of find(store, key)) change(store, cell.key, undefined)
      },
    }
  }
}

const isState = (value: Values[StoreName] | undefined): value is Values['state'] =>
  value !== undefined && 'key' in value && 'standing' in value

/** Whether a write only pauses runs that a closed page has left running. */
export function isRecovery(changes: readonly Change[]): boolean {
  const runs = changes.filter(({ store }) => store === 'runs')
  const isHeld = ({ after }: Change) =>
    after !== undefined && 'pausedBy' in after && after.pausedBy === 'interrupted'
  return runs.length > 0 && runs.every(isHeld)
}

/** Names the subject of a write, for faults that wait for such a write. */
export function nameWrite(changes: readonly Change[]): string {
  const states = changes.flatMap(({ after }) => (isState(after) ? [after.standing] : []))
  if (states.includes('sending')) return 'intent'
  // An unknown row is settled beside the loop. Without this write it stays unknown on record, and the run may go on.
  const isBeside = changes.some(({ before }) => isState(before) && before.standing !== 'sending')
  if (isBeside) return 'resolution'
  if (states.some((standing) => typeof standing === 'object')) return 'outcome'
  if (states.length > 0) return 'return'
  if (changes.some(({ store }) => store === 'log')) return 'mark'
  if (changes.some(({ store }) => store === 'plan')) return 'plan'
  const [first] = changes
  if (first?.store === 'runs') return first.before ? 'told' : 'record'
  return 'other'
}
