import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { createMemoryTables } from '../../src/journal/tables/memoryTables'
import type { Key, LedgerRecord } from '../../src/journal/tables/records'
import { type Range, rangeOf, type Tables } from '../../src/journal/tables/tables'
import { describeTables } from './describeTables'

const entry = (id: string): LedgerRecord => ({ id, fileName: 'a.csv', at: 0, standing: 'done' })
const put = (tables: Tables, ...ids: string[]) =>
  tables.write(['ledger'], async (tx) => {
    for (const id of ids) tx.put('ledger', id, entry(id))
  })
const readIds = (tables: Tables, range?: Range, limit?: number) =>
  tables.read(['ledger'], async (tx) => (await tx.getAll('ledger', range, limit)).map(({ id }) => id))

describeTables((open) => {
  describe('a transaction', () => {
    it('that fails writes nothing at all', async () => {
      const tables = await open()
      await put(tables, 'a')
      const failed = tables.write(['ledger'], async (tx) => {
        tx.put('ledger', 'b', entry('b'))
        tx.delete('ledger', 'a')
        await tx.get('ledger', 'a')
        throw new Error('refused')
      })
      await expect(failed).rejects.toThrow('refused')
      expect(await readIds(tables)).toEqual(['a'])
    })

    it('sees what it has written itself', async () => {
      const tables = await open()
      await put(tables, 'a', 'c')
      const seen = await tables.write(['ledger'], async (tx) => {
        tx.put('ledger', 'b', entry('b'))
        tx.delete('ledger', 'c')
        return [await tx.getAllKeys('ledger'), await tx.get('ledger', 'c'), await tx.get('ledger', 'b')]
      })
      expect(seen).toEqual([['a', 'b'], undefined, entry('b')])
    })

    it('waits for the transaction before: no two interleave', async () => {
      const tables = await open()
      await tables.write(['ledger'], async (tx) => tx.put('ledger', 'count', { ...entry('x'), at: 0 }))
      const add = () =>
        tables.write(['ledger'], async (tx) => {
          const before = await tx.get('ledger', 'count')
          tx.put('ledger', 'count', { ...entry('x'), at: (before?.at ?? 0) + 1 })
        })
      await Promise.all(Array.from({ length: 20 }, add))
      expect((await tables.read(['ledger'], (tx) => tx.get('ledger', 'count')))?.at).toBe(20)
    })
  })

  it('a range holds the keys that begin with exactly this prefix', async () => {
    const tables = await open()
    const keys: Key[] = [
      ['a', 1],
      ['a', 2],
      ['a-1', 1],
      ['a1', 1],
      ['b', 1],
    ]
    await tables.write(['state'], async (tx) => {
      for (const key of keys) tx.put('state', key, { position: 1, runId: '', key: '', standing: 'pending' })
    })
    const read = (range: Range, limit?: number) =>
      tables.read(['state'], (tx) => tx.getAllKeys('state', range, limit))
    expect(await read(rangeOf('a'))).toEqual([
      ['a', 1],
      ['a', 2],
    ])
    expect(await read(rangeOf('a', 2))).toEqual([['a', 2]])
    expect(await read(rangeOf('a'), 1)).toEqual([['a', 1]])
    await tables.write(['state'], async (tx) => tx.delete('state', rangeOf('a')))
    expect(await read({ lower: [''], upper: ['\uffff'] })).toEqual([
      ['a-1', 1],
      ['a1', 1],
      ['b', 1],
    ])
  })

  it('keys of any kind are sorted alike in every store', async () => {
    const tables = await open()
    const memory = createMemoryTables()
    const member = fc.oneof(fc.nat(20), fc.constantFrom('', 'a', 'ab', 'b', 'ä', '10', '9'))
    const key = fc.oneof(fc.constantFrom('', 'x', 'xy'), fc.array(member, { minLength: 1, maxLength: 3 }))
    await fc.assert(
      fc.asyncProperty(fc.array(key, { maxLength: 12 }), async (keys) => {
        const sorted = []
        for (const place of [tables, memory]) {
          await place.write(['ledger'], async (tx) => {
            for (const old of await tx.getAllKeys('ledger')) tx.delete('ledger', old)
            for (const one of keys) tx.put('ledger', one, entry('x'))
          })
          sorted.push(await place.read(['ledger'], (tx) => tx.getAllKeys('ledger')))
        }
        expect(sorted[0]).toEqual(sorted[1])
      }),
      { numRuns: 40 },
    )
  })
})
