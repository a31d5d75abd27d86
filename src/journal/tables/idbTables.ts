import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import { type PackedState, packState, unpackState } from './packState'
import {
  type Key,
  SCHEMA_VERSION,
  STORE_NAMES,
  type StateRecord,
  type StoreName,
  type Values,
} from './records'
import { isRange, type Range, type Tables, type Tx } from './tables'

type Transaction = IDBPTransaction<unknown, StoreName[], IDBTransactionMode>

function begin(db: IDBPDatabase, stores: readonly StoreName[], mode: IDBTransactionMode): Transaction {
  // With relaxed durability, Chromium reports a write before it is on the disk: a killed browser would forget an
  // intent.
  return db.transaction([...stores], mode, { durability: 'strict' })
}

const writeKey = (key: Key): string | (string | number)[] => (typeof key === 'string' ? key : [...key])

const writeRange = (range: Range | undefined): IDBKeyRange | undefined =>
  range && IDBKeyRange.bound(writeKey(range.lower), writeKey(range.upper), false, true)

// The schema's version vouches for the shape of stored values: only `put` below writes them.
const readValue = <S extends StoreName>(store: S, stored: unknown): Values[S] =>
  (store === 'state' ? unpackState(stored as PackedState) : stored) as Values[S]

const writeValue = <S extends StoreName>(store: S, value: Values[S]): unknown =>
  store === 'state' ? packState(value as StateRecord) : value

function createTx(transaction: Transaction): Tx {
  return {
    get: async (store, key) => {
      const stored: unknown = await transaction.objectStore(store).get(writeKey(key))
      return stored === undefined ? undefined : readValue(store, stored)
    },
    getAll: async (store, range, limit) => {
      const stored: unknown[] = await transaction.objectStore(store).getAll(writeRange(range), limit)
      return stored.map((value) => readValue(store, value))
    },
    getAllKeys: (store, range, limit) =>
      transaction.objectStore(store).getAllKeys(writeRange(range), limit) as Promise<Key[]>,
    put: (store, key, value) => {
      const request = transaction.objectStore(store).put?.(writeValue(store, value), writeKey(key))
      void Promise.resolve(request).catch(ignore)
    },
    delete: (store, key) => {
      const target = isRange(key) ? writeRange(key) : writeKey(key)
      if (target !== undefined)
        void Promise.resolve(transaction.objectStore(store).delete?.(target)).catch(ignore)
    },
  }
}

/** A request that fails aborts its transaction. Its `done` rejects, and `run` hears that. */
function ignore(): void {}

/** Does the work and commits it. Work that rejects leaves nothing written. */
async function run<T>(transaction: Transaction, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done = transaction.done
  try {
    const result = await work(createTx(transaction))
    await done
    return result
  } catch (error) {
    done.catch(ignore)
    try {
      transaction.abort()
    } catch {
      // Here the browser has already aborted the transaction.
    }
    throw error
  }
}

/**
 * Opens the database of one user.
 *
 * @throws DOMException `VersionError` where a newer version of this screen has written the database; others where there
 *   is no IndexedDB, or the database cannot be opened
 */
export async function openIdbTables(name: string): Promise<Tables & { close(): void }> {
  let isClosed = false
  const db = await openDB(name, SCHEMA_VERSION, {
    // A database of an older version keeps its records; members that are new in a record may be absent.
    upgrade: (fresh) => {
      const there = fresh.objectStoreNames
      for (const store of STORE_NAMES) if (!there.contains(store)) fresh.createObjectStore(store)
    },
    // A newer version of the screen, or a logout that deletes the database, must not wait for us.
    blocking: () => close(),
    // The database was deleted under us, by `Clear-Site-Data` for instance. Opened again it would be an empty journal.
    terminated: () => {
      isClosed = true
    },
  })
  function close(): void {
    isClosed = true
    db.close()
  }

  function openTransaction(stores: readonly StoreName[], mode: IDBTransactionMode): Transaction {
    if (isClosed) throw new Error('the database of the journal was closed')
    return begin(db, stores, mode)
  }
  return {
    isDurable: true,
    read: async (stores, work) => run(openTransaction(stores, 'readonly'), work),
    write: async (stores, work) => run(openTransaction(stores, 'readwrite'), work),
    close,
  }
}
