import type { Key, StoreName, Values } from './records'

/** Keys from `lower` up to, but without, `upper`. */
export interface Range {
  readonly lower: Key
  readonly upper: Key
}

/** One transaction. Inside it, only its own promises may be awaited: IndexedDB closes it otherwise. */
export interface Tx {
  get<S extends StoreName>(store: S, key: Key): Promise<Values[S] | undefined>
  /** In the order of the keys. */
  getAll<S extends StoreName>(store: S, range?: Range, limit?: number): Promise<readonly Values[S][]>
  getAllKeys(store: StoreName, range?: Range, limit?: number): Promise<readonly Key[]>
  put<S extends StoreName>(store: S, key: Key, value: Values[S]): void
  delete(store: StoreName, key: Key | Range): void
}

/** The stores of one user, in the browser or in memory. Promises reject where the storage fails. */
export interface Tables {
  readonly isDurable: boolean
  read<T>(stores: readonly StoreName[], work: (tx: Tx) => Promise<T>): Promise<T>
  /** Writes everything or nothing; resolves once it is on the disk. */
  write<T>(stores: readonly StoreName[], work: (tx: Tx) => Promise<T>): Promise<T>
}

export function isRange(key: Key | Range): key is Range {
  return typeof key === 'object' && 'lower' in key
}

/** All keys `[id, …]`: an array sorts above every number and text. */
export function rangeOf(...prefix: readonly (string | number)[]): Range {
  return { lower: prefix, upper: [...prefix.slice(0, -1), ...above(prefix.at(-1))] }
}

function above(last: string | number | undefined): readonly (string | number)[] {
  // This is the text right after `last`: texts that merely begin with `last` sort above it.
  return typeof last === 'string' ? [`${last}\u0000`] : [(last ?? 0) + 1]
}
